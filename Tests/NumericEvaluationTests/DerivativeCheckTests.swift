import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct DerivativeCheckTests {
  /// What is done to a right derivative to make a wrong one.
  enum Mutation: CaseIterable {
    case sign, factor, extraTerm, smallFactor, smallTerm

    func apply(_ graph: inout ExpressionGraph, _ derivative: NodeID, _ x: NodeID) -> NodeID {
      switch self {
      case .sign: graph.times(-1, derivative)
      case .factor: graph.times(2, derivative)
      case .extraTerm: graph.plus(derivative, graph.elementwise(.cos, x))
      case .smallFactor: graph.sum([(Number(1.0001), derivative)])
      case .smallTerm: graph.sum([(1, derivative), (Number(1e-5), graph.elementwise(.exp, x))])
      }
    }
  }

  private static let unary = ElementwiseFunction.allCases.filter { $0.arity == 1 }

  @Test(arguments: unary)
  func theRightDerivativeOfAFunctionPasses(_ function: ElementwiseFunction) throws {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let rule = graph.derivative(of: function, x)
    let derivative = try #require(rule)
    let request = CheckRequest(
      function: graph.elementwise(function, x), input: x, derivative: derivative)
    for seed in 1...10 {
      let result = graph.check(request, seed: UInt64(seed))
      #expect(result.passed && result.points == 5, "\(function), seed \(seed): \(result)")
      #expect(result.maxRelativeError < 1e-8)
    }
  }

  @Test(arguments: unary, Mutation.allCases)
  func aWrongDerivativeFails(_ function: ElementwiseFunction, _ mutation: Mutation) throws {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let rule = graph.derivative(of: function, x)
    let derivative = try #require(rule)
    let isZero = function == .sign || function == .step
    guard !isZero || mutation == .extraTerm || mutation == .smallTerm else { return }
    let request = CheckRequest(
      function: graph.elementwise(function, x), input: x,
      derivative: mutation.apply(&graph, derivative, x))
    for seed in 1...10 {
      #expect(!graph.check(request, seed: UInt64(seed)).passed, "\(function), seed \(seed)")
    }
  }

  @Test func functionsOfTwoArguments() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    func passes(_ function: NodeID, by input: NodeID, _ derivative: NodeID) -> Bool {
      let request = CheckRequest(function: function, input: input, derivative: derivative)
      let result = graph.check(request)
      return result.passed && result.points == 5
    }
    let power = graph.binary(.elementwise(.power), x, y)
    let byBase = graph.scalarProduct([(y, 1), (power, 1), (x, -1)])
    let byExponent = graph.scalarProduct([(power, 1), (graph.elementwise(.log, x), 1)])
    #expect(passes(power, by: x, byBase))
    #expect(passes(power, by: y, byExponent))
    #expect(!passes(power, by: x, byExponent))
    let angle = graph.binary(.elementwise(.atan2), y, x)
    let square = graph.plus(graph.power(x, 2), graph.power(y, 2))
    let byY = graph.scalarProduct([(x, 1), (square, -1)])
    let byX = graph.scalarProduct(coefficient: -1, [(y, 1), (square, -1)])
    #expect(passes(angle, by: y, byY))
    #expect(passes(angle, by: x, byX))
    #expect(!passes(angle, by: x, byY))
    let larger = graph.binary(.elementwise(.max), x, y)
    let isX = graph.elementwise(.step, graph.minus(x, y))
    #expect(passes(larger, by: x, isX))
    #expect(!passes(larger, by: y, isX))
    let smaller = graph.binary(.elementwise(.min), x, y)
    #expect(passes(smaller, by: y, isX))
    #expect(!passes(smaller, by: x, isX))
  }

  @Test func aDerivativeOfAHigherOrderIsCheckedAgainstTheOneBefore() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let first = graph.power(x, 2, times: 3)
    let second = CheckRequest(function: first, input: x, derivative: graph.times(6, x))
    #expect(graph.check(second).passed)
    let wrong = CheckRequest(function: first, input: x, derivative: graph.times(5, x))
    #expect(!graph.check(wrong).passed)
  }

  @Test func aHeldDefinitionIsAnInput() {
    // With x = sin t, ∂(x² + t)/∂x is 2x.
    var graph = ExpressionGraph()
    let t = graph.scalar("t")
    let x = graph.define(
      Definition(name: "x", application: nil, parameters: ["t"], serial: 0),
      as: graph.elementwise(.sin, t))
    let f = graph.plus(graph.power(x, 2), t)
    let right = CheckRequest(function: f, input: x, derivative: graph.times(2, x))
    let given = Environment(values: [t: Tensor(0.5)])
    let result = graph.check(right, at: given)
    #expect(result.passed && result.points == 5 && result.skipped == nil)
    let wrong = CheckRequest(
      function: f, input: x,
      derivative: graph.scalarProduct(coefficient: 2, [(x, 1), (graph.elementwise(.cos, t), 1)]))
    #expect(!graph.check(wrong, at: given).passed)
  }

  @Test func aMixedDerivativeHoldsBothDefinitions() {
    // ∂²(x²y)/∂x∂y with x = sin t and y = x + t; the first derivative by y is x².
    var graph = ExpressionGraph()
    let t = graph.scalar("t")
    let x = graph.define(
      Definition(name: "x", application: nil, parameters: [], serial: 0),
      as: graph.elementwise(.sin, t))
    let y = graph.define(
      Definition(name: "y", application: nil, parameters: [], serial: 1), as: graph.plus(x, t))
    let first = graph.scalarProduct(coefficient: 2, [(x, 1), (y, 1)])
    let request = CheckRequest(
      function: first, input: x, derivative: graph.times(2, y), held: [y])
    #expect(graph.check(request).passed)
    let free = CheckRequest(function: first, input: x, derivative: graph.times(2, y))
    #expect(!graph.check(free).passed)
  }

  @Test func theSameSeedGivesTheSameResult() throws {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let tanh = graph.elementwise(.tanh, x)
    let rule = graph.derivative(of: .tanh, x)
    let request = CheckRequest(function: tanh, input: x, derivative: try #require(rule))
    let (a, b) = (graph.check(request, seed: 3), graph.check(request, seed: 3))
    #expect(a.maxRelativeError == b.maxRelativeError && a.points == b.points)
    #expect(graph.check(request, seed: 4).maxRelativeError != a.maxRelativeError)
  }

  @Test func aMismatchSaysWhere() throws {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [3])
    let squares = graph.hadamard([(x, 2)], shape: graph.shape(of: x))
    let sum = graph.einsum("i->", squares, extents: [3])
    let off = graph.literal([2, 2, 5].map { graph.number($0) }, shape: graph.shape(of: x))
    let claim = graph.hadamard([(x, 1), (off, 1)], shape: graph.shape(of: x))
    let request = CheckRequest(function: sum, input: x, derivative: claim)
    let given = Environment(values: [x: Tensor([1, 2, 3])])
    let mismatch = try #require(graph.check(request, at: given).mismatch)
    #expect(mismatch.position == 2)
    #expect(mismatch.claimed == 15)
    #expect(isClose(mismatch.measured, 6, 1e-9))
    #expect(mismatch.point.values[x] == Tensor([1, 2, 3]))
  }

  @Test func anAbstractFunctionIsCheckedWithStandIns() {
    // d f(x(t))/dt = D f(x(t)) · x'(t) with x: R → R², f: R² → R.
    var graph = ExpressionGraph()
    let plane = Shape([Dimension(2)])
    let curve = AbstractFunction(name: "x", domain: [.scalar], codomain: plane)
    let height = AbstractFunction(name: "f", domain: [plane], codomain: .scalar)
    let t = graph.scalar("t")
    let x = graph.application(curve, to: [t])
    let f = graph.application(height, to: [x])
    let (outer, inner) = (
      graph.application(height, derivatives: [0], to: [x]),
      graph.application(curve, derivatives: [0], to: [t])
    )
    let right = graph.einsum("i,i->", outer, inner, extents: [2])
    let result = graph.check(CheckRequest(function: f, input: t, derivative: right))
    #expect(result.passed && result.points == 5)
    let wrong = graph.einsum("i,j->", outer, inner, extents: [2, 2])
    #expect(!graph.check(CheckRequest(function: f, input: t, derivative: wrong)).passed)
  }

  @Test func anAbstractFunctionInsideALogarithmFindsPoints() {
    var graph = ExpressionGraph()
    let f = AbstractFunction(name: "f", domain: [.scalar], codomain: .scalar)
    let t = graph.scalar("t")
    let value = graph.application(f, to: [t])
    let slope = graph.application(f, derivatives: [0], to: [t])
    let request = CheckRequest(
      function: graph.elementwise(.log, value), input: t,
      derivative: graph.scalarProduct([(slope, 1), (value, -1)]))
    let result = graph.check(request)
    #expect(result.passed && result.points == 5)
  }
}
