import ExpressionGraph
import NumericEvaluation
import Testing

/// Checks of derivatives with axes.
@Suite struct TensorCheckTests {
  /// The graph comes last: arguments before it may still add nodes.
  private func result(
    _ function: NodeID, by input: NodeID, _ derivative: NodeID, in graph: ExpressionGraph,
    seed: UInt64 = 1
  ) -> CheckResult {
    let request = CheckRequest(function: function, input: input, derivative: derivative)
    return graph.check(request, seed: seed)
  }

  private func passes(
    _ function: NodeID, by input: NodeID, _ derivative: NodeID, in graph: ExpressionGraph
  ) -> Bool {
    let results = (1...5).map { result(function, by: input, derivative, in: graph, seed: $0) }
    return results.allSatisfy { $0.passed && $0.points == 5 }
  }

  private func fails(
    _ function: NodeID, by input: NodeID, _ derivative: NodeID, in graph: ExpressionGraph
  ) -> Bool {
    (1...5).allSatisfy { !result(function, by: input, derivative, in: graph, seed: $0).passed }
  }

  @Test func aQuadraticForm() {
    var graph = ExpressionGraph()
    let (x, a) = (graph.tensor("x", [3]), graph.tensor("A", [3, 3]))
    let form = graph.einsum("i,ij,j->", x, a, x, extents: [3, 3])
    let left = graph.einsum("i,ij->j", x, a, extents: [3, 3])
    let right = graph.einsum("ij,j->i", a, x, extents: [3, 3])
    #expect(passes(form, by: x, graph.plus(left, right), in: graph))
    #expect(fails(form, by: x, graph.times(2, right), in: graph))
    #expect(fails(form, by: x, left, in: graph))
    let outer = graph.einsum("i,j->ij", x, x, extents: [3, 3])
    #expect(passes(form, by: a, outer, in: graph))
  }

  @Test func aTransposedDerivativeFails() {
    var graph = ExpressionGraph()
    let (a, b) = (graph.tensor("a", [3]), graph.tensor("b", [3]))
    let x = graph.tensor("X", [3, 3])
    let form = graph.einsum("i,ij,j->", a, x, b, extents: [3, 3])
    let right = graph.einsum("i,j->ij", a, b, extents: [3, 3])
    let transposed = graph.einsum("i,j->ji", a, b, extents: [3, 3])
    #expect(passes(form, by: x, right, in: graph))
    #expect(fails(form, by: x, transposed, in: graph))
  }

  @Test func aPropertySimplifiesAndIsRespected() {
    for properties in [Properties.symmetric, .positiveDefinite, .diagonal] {
      var graph = ExpressionGraph()
      let (x, w) = (graph.tensor("x", [3]), graph.tensor("W", [3, 3], properties))
      let form = graph.einsum("i,ij,j->", x, w, x, extents: [3, 3])
      let claim = graph.times(2, graph.einsum("ij,j->i", w, x, extents: [3, 3]))
      #expect(passes(form, by: x, claim, in: graph))
      // Perturbed entries count as independent, so the derivative by W is not symmetrised.
      let outer = graph.einsum("i,j->ij", x, x, extents: [3, 3])
      #expect(passes(form, by: w, outer, in: graph))
    }
  }

  @Test func anOrthogonalMatrixKeepsLengths() {
    for shape in [[3, 3], [4, 2]] {
      var graph = ExpressionGraph()
      let q = graph.tensor("Q", shape, .orthogonal)
      let x = graph.tensor("x", [shape[1]])
      let image = graph.einsum("ij,j->i", q, x, extents: shape)
      let length = graph.einsum("i,i->", image, image, extents: [shape[0]])
      #expect(passes(length, by: x, graph.times(2, x), in: graph))
      let free = graph.tensor("P", shape)
      let other = graph.einsum("ij,j->i", free, x, extents: shape)
      let square = graph.einsum("i,i->", other, other, extents: [shape[0]])
      #expect(fails(square, by: x, graph.times(2, x), in: graph))
    }
  }

