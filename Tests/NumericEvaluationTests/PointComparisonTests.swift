import ExpressionGraph
import NumericEvaluation
import Testing

/// Kinks, edges of domains, overflow: no false alarm, and no wrong derivative that slips through.
@Suite struct PointComparisonTests {
  private struct Sample {
    var graph = ExpressionGraph()
    let x: NodeID
    var function: NodeID
    var derivative: NodeID

    init(_ build: (inout ExpressionGraph, NodeID) -> (NodeID, NodeID)) {
      x = graph.scalar("x")
      (function, derivative) = build(&graph, x)
    }

    func result(at point: Double?, seed: UInt64 = 1) -> CheckResult {
      graph.check(
        CheckRequest(function: function, input: x, derivative: derivative),
        at: point.map { Environment(values: [x: Tensor($0)]) }, seed: seed)
    }
  }

  private func sample(_ function: ElementwiseFunction) -> Sample {
    Sample { graph, x in
      (graph.elementwise(function, x), graph.derivative(of: function, x) ?? x)
    }
  }

  @Test(arguments: [ElementwiseFunction.abs, .relu, .leakyrelu, .sign, .step])
  func aGivenPointAtAKinkIsSkipped(_ function: ElementwiseFunction) {
    let sample = sample(function)
    let result = sample.result(at: 0)
    #expect(result.skipped == .kink(sample.function))
    #expect(result.passed && result.points == 5)
  }

