import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct ProductPlanTests {
  /// The definition as one loop over all labels: exponential, and independent of any plan.
  private func naive(_ pattern: ProductPattern, _ operands: [Tensor], _ sizes: [String: Int])
    -> Tensor?
  {
    guard let lengths = Shape(pattern.extents).lengths(sizes) else { return nil }
    var result = Tensor(
      repeating: 0, shape: pattern.output.map { lengths[Int($0.index)] })
    var index = Array(repeating: 0, count: lengths.count)
    func position(_ labels: [Label]) -> Int {
      labels.reduce(0) { $0 * lengths[Int($1.index)] + index[Int($1.index)] }
    }
    var scale = pattern.coefficient.double
    for size in pattern.sizes {
      let length = Double(size.dimension.length(sizes) ?? 0)
      for _ in 0..<abs(size.exponent) { scale *= size.exponent < 0 ? 1 / length : length }
    }
    for flat in 0..<lengths.reduce(1, *) {
      var rest = flat
      for axis in lengths.indices.reversed() {
        index[axis] = rest % lengths[axis]
        rest /= lengths[axis]
      }
      var term = scale
      for (factor, operand) in zip(pattern.factors, operands) {
        let entry = operand[position(factor.labels)]
        switch factor.exponent.integer {
        case 1: term *= entry
        case 2: term *= entry * entry
        case 3: term *= entry * entry * entry
        default: term /= entry
        }
      }
      result[position(pattern.output)] += term
    }
    return result
  }

  /// Factors with random labels, some repeated in a factor or in the output.
  private func randomPattern(_ generator: inout SeededGenerator) -> ProductPattern {
    func draw(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    let labelCount = 1 + draw(4)
    var factors: [[Int]] = (0..<draw(5)).map { _ in
      (0..<draw(4)).map { _ in draw(labelCount) }
    }
    var output = (0..<draw(4)).map { _ in draw(labelCount) }
    let occurring = Set(factors.flatMap { $0 } + output).sorted()
    let rename = { (labels: [Int]) in labels.map { occurring.firstIndex(of: $0) ?? 0 } }
    factors = factors.map(rename)
    output = rename(output)
    return ProductPattern(
      coefficient: Number(draw(5) - 2),
      sizes: draw(2) == 0
        ? [] : [.init(dimension: Dimension(symbol: "n"), exponent: draw(2) == 0 ? -1 : 2)],
      factors: factors.map { labels in
        .init(labels: labels.map { Label($0) }, exponent: Number([1, 1, 1, 2, 3, -1][draw(6)]))
      },
      output: output.map { Label($0) },
      extents: occurring.indices.map { _ in
        draw(3) == 0 ? Dimension(symbol: "n") : Dimension(1 + draw(4))
      })
  }

  @Test(arguments: 0..<400)
  func aRandomProductEqualsTheLoopOverAllLabels(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pattern = randomPattern(&generator)
    let sizes = ["n": 3]
    var graph = ExpressionGraph()
    var values: [NodeID: Tensor] = [:]
    var operands: [NodeID] = []
    for (position, factor) in pattern.factors.enumerated() {
      let shape = Shape(factor.labels.map { pattern.extents[Int($0.index)] })
      let node = graph.variable(Variable(name: "x\(position)", shape: shape))
      operands.append(node)
      values[node] = randomTensor(try #require(shape.lengths(sizes)), &generator)
    }
    let expected = try #require(naive(pattern, operands.compactMap { values[$0] }, sizes))
    let node = graph.product(pattern, operands)
    #expect(isClose(evaluate(node, in: graph, values, sizes: sizes), expected), "\(pattern)")
  }

  @Test func aMatrixProduct() {
    var graph = ExpressionGraph()
    let a = graph.tensor("A", [2, 3])
    let b = graph.tensor("B", [3, 2])
    let values = [
      a: Tensor(shape: [2, 3], data: [1, 2, 3, 4, 5, 6]),
      b: Tensor(shape: [3, 2], data: [7, 8, 9, 10, 11, 12]),
    ]
    let plain = graph.einsum("ij,jk->ik", a, b, extents: [2, 3, 2])
    #expect(evaluate(plain, in: graph, values)?.data == [58, 64, 139, 154])
    let transposed = graph.einsum("ij,jk->ki", a, b, extents: [2, 3, 2])
    #expect(evaluate(transposed, in: graph, values)?.data == [58, 139, 64, 154])
  }

  @Test func aLongChainOfMatricesIsContractedPairwise() {
    // One loop over all 31 labels of length 4 would never end.
    var graph = ExpressionGraph()
    var values: [NodeID: Tensor] = [:]
    var generator = SeededGenerator(seed: 7)
    var operands: [NodeID] = []
    var expected: [[Double]] = (0..<4).map { i in (0..<4).map { $0 == i ? 1 : 0 } }
    for k in 0..<30 {
      let node = graph.tensor("A\(k)", [4, 4])
      let matrix = randomTensor([4, 4], &generator)
      operands.append(node)
      values[node] = matrix
      expected = expected.map { row in
        (0..<4).map { j in (0..<4).reduce(0.0) { $0 + row[$1] * matrix[$1 * 4 + j] } }
      }
    }
    let pattern = ProductPattern(
      factors: (0..<30).map { .init(labels: [Label($0), Label($0 + 1)]) },
      output: [Label(0), Label(30)], extents: Array(repeating: Dimension(4), count: 31))
    let node = graph.product(pattern, operands)
    let flat = Tensor(shape: [4, 4], data: expected.flatMap { $0 })
    #expect(isClose(evaluate(node, in: graph, values), flat, 1e-10))
  }

  @Test func anAxisOfLengthZeroSumsToZero() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [0])
    let node = graph.einsum("i->", x, extents: [0])
    #expect(evaluate(node, in: graph, [x: Tensor([])])?.data == [0])
  }

  @Test func powersOfScalarsAreTheLanguages() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    func power(_ base: Double, _ exponent: Number) -> Double {
      evaluate(graph.power(x, exponent), in: graph, [x: Tensor(base)])?.scalar ?? 0
    }
    #expect(power(3, 4) == 81)
    #expect(power(-2, -3) == -0.125)
    #expect(power(0, -1) == .infinity)
    #expect(power(9, Number(0.5)) == 3)
    #expect(power(-8, Number(numerator: 1, denominator: 3) ?? 0).isNaN)
    #expect(power(-4, Number(0.5)).isNaN)
  }

  @Test func aProductTooLargeToEvaluateHasNoValue() {
    var graph = ExpressionGraph()
    let n = Dimension(1_000_000_000)
    let x = graph.variable(Variable(name: "x", shape: Shape([n])))
    let sum = graph.product(
      ProductPattern(factors: [.init(labels: [Label(0)])], extents: [n]), [x])
    #expect(evaluate(sum, in: graph) == nil)
    let ones = graph.broadcast(graph.number(1), to: Shape([n]))
    #expect(evaluate(ones, in: graph) == nil)
  }
}
