import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

/// Reverse, forward, both simplified, and differences: five ways to one number.
@Test(arguments: 0..<40)
func allWaysToADerivativeOfARandomExpressionAgree(seed: Int) {
  var bench = Bench(seed: UInt64(seed))
  var expressions = RandomExpressions()
  for operations in [1, 2, 3, 5, 8, 12] {
    let output = expressions.expression(operations: operations, in: &bench)
    let used = bench.graph.variables(below: [output])
    let point = bench.point(for: [output])
    for input in used {
      let shape = bench.graph.shape(of: output) + bench.graph.shape(of: input)
      let zero = bench.graph.zero(shape)
      let reverse = bench.graph.adjoints(of: output, by: [input])[input] ?? zero
      let forward = bench.graph.tangents(of: [output], by: input)[output] ?? zero
      let neat = bench.simplifier.simplified(reverse, in: &bench.graph)
      let other = bench.simplifier.simplified(forward, in: &bench.graph)
      let expected = bench.differences(of: output, by: input, at: point)
      for (name, node) in [
        ("reverse", reverse), ("forward", forward), ("simplified", neat),
        ("simplified forward", other),
      ] {
        #expect(bench.graph.shape(of: node) == shape)
        let tolerance = 1e-6
        #expect(
          agree(bench.value(node, point), expected, within: tolerance),
          "\(name), seed \(seed), \(operations): d(\(bench.text(output))) = \(bench.text(node))")
      }
    }
  }
}

@Test func heldDefinitionsAreNotEntered() {
  var bench = Bench()
  let t = bench.build(.input("t"))
  let x = bench.graph.define(
    Definition(name: "x", application: nil, parameters: [], serial: 0),
    as: bench.graph.elementwise(.sin, t))
  let f = bench.graph.binary(.product(bench.graph.plainProduct), x, t)
  let adjoints = bench.graph.adjoints(of: f, by: [x, t])
  #expect(adjoints[x] == t)
  #expect(adjoints[t] == x)
}

@Test func nodesWithoutAWayToTheOutputHaveNoAdjoint() {
  var bench = Bench()
  let (x, y) = (bench.build(.input("x")), bench.build(.input("y")))
  let f = bench.graph.elementwise(.sin, x)
  let adjoints = bench.graph.adjoints(of: f, by: [x, y])
  #expect(adjoints[y] == nil)
  let tangents = bench.graph.tangents(of: [f], by: y)
  #expect(tangents[f] == nil)
  let derivative = bench.graph.derivative(of: f, by: y)
  #expect(bench.graph.isZero(derivative))
}

/// A chain of composed functions costs as many nodes as it is long, however deep.
@Test(arguments: [10, 100, 1_000, 10_000])
func gradientsOfChainsGrowLinearly(length: Int) {
  var bench = Bench()
  let x = bench.build(.input("x"))
  var chain = x
  for step in 0..<length { chain = bench.graph.elementwise(step % 2 == 0 ? .sin : .cos, chain) }
  let before = bench.graph.count
  _ = bench.graph.adjoints(of: chain, by: [x])
  #expect(bench.graph.count - before <= 4 * length)
}

@Test(arguments: [10, 1_000, 10_000])
func gradientsOfTheLogisticMapGrowLinearly(length: Int) {
  var bench = Bench()
  let x = bench.build(.input("x"))
  let logistic = bench.logisticMap(of: x, times: length)
  let before = bench.graph.count
  _ = bench.graph.adjoints(of: logistic, by: [x])
  #expect(bench.graph.count - before <= 12 * length)
}

extension Bench {
  /// x ↦ 4x(1 − x), so many times.
  mutating func logisticMap(of x: NodeID, times: Int) -> NodeID {
    var value = x
    let one = graph.number(.one)
    let four = graph.number(4)
    for _ in 0..<times {
      let rest = graph.sum([(.one, one), (.minusOne, value)])
      let scaled = graph.binary(.product(graph.plainProduct), four, value)
      value = graph.binary(.product(graph.plainProduct), scaled, rest)
    }
    return value
  }
}

@Test func aLiteralChangesEntryByEntry() {
  var bench = Bench()
  let t = bench.build(.input("t"))
  let entries = [t, bench.graph.number(3), bench.graph.elementwise(.sin, t)]
  let literal = bench.graph.literal(entries, shape: Shape([Dimension(3)]))
  let tangent = bench.graph.tangents(of: [literal], by: t)[literal]
  let cosine = bench.graph.elementwise(.cos, t)
  let expected = [bench.graph.number(1), bench.graph.number(0), cosine]
  #expect(tangent == bench.graph.literal(expected, shape: Shape([Dimension(3)])))
}