  @Test func aGivenPointOutsideTheDomainIsSkipped() {
    let log = sample(.log)
    let reason = UndefinedValue(node: log.function, reason: .logOfNonPositive)
    #expect(log.result(at: -1).skipped == .undefined(reason))
    #expect(log.result(at: 0).skipped == .undefined(reason))
    #expect(log.result(at: 0).passed && log.result(at: 0).points == 5)
    let root = sample(.sqrt)
    #expect(root.result(at: 0).skipped == .kink(root.function))
    #expect(root.result(at: 0).passed && root.result(at: 0).points == 5)
    let exp = sample(.exp)
    #expect(
      exp.result(at: 800).skipped
        == .undefined(UndefinedValue(node: exp.function, reason: .overflow)))
  }

  /// Steps that are halved may see waves that are shorter than they as longer ones.
  @Test func shortWavesAreNotTakenForLongOnes() {
    for count in 1...1000 {
      let wave = Sample { graph, x in
        let angle = graph.times(count, x)
        let slope = graph.times(count, graph.elementwise(.cos, angle))
        return (graph.elementwise(.sin, angle), slope)
      }
      let result = wave.result(at: 0.5)
      #expect(result.passed && result.skipped == nil && result.points == 5, "\(count): \(result)")
      var wrong = wave
      wrong.derivative = wrong.graph.times(2, wave.derivative)
      #expect(!wrong.result(at: 0.5).passed, "\(count)")
    }
  }

  @Test func aTieIsAKink() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [3])
    let request = CheckRequest(
      function: graph.node(.reduction(.max), [x]), input: x,
      derivative: graph.node(.vectorFunction(.firstMaximum), [x]))
    let tied = Environment(values: [x: Tensor([2, 2, 1])])
    let result = graph.check(request, at: tied)
    #expect(result.skipped == .kink(request.function))
    #expect(result.passed && result.points == 5)
    let apart = Environment(values: [x: Tensor([2, 2.001, 1])])
    #expect(graph.check(request, at: apart).skipped == nil)
  }

  /// Points of every size next to a kink or an edge.
  private static let near = [
    1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.3, 0.999, 0.999999, 1.000001, 1.001, 3, 50, 700, 1e4,
    1e8,
  ]

  @Test(arguments: near)
  func nearAKinkOrAnEdgeThereIsNoFalseAlarm(_ size: Double) {
    for function in ElementwiseFunction.allCases where function.arity == 1 {
      let sample = sample(function)
      for point in [size, -size] {
        let result = sample.result(at: point)
        #expect(result.passed, "\(function) at \(point): \(result)")
        #expect(result.points >= 5, "\(function) at \(point)")
      }
    }
    for exponent in [Number(-1), -2, Number(0.5), Number(1.5), Number(-0.5)] {
      let sample = Sample { graph, x in
        (graph.power(x, exponent), graph.power(x, exponent - 1, times: exponent))
      }
      #expect(sample.result(at: size).passed, "x^\(exponent.double) at \(size)")
    }
  }

  @Test func functionsThatVaryFastAreMeasuredWithSmallSteps() {
    for rate in [10.0, 1000, 100_000] {
      func build(
        _ graph: inout ExpressionGraph, _ x: NodeID, _ coefficient: Double
      ) -> (NodeID, NodeID) {
        let angle = graph.sum([(Number(rate), x)])
        let slope = graph.sum([(Number(coefficient), graph.elementwise(.cos, angle))])
        return (graph.elementwise(.sin, angle), slope)
      }
      let right = Sample { build(&$0, $1, rate) }
      #expect(right.result(at: nil).passed && right.result(at: nil).points == 5)
      let wrong = Sample { build(&$0, $1, rate * 1.001) }
      #expect(!wrong.result(at: nil).passed)
    }
  }

  @Test func aZeroDerivativeIsNotMistakenForAWrongOne() {
    // sin² + cos² is 1 up to rounding.
    func build(_ graph: inout ExpressionGraph, _ x: NodeID) -> NodeID {
      let sine = graph.power(graph.elementwise(.sin, x), 2)
      return graph.plus(sine, graph.power(graph.elementwise(.cos, x), 2))
    }
    let right = Sample { graph, x in (build(&graph, x), graph.number(0)) }
    for seed in 1...20 {
      let result = right.result(at: nil, seed: UInt64(seed))
      #expect(result.passed && result.points == 5 && result.maxRelativeError < 1e-6)
    }
    let wrong = Sample { graph, x in (build(&graph, x), graph.number(Number(1e-6))) }
    #expect(!wrong.result(at: nil).passed)
  }

  @Test func cancellationIsUnreliableRatherThanWrong() {
    // (10¹⁵ + x) − 10¹⁵ moves in steps of an eighth.
    let sample = Sample { graph, x in
      let large = graph.number(1_000_000_000_000_000)
      return (graph.minus(graph.plus(large, x), large), graph.number(1))
    }
    for seed in 1...20 {
      #expect(sample.result(at: nil, seed: UInt64(seed)).passed)
    }
  }

  @Test func aValueTooSmallToShowIsNoMismatch() {
    // log(1 + eˣ) is 0 in doubles from about −37 down, its derivative is not.
    let sample = Sample { graph, x in
      let exponential = graph.elementwise(.exp, x)
      let sum = graph.plus(graph.number(1), exponential)
      return (graph.elementwise(.log, sum), graph.scalarProduct([(exponential, 1), (sum, -1)]))
    }
    for point in [-20.0, -36, -38, -40, -100, -300] {
      #expect(sample.result(at: point).passed, "at \(point)")
    }
  }

  @Test func aTinyFunctionIsCheckedLikeAnyOther() {
    let right = Sample { graph, x in
      let scale = Number(1e-20)
      return (graph.sum([(scale, x)]), graph.number(scale))
    }
    #expect(right.result(at: nil).passed)
    let wrong = Sample { graph, x in
      let scale = Number(1e-20)
      return (graph.sum([(scale, x)]), graph.number(-scale))
    }
    #expect(!wrong.result(at: nil).passed)
  }

  @Test func noUsablePointIsNoFailure() {
    // log(−1 − x²) is defined nowhere.
    let sample = Sample { graph, x in
      let below = graph.sum([(-1, graph.number(1)), (-1, graph.power(x, 2))])
      return (graph.elementwise(.log, below), graph.power(x, -1))
    }
    let result = sample.result(at: 1)
    #expect(result.points == 0 && result.passed)
    #expect(result.skipped != nil)
  }

  @Test func aDerivativeThatIsDefinedNowhereFails() {
    let sample = Sample { graph, x in
      let below = graph.sum([(-1, graph.number(1)), (-1, graph.power(x, 2))])
      return (graph.elementwise(.sin, x), graph.elementwise(.log, below))
    }
    #expect(!sample.result(at: nil).passed)
  }

  @Test func aWrongDerivativeFailsThoughTheGivenPointIsSkipped() {
    let sample = Sample { graph, x in
      (graph.elementwise(.abs, x), graph.times(-1, graph.elementwise(.sign, x)))
    }
    let result = sample.result(at: 0)
    #expect(result.skipped == .kink(sample.function))
    #expect(!result.passed)
  }

  @Test func aPiecewiseFunctionIsCheckedOnItsPieces() {
    func build(_ graph: inout ExpressionGraph, _ x: NodeID, _ slope: Int) -> (NodeID, NodeID) {
      let pattern = graph.intern(ChoicePattern(comparisons: [.greater]))
      let zero = graph.number(0)
      let function = graph.node(
        .choice(pattern), [x, zero, graph.power(x, 2), graph.times(3, x)])
      let derivative = graph.node(
        .choice(pattern), [x, zero, graph.times(2, x), graph.number(slope)])
      return (function, derivative)
    }
    let right = Sample { build(&$0, $1, 3) }
    #expect(right.result(at: 0).skipped == .kink(right.function))
    #expect(right.result(at: 0.5).passed && right.result(at: 0.5).skipped == nil)
    #expect(!Sample { build(&$0, $1, 4) }.result(at: nil).passed)
  }

  @Test func aKinkThatDoesNotDependOnTheInputDoesNotMatter() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let f = graph.scalarProduct([(graph.elementwise(.abs, y), 1), (x, 2)])
    let derivative = graph.scalarProduct(
      coefficient: 2, [(graph.elementwise(.abs, y), 1), (x, 1)])
    let given = Environment(values: [x: Tensor(1), y: Tensor(0)])
    let request = CheckRequest(function: f, input: x, derivative: derivative)
    #expect(graph.check(request, at: given).skipped == nil)
  }

  @Test func anIncompletePointIsNamedSo() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let request = CheckRequest(
      function: graph.scalarProduct([(x, 1), (y, 1)]), input: x, derivative: y)
    let result = graph.check(request, at: Environment(values: [x: Tensor(1)]))
    #expect(result.skipped == .incomplete)
    #expect(result.points == 5 && result.passed)
  }

  @Test func aNarrowDomainIsFoundNearTheGivenPoint() {
    // √((x − 100)(102 − x)) is defined on [100, 102] only.
    let sample = Sample { graph, x in
      let left = graph.minus(x, graph.number(100))
      let right = graph.minus(graph.number(102), x)
      let product = graph.scalarProduct([(left, 1), (right, 1)])
      let slope = graph.minus(right, left)
      return (
        graph.elementwise(.sqrt, product),
        graph.scalarProduct(
          coefficient: Number(0.5), [(slope, 1), (product, Number(-0.5))])
      )
    }
    let result = sample.result(at: 101.5)
    #expect(result.passed && result.points >= 1 && result.skipped == nil)
  }
}
