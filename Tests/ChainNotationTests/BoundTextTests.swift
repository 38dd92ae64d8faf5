import ChainNotation
import ExpressionGraph
import Testing

struct BoundTextTests {
  @Test func smallExpressionsHaveNoBindings() {
    var bench = Workbench()
    let x = bench.scalar("x")
    let sine = bench.apply(.sin, x)
    let square = bench.product("1", (sine, "1"), (sine, "1"))
    let bound = Notation(graph: bench.graph).boundText(of: square)
    #expect(bound.expression == "sin(x)*sin(x)")
    #expect(bound.bindings.isEmpty)
  }

  @Test func sharedPartsAreBoundOnce() {
    var bench = Workbench()
    var node = bench.scalar("x")
    for _ in 0..<60 {
      let one = bench.sum(("1", node), ("1", bench.number("1")))
      node = bench.product("1", (one, "1"), (node, "1"), (bench.apply(.sin, one), "1"))
    }
    let bound = Notation(graph: bench.graph).boundText(of: node)
    #expect(!bound.bindings.isEmpty && bound.bindings.count < 200)
    #expect(bound.bindings.allSatisfy { $0.expression.count < 4000 })
    #expect(bound.expression.contains("v"))
  }

  @Test func deepChainsAreCutIntoReadablePieces() {
    var bench = Workbench()
    var node = bench.scalar("x")
    for _ in 0..<100_000 { node = bench.apply(.sin, node) }
    let notation = Notation(graph: bench.graph)
    let bound = notation.boundText(of: node)
    #expect(bound.bindings.first?.name == "v1")
    #expect(bound.bindings.allSatisfy { $0.expression.count < 1000 })
    let calls = (bound.bindings.map(\.expression) + [bound.expression])
      .reduce(0) { $0 + $1.count(where: { $0 == "(" }) }
    #expect(calls == 100_000)
    #expect(notation.operationCount(of: node) == 100_000)
    #expect(notation.phrase(of: node).text.contains("..."))
  }

  @Test func longProductsAreWrittenWhole() {
    var bench = Workbench()
    let x = bench.scalar("x")
    let node = bench.graph.scalarProduct(Array(repeating: (x, .one), count: 10_000))
    #expect(Notation(graph: bench.graph).boundText(of: node).expression.count == 19_999)
  }

  @Test func namesDoNotCollide() {
    var bench = Workbench()
    var node = bench.sum(("1", bench.scalar("v_1")), ("1", bench.scalar("w2")))
    for _ in 0..<3000 { node = bench.apply(.sin, node) }
    let bound = Notation(graph: bench.graph).boundText(of: node)
    #expect(bound.bindings.first?.name == "u1")
  }

  @Test func definitionsAreNotEntered() {
    var bench = Workbench()
    var body = bench.scalar("x")
    for _ in 0..<5000 { body = bench.apply(.sin, body) }
    let name = bench.graph.define(
      Definition(name: "y", application: nil, parameters: [], serial: 0), as: body)
    let double = bench.product("2", (name, "1"))
    let bound = Notation(graph: bench.graph).boundText(of: double)
    #expect(bound == BoundText(expression: "2*y", bindings: []))
  }
}
