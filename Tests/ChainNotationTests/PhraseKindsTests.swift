import ChainNotation
import ExpressionGraph
import Testing

/// What typesetting asks before it sets brackets and dots.
@Suite struct PhraseKindsTests {
  private func latex(_ build: (inout Workbench, NodeID, NodeID) -> NodeID) -> String {
    var bench = Workbench()
    let (x, y) = (bench.scalar("x"), bench.scalar("y"))
    let node = build(&bench, x, y)
    return Notation(graph: bench.graph).phrase(of: node).latex
  }

  @Test func numbersSideBySideHaveADot() {
    #expect(
      latex { w, x, y in
        w.product("2", (w.apply(.power, w.number("3"), x), "1"))
      } == "2 \\cdot 3^x")
  }

  @Test func sumsAmongFactorsHaveBrackets() {
    #expect(
      latex { w, x, y in
        w.product("1", (x, "1"), (w.sum(("1", x), ("1", y)), "1"))
      } == "x(x + y)")
  }

  @Test func functionsBeforeAFactorHaveBracketsRoundTheirArgument() {
    #expect(
      latex { w, x, y in w.product("1", (w.apply(.sin, x), "1"), (y, "1")) } == "\\sin(x)y")
    #expect(
      latex { w, x, y in w.product("1", (y, "1"), (w.apply(.sin, x), "1")) } == "y\\sin x")
  }

  @Test func powersOfFunctionsStandOnTheirNames() {
    #expect(latex { w, x, _ in w.product("1", (w.apply(.cos, x), "3")) } == "\\cos^3 x")
    #expect(
      latex { w, x, _ in w.product("1", (w.apply(.abs, x), "2")) } == "|x|^2")
  }
}
