import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")

/// Any expression, not only a derivative, keeps its value; simplified anew it stays as it is.
@Test(arguments: 0..<40)
func simplifyingARandomExpressionKeepsItsValue(seed: Int) {
  var bench = Bench(seed: UInt64(1_000 + seed))
  var expressions = RandomExpressions()
  for operations in [2, 4, 8, 12] {
    let node = expressions.expression(operations: operations, in: &bench)
    let neat = bench.simplifier.simplified(node, in: &bench.graph)
    let point = bench.point(for: [node])
    let (before, after) = (bench.value(node, point), bench.value(neat, point))
    #expect(
      agree(after, before, within: 1e-10),
      "seed \(seed): \(bench.text(node)) became \(bench.text(neat))")
    #expect(bench.graph.shape(of: node) == bench.graph.shape(of: neat))
    #expect(bench.simplifier.simplified(neat, in: &bench.graph) == neat)
  }
}

@Test(arguments: 0..<20)
func secondDerivativesOfRandomExpressionsAreRight(seed: Int) {
  var bench = Bench(seed: UInt64(2_000 + seed))
  var expressions = RandomExpressions()
  for operations in [3, 6] {
    let output = expressions.expression(operations: operations, in: &bench)
    let point = bench.point(for: [output])
    for input in bench.graph.variables(below: [output]) where bench.isSmall(output, input) {
      let first = bench.graph.derivative(
        of: output, by: [input], simplifier: &bench.simplifier)
      let second = bench.graph.derivative(of: first, by: [input], simplifier: &bench.simplifier)
      let expected = bench.differences(of: first, by: input, at: point)
      #expect(
        agree(bench.value(second, point), expected, within: 1e-6),
        "seed \(seed): d²(\(bench.text(output))) = \(bench.text(second))")
    }
  }
}

extension Bench {
  /// Whether a second derivative has few enough axes to be compared quickly.
  fileprivate func isSmall(_ output: NodeID, _ input: NodeID) -> Bool {
    graph.shape(of: output).order + 2 * graph.shape(of: input).order <= 4
  }
}

/// Functions with edges and kinks: where a value was, the same value stays, on every side of them.
@Test(arguments: 0..<300)
func simplifyingNeverShrinksTheDomain(seed: Int) {
  var bench = Bench(seed: UInt64(seed))
  var pool = [bench.build(x), bench.build(y), bench.graph.number(2), bench.graph.number(-1)]
  let (u, v) = (pool[0], pool[1])
  for _ in 0..<10 { pool.append(bench.edgyStep(pool)) }
  let node = pool[pool.count - 1]
  let neat = bench.simplifier.simplified(node, in: &bench.graph)
  for a in [-1.7, -1, -0.3, 0, 0.4, 1, 2.6] {
    for b in [-2.0, 0, 0.5, 1] {
      let point = [u: Tensor(a), v: Tensor(b)]
      let (before, after) = (bench.value(node, point)[0], bench.value(neat, point)[0])
      guard before.isFinite, abs(before) < 1e6 else { continue }
      #expect(
        agree([after], [before], within: 1e-9),
        "\(bench.text(node)) became \(bench.text(neat)) at \(a), \(b)")
    }
  }
}

extension Bench {
  fileprivate mutating func edgyStep(_ pool: [NodeID]) -> NodeID {
    let a = pool[random.below(pool.count)]
    let b = pool[random.below(pool.count)]
    let functions: [ElementwiseFunction] = [
      .sqrt, .log, .exp, .abs, .sign, .relu, .step, .asin, .acosh, .sin, .cos,
    ]
    switch random.below(6) {
    case 0: return graph.elementwise(functions[random.below(functions.count)], a)
    case 1: return graph.sum([(.one, a), (random.below(2) == 0 ? .one : .minusOne, b)])
    case 2: return graph.scalarProduct([(a, .one), (b, .one)])
    case 3: return graph.scalarProduct([(a, .one), (b, .minusOne)])
    case 4:
      let exponents: [Number] = [2, 3, -2, Number(numerator: 1, denominator: 2) ?? 1, 0]
      return graph.scalarProduct([(a, exponents[random.below(exponents.count)])])
    case _:
      let functions: [ElementwiseFunction] = [.power, .max, .min, .atan2]
      return graph.binary(.elementwise(functions[random.below(4)]), a, b)
    }
  }
}

