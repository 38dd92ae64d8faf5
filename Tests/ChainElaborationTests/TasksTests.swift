import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import Testing

@Test func anInstanceIsMadeOnce() throws {
  let figure = try #require(elaborated("f(x) = x^2\ny(a) = f(a) + f(a) + f(2)").figure)
  #expect(figure.definitions.map { figure.graph.text(of: $0) } == ["f(a)", "f(2)", "y"])
}

@Test func definitionsKnowTheirPlaces() throws {
  let text = "f(x) = x^2\ny(a) = f(a)"
  let figure = try #require(elaborated(text).figure)
  let sources = figure.definitions.compactMap { figure.definitionSources[$0] }
  let places = sources.map { [$0.name, $0.body].map { text.utf8Text($0.start, $0.end) } }
  #expect(places == [["f", "x^2"], ["y", "f(a)"]])
  #expect(sources.map { $0.application != nil } == [true, false])
}

@Test func functionsThatAreOnlyAppliedAreNotLookedAtByThemselves() {
  #expect(findings("f(x) = x[1] + x[2]\ny = f([t; t])\ndy/dt").isEmpty)
}

extension String {
  fileprivate func utf8Text(_ start: Int, _ end: Int) -> String {
    String(decoding: Array(utf8)[start..<end], as: UTF8.self)
  }
}
