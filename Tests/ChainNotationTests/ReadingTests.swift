import ChainNotation
import ExpressionGraph
import Testing

/// A term is coefficient, scalars, tensor and divisors, which merge with what surrounds them.
@Suite struct ReadingTests {
  private func text(_ build: (inout Workbench, Tensors) -> NodeID) -> String {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = build(&bench, tensors)
    return bench.text(node)
  }

  @Test func aSumTakesTheSignOfItsTerms() {
    #expect(
      text { w, t in w.sum(("1", t.x), ("1", w.einsum("i->i", t.y, coefficient: "-2"))) }
        == "x - 2*y")
    #expect(
      text { w, t in w.sum(("1", t.x), ("-1", w.einsum("i->i", t.y, coefficient: "-2"))) }
        == "x + 2*y")
  }

  @Test func fractionsMergeTheirDivisors() {
    #expect(
      text { w, t in
        let half = w.product("1/2", (t.c, "1"))
        return w.product("1/3", (half, "1"))
      } == "c/6")
    #expect(
      text { w, t in w.product("1", (w.product("1", (t.c, "-1")), "1"), (t.c, "1")) } == "c/c")
  }

  @Test func aScalarOfATensorStandsBefore() {
    #expect(
      text { w, t in
        w.einsum("i,->i", t.x, w.apply(.sin, t.c))
      } == "sin(c)*x")
  }
}
