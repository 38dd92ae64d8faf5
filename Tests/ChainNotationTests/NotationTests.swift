import ChainNotation
import ExpressionGraph
import Testing

@Suite struct NotationTests {
  @Test func vectorsAreColumnsUnlessDeclaredRows() {
    var bench = Workbench()
    let column = bench.tensor("x", "n")
    let row = bench.graph.variable(
      Variable(name: "r", shape: bench.shape(["n"]), isRow: true))
    let notation = Notation(graph: bench.graph)
    #expect(notation.orientation(of: column) == .column && notation.orientation(of: row) == .row)
    #expect(bench.text(column, .row) == "x'")
  }

  @Test func operationsAreCountedAsWrittenOut() {
    var bench = Workbench()
    let x = bench.scalar("x")
    let sine = bench.apply(.sin, x)
    let square = bench.product("1", (sine, "1"), (sine, "1"))
    let notation = Notation(graph: bench.graph)
    #expect(notation.operationCount(of: x) == 0 && notation.operationCount(of: sine) == 1)
    #expect(notation.operationCount(of: square) == 3)
  }

  /// Forty doublings would be 2⁴⁰ operations: counting stops, and what is shown is cut.
  @Test func whatIsTooLargeIsCutShort() {
    var bench = Workbench()
    var node = bench.scalar("x")
    for _ in 0..<40 { node = bench.sum(("1", bench.apply(.sin, node)), ("1", node)) }
    let notation = Notation(graph: bench.graph)
    #expect(notation.operationCount(of: node) > 1 << 40)
    #expect(notation.phrase(of: node, orientation: nil, limit: 20).words.contains("…"))
  }

  @Test func longestLiteralIsFound() {
    var bench = Workbench()
    let c = bench.scalar("c")
    let vector = bench.graph.literal([c, c, c], shape: bench.shape(["3"]))
    let notation = Notation(graph: bench.graph)
    #expect(notation.longestLiteral(in: vector) == 3 && notation.longestLiteral(in: c) == 0)
  }
}
