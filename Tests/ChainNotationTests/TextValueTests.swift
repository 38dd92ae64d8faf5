import ChainNotation
import ExpressionGraph
import Testing

/// Numbers that are the same on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) | (state << 31)
  }
}

/// What is written, read and evaluated by other rules, has the value of what it was written from.
struct TextValueTests {
  static let sizes = ["m": 4, "n": 6, "p": 3, "k": 2]

  static func point(_ graph: ExpressionGraph) -> [String: TensorValue] {
    var dice = Dice(state: 7)
    var values: [String: TensorValue] = [:]
    let evaluator = GraphEvaluator(graph: graph, values: [:], sizes: sizes)
    for index in 0..<graph.count {
      guard case .variable(let id) = graph.operation(of: NodeID(index: Int32(index))) else {
        continue
      }
      let variable = graph[id]
      if values[variable.name] != nil { continue }
      values[variable.name] = TensorValue(evaluator.lengths(variable.shape)) { _ in
        Double.random(in: 0.4...0.9, using: &dice)
      }
    }
    return values
  }

  private func check(_ graph: ExpressionGraph, _ node: NodeID) throws {
    let values = TextValueTests.point(graph)
    let sizes = TextValueTests.sizes
    let expected = try GraphEvaluator(graph: graph, values: values, sizes: sizes).value(of: node)
    for orientation in [Orientation.column, .row] {
      let text = Notation(graph: graph).phrase(of: node, orientation: orientation).text
      let value = try TextEvaluator.value(of: text, values: values, sizes: sizes)
      let difference = try #require(value.difference(from: expected), "shapes differ: \(text)")
      #expect(difference < 1e-9, "\(text)")
      #expect(value.lengths.count != 1 || value.isRow == (orientation == .row), "\(text)")
    }
  }

  @Test(arguments: PhraseTextTests.rows.filter { !$0.text.contains("f") })
  func scalarTextHasItsValue(row: ScalarRow) throws {
    var bench = Workbench()
    let (x, y, t) = (bench.scalar("x"), bench.scalar("y"), bench.scalar("t"))
    let node = row.build(&bench, x, y, t)
    try check(bench.graph, node)
  }

  @Test(
    arguments: [
      LabelGraphTests.rows, LabelGraphReadingTests.rows, SumReadingTests.rows,
      NodeReaderTests.rows, PhraseEntriesTests.rows.filter { !$0.text.contains("n + 1") },
    ].flatMap { $0 })
  func tensorTextHasItsValue(row: TensorRow) throws {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    guard !row.text.contains("T, x, x") else { return }
    try check(bench.graph, node)
  }

  /// Products of up to five vectors, matrices and order-3 tensors with any labels.
  @Test(arguments: 0..<400)
  func randomProductsHaveTheirValue(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var bench = Workbench()
    let lengths = ["m", "n", "p", "m"]
    let labelCount = Int.random(in: 1...4, using: &dice)
    let factors = (0..<Int.random(in: 1...5, using: &dice)).map { place in
      let order = [0, 1, 1, 2, 2, 2, 3].randomElement(using: &dice) ?? 1
      let labels = (0..<order).map { _ in Int.random(in: 0..<labelCount, using: &dice) }
      let shape = bench.shape(labels.map { lengths[$0] })
      let node = bench.graph.variable(Variable(name: "X\(place)", shape: shape))
      let exponent = ["1", "1", "1", "2", "-1", "1/2", "-2"].randomElement(using: &dice) ?? "1"
      return (
        node: node,
        factor: ProductPattern.Factor(
          labels: labels.map(Label.init), exponent: bench.value(exponent))
      )
    }
    let order = Int.random(in: 0...3, using: &dice)
    let output = (0..<order).map { _ in Label(Int.random(in: 0..<labelCount, using: &dice)) }
    let used = Set(factors.flatMap(\.factor.labels) + output).sorted()
    func compact(_ labels: [Label]) -> [Label] {
      labels.map { Label(used.firstIndex(of: $0) ?? 0) }
    }
    let pattern = ProductPattern(
      coefficient: bench.value(["1", "-2", "1/3"].randomElement(using: &dice) ?? "1"),
      factors: factors.map {
        .init(labels: compact($0.factor.labels), exponent: $0.factor.exponent)
      },
      output: compact(output),
      extents: used.map { bench.shape([lengths[Int($0.index)]]).dimensions[0] })
    let node = bench.graph.product(pattern, factors.map(\.node))
    try check(bench.graph, node)
  }

  /// Sums, products, quotients, powers and functions of scalars and vectors, nested.
  @Test(arguments: 0..<400)
  func randomExpressionsHaveTheirValue(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 31)
    var bench = Workbench()
    let shape = bench.shape(["n"])
    var scalars = [bench.scalar("x"), bench.scalar("y"), bench.number("2"), bench.number("0.5")]
    var vectors = [bench.tensor("a", "n"), bench.tensor("b", "n")]
    let matrix = bench.tensor("W", "n", "n")
    func pick(_ nodes: [NodeID]) -> NodeID { nodes.randomElement(using: &dice) ?? nodes[0] }
    for _ in 0..<8 {
      let (s, u, v, w) = (pick(scalars), pick(scalars), pick(vectors), pick(vectors))
      let numbers = ["1", "-1", "2", "-1/2", "3/4"]
      let (c, d) = (
        numbers.randomElement(using: &dice) ?? "1", numbers.randomElement(using: &dice) ?? "1"
      )
      let exponent = ["1", "2", "-1", "-2", "1/2", "-1/3"].randomElement(using: &dice) ?? "1"
      switch Int.random(in: 0..<10, using: &dice) {
      case 0: scalars.append(bench.sum((c, s), (d, u)))
      case 1: scalars.append(bench.product(c, (s, "1"), (u, exponent)))
      case 2: scalars.append(bench.apply(.sin, bench.sum((c, s))))
      case 3: scalars.append(bench.einsum("i,i->", v, w, coefficient: c))
      case 4: scalars.append(bench.einsum("i,ij,j->", v, matrix, w))
      case 5: vectors.append(bench.sum((c, v), (d, bench.graph.broadcast(s, to: shape)), ("1", w)))
      case 6: vectors.append(bench.einsum("i,ij,->j", v, matrix, s, coefficient: c))
      case 7:
        vectors.append(
          bench.einsum("i,i,->i", v, w, s, coefficient: c, exponents: ["1", exponent, "1"]))
      case 8: vectors.append(bench.apply(.tanh, v))
      default: scalars.append(bench.graph.entry(v, at: [2]))
      }
    }
    let last = bench.sum(
      ("1", pick(vectors)),
      ("-1", bench.einsum(",i->i", scalars[scalars.count - 1], vectors[vectors.count - 1])))
    try check(bench.graph, last)
  }
}
