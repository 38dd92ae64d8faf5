import ChainNotation
import ExpressionGraph
import TensorCalculus
import Testing

@Suite struct SimplifyExpansionTests {
  private struct Scalars {
    var graph = ExpressionGraph()
    var simplifier = Simplifier()

    mutating func name(_ name: String) -> NodeID {
      graph.variable(Variable(name: name, shape: .scalar))
    }

    mutating func oneMinus(_ node: NodeID) -> NodeID {
      graph.sum([(.one, graph.number(1)), (.minusOne, node)])
    }

    mutating func times(_ factors: NodeID...) -> NodeID {
      graph.scalarProduct(factors.map { ($0, .one) })
    }

    mutating func text(_ node: NodeID) -> String {
      let simple = simplifier.simplified(node, in: &graph)
      return Notation(graph: graph).phrase(of: simple).text
    }
  }

  @Test func sumsThatCancelAreMultipliedOut() {
    var bench = Scalars()
    let (s, y, x) = (bench.name("s"), bench.name("y"), bench.name("x"))
    let left = bench.times(x, s, bench.oneMinus(y))
    let right = bench.times(x, y, bench.oneMinus(s))
    let sum = bench.graph.sum([(.one, left), (.minusOne, right)])
    #expect(bench.text(sum) == "x*(s - y)")
  }

  @Test func otherSumsStayFactors() {
    var bench = Scalars()
    let (s, y, x) = (bench.name("s"), bench.name("y"), bench.name("x"))
    let sum = bench.graph.sum([
      (.one, bench.times(s, bench.oneMinus(y))), (.one, bench.times(x, y)),
    ])
    #expect(bench.text(sum) == "s*(1 - y) + y*x")
  }

  @Test func constantsStandBehindNames() {
    var bench = Scalars()
    let (a, b) = (bench.name("a"), bench.name("b"))
    let sum = bench.graph.sum([(2, b), (.one, bench.graph.number(1)), (.one, a)])
    #expect(bench.text(sum) == "a + 2*b + 1")
  }

  @Test func numbersCommonToTensorsAreTakenOut() {
    var bench = Scalars()
    let shape = Shape([Dimension(symbol: "n")])
    let names = ["a", "b"].map { bench.graph.variable(Variable(name: $0, shape: shape)) }
    let sum = bench.graph.sum([(2, names[0]), (Number(-2), names[1])])
    #expect(bench.text(sum) == "2*(a - b)")
  }
}
