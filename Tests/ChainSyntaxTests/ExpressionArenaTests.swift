import ChainDiagnostics
import ChainSyntax
import Testing

@Test func operandsStandBeforeTheirNode() {
  let fragment = parseExpression(SourceText(name: "a", "f(a + b, [c; d])*x[1]^2"))
  #expect(fragment.root.index == Int32(fragment.expressions.nodes.count - 1))
}

@Test func expressionsKnowTheirPlace() {
  let source = SourceText(name: "a", "(a + b)*f(x) - 2")
  let fragment = parseExpression(source)
  let ranges = fragment.expressions.nodes.map { source[$0.range] }
  #expect(
    ranges == ["a", "b", "a + b", "f", "x", "f(x)", "(a + b)*f(x)", "2", "(a + b)*f(x) - 2"])
}