private struct Row: Sendable, CustomTestStringConvertible {
  let sketch: Sketch
  let text: String

  var testDescription: String { text }
}

private let simple: [Row] = [
  Row(sketch: x + x, text: "2*x"),
  Row(sketch: x - x, text: "0"),
  Row(sketch: 2 * x + 3 * x, text: "5*x"),
  Row(sketch: x * x, text: "x^2"),
  Row(sketch: x / x, text: "1"),
  Row(sketch: x + 0, text: "x"),
  Row(sketch: 0 * x, text: "0"),
  Row(sketch: 1 * x, text: "x"),
  Row(sketch: (x ^ 2) / x, text: "x"),
  Row(sketch: -(-x), text: "x"),
  Row(sketch: 1 / (1 / x), text: "x"),
  Row(sketch: 2 * (3 * x), text: "6*x"),
  Row(sketch: x + y - (y + x), text: "0"),
  Row(sketch: 1 + x + 2, text: "3 + x"),
  Row(sketch: -(x - y), text: "y - x"),
  Row(sketch: -(-x - 1), text: "x + 1"),
  Row(sketch: sqrt(x) * sqrt(x), text: "x"),
  Row(sketch: sqrt(x) ^ 3, text: "x*sqrt(x)"),
  Row(sketch: log(exp(x)), text: "x"),
  Row(sketch: sin(-x), text: "-sin(x)"),
  Row(sketch: cos(-x), text: "cos(x)"),
  Row(sketch: exp(0), text: "1"),
  Row(sketch: sqrt(9), text: "3"),
  Row(sketch: sqrt(2), text: "sqrt(2)"),
  Row(sketch: 1 ** x, text: "1"),
  Row(sketch: (x ** y) * x, text: "x^(y + 1)"),
  Row(sketch: x ** 2, text: "x^2"),
  Row(sketch: exp(x) * exp(x), text: "exp(x)^2"),
  Row(sketch: Sketch.fraction(1, 3) + Sketch.fraction(1, 6), text: "1/2"),
  Row(sketch: x * (y + 1) - x * (y + 1), text: "0"),
  Row(sketch: choose(x, .less, y, x, else: x), text: "x"),
]

@Test(arguments: simple)
private func simpleThingsBecomeWhatTheyAre(row: Row) {
  var bench = Bench()
  let node = bench.build(row.sketch)
  let neat = bench.simplifier.simplified(node, in: &bench.graph)
  #expect(bench.text(neat) == row.text)
}

/// What looks alike but is not: each stays as it is.
private let lookalikes: [Row] = [
  Row(sketch: sqrt(x ^ 2), text: "sqrt(x^2)"),
  Row(sketch: exp(log(x)), text: "exp(log(x))"),
  Row(sketch: apply(.abs, x) * x, text: "x*abs(x)"),
  Row(sketch: apply(.asin, sin(x)), text: "asin(sin(x))"),
  Row(sketch: log(x * y), text: "log(x*y)"),
  Row(sketch: sqrt(x * y), text: "sqrt(x*y)"),
]

@Test(arguments: lookalikes)
private func identitiesThatHoldOnlySomewhereAreNotUsed(row: Row) {
  var bench = Bench()
  let node = bench.build(row.sketch)
  let neat = bench.simplifier.simplified(node, in: &bench.graph)
  #expect(bench.text(neat) == row.text)
}

@Test func definitionsAreNamesThatSimplifyingLeavesAlone() {
  var bench = Bench()
  let body = bench.build(x + x)
  // That the body was simplified for itself before makes no other definition of it.
  _ = bench.simplifier.simplified(body, in: &bench.graph)
  let named = bench.graph.define(
    Definition(name: "f", application: nil, parameters: [], serial: 0), as: body)
  #expect(bench.simplifier.simplified(named, in: &bench.graph) == named)
}