  @Test func positiveEntriesKeepALogarithmDefined() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [6], .positive)
    let logs = graph.elementwise(.log, x)
    let sum = graph.einsum("i->", logs, extents: [6])
    #expect(passes(sum, by: x, graph.hadamard([(x, -1)], shape: graph.shape(of: x)), in: graph))
  }

  @Test func aPositiveDefiniteFormHasALogarithm() {
    var graph = ExpressionGraph()
    let w = graph.tensor("W", [4, 4], .positiveDefinite)
    let x = graph.tensor("x", [4])
    let form = graph.einsum("i,ij,j->", x, w, x, extents: [4, 4])
    let slope = graph.einsum("ij,j->i", w, x, extents: [4, 4])
    let claim = graph.hadamard([(slope, 1), (form, -1)], shape: graph.shape(of: x))
    #expect(passes(graph.elementwise(.log, form), by: x, graph.times(2, claim), in: graph))
  }

  @Test func softmaxAndItsRelatives() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [4])
    let shape = graph.shape(of: x)
    let softmax = graph.node(.vectorFunction(.softmax), [x])
    let diagonal = graph.einsum("i->ii", softmax, extents: [4])
    let outer = graph.einsum("i,j->ij", softmax, softmax, extents: [4, 4])
    #expect(passes(softmax, by: x, graph.minus(diagonal, outer), in: graph))
    #expect(fails(softmax, by: x, diagonal, in: graph))
    #expect(passes(graph.node(.reduction(.logsumexp), [x]), by: x, softmax, in: graph))
    let norm = graph.node(.reduction(.norm2), [x])
    #expect(passes(norm, by: x, graph.hadamard([(x, 1), (norm, -1)], shape: shape), in: graph))
    #expect(fails(norm, by: x, graph.hadamard([(x, 1), (norm, -2)], shape: shape), in: graph))
    let largest = graph.node(.reduction(.max), [x])
    let first = graph.node(.vectorFunction(.firstMaximum), [x])
    #expect(passes(largest, by: x, first, in: graph))
    #expect(fails(largest, by: x, graph.node(.vectorFunction(.firstMinimum), [x]), in: graph))
    let norm1 = graph.node(.reduction(.norm1), [x])
    #expect(passes(norm1, by: x, graph.elementwise(.sign, x), in: graph))
    let product = graph.node(.reduction(.prod), [x])
    #expect(
      passes(product, by: x, graph.hadamard([(product, 1), (x, -1)], shape: shape), in: graph))
  }

  @Test func symbolicSizesAreChosenDifferent() {
    // The derivative of A·X by X is A_ik δ_jl; with m = n a transposed one could hide.
    var graph = ExpressionGraph()
    let (m, n) = (Dimension(symbol: "m"), Dimension(symbol: "n"))
    let a = graph.variable(Variable(name: "A", shape: Shape([m, n])))
    let x = graph.variable(Variable(name: "X", shape: Shape([n, m])))
    func pattern(_ factors: [[Int]], _ output: [Int], _ extents: [Dimension]) -> ProductPattern {
      ProductPattern(
        factors: factors.map { .init(labels: $0.map { Label($0) }) },
        output: output.map { Label($0) }, extents: extents)
    }
    let product = graph.product(pattern([[0, 1], [1, 2]], [0, 2], [m, n, m]), [a, x])
    let right = graph.product(pattern([[0, 1]], [0, 2, 1, 2], [m, n, m]), [a])
    let wrong = graph.product(pattern([[0, 1]], [2, 0, 1, 2], [m, n, m]), [a])
    #expect(passes(product, by: x, right, in: graph))
    #expect(fails(product, by: x, wrong, in: graph))
  }

  @Test func aSymbolicVectorIsLongEnoughForItsIndex() {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: Shape([Dimension(symbol: "n")])))
    let seventh = graph.entry(x, at: [6])
    let pattern = graph.intern(SlicePattern(axes: [.index(6)], source: graph.shape(of: x)))
    let selector = graph.node(.selector(pattern))
    #expect(passes(seventh, by: x, selector, in: graph))
    let other = graph.intern(SlicePattern(axes: [.index(5)], source: graph.shape(of: x)))
    #expect(fails(seventh, by: x, graph.node(.selector(other)), in: graph))
  }

  @Test func aLargeDerivativeIsCheckedAlongDirections() throws {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", [20, 20])
    let shape = graph.shape(of: x)
    let sum = graph.einsum("ij->", graph.elementwise(.sin, x), extents: [20, 20])
    let right = graph.elementwise(.cos, x)
    #expect(passes(sum, by: x, right, in: graph))
    #expect(fails(sum, by: x, graph.einsum("ij->ji", right, extents: [20, 20]), in: graph))
    // One entry out of 400 is off.
    let position = graph.intern(SlicePattern(axes: [.index(3), .index(4)], source: shape))
    let off = graph.plus(right, graph.node(.selector(position)))
    #expect(fails(sum, by: x, off, in: graph))
    #expect(result(sum, by: x, off, in: graph).mismatch?.position == nil)
  }

  @Test func aDerivativeOfTheWrongSizeFails() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [3])
    let sum = graph.einsum("i->", x, extents: [3])
    #expect(fails(sum, by: x, graph.number(1), in: graph))
  }

  @Test func entriesOfVeryDifferentSizeAreEachCompared() {
    // f = [10⁶ sin x; 10⁻³ cos x]
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let two = Shape([Dimension(2)])
    func pair(_ a: NodeID, _ b: NodeID, _ small: Double) -> NodeID {
      let entries = [
        graph.sum([(Number(1e6), a)]), graph.sum([(Number(small), b)]),
      ]
      return graph.literal(entries, shape: two)
    }
    let (sine, cosine) = (graph.elementwise(.sin, x), graph.elementwise(.cos, x))
    let f = pair(sine, cosine, 1e-3)
    let right = pair(cosine, sine, -1e-3)
    let wrong = pair(cosine, sine, 1e-3)
    #expect(passes(f, by: x, right, in: graph))
    #expect(fails(f, by: x, wrong, in: graph))
  }
}

/// A claim of a derivative times a direction v: c·v for the gradient of c·x is right, 2c·v is not.
@Test(arguments: [1, 2])
func aClaimAlongDirectionsIsComparedToo(factor: Int) {
  var graph = ExpressionGraph()
  let (c, x) = (graph.tensor("c", [4]), graph.tensor("x", [4]))
  let direction = graph.tensor("a direction", [4])
  let function = graph.einsum("i,i->", c, x, extents: [4])
  let claim = graph.times(factor, graph.einsum("i,i->", c, direction, extents: [4]))
  var request = CheckRequest(function: function, input: x, derivative: claim)
  request.direction = direction
  let result = graph.check(request)
  #expect(result.passed == (factor == 1))
  #expect(result.points > 0)
}
