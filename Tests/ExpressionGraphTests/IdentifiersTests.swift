import ExpressionGraph
import Testing

@Suite struct IdentifiersTests {
  @Test func nodesAreOrderedAsTheyWereMade() {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: .scalar))
    let sine = graph.elementwise(.sin, x)
    #expect(x < sine && !(sine < x))
  }

  @Test func equalValuesHaveOneIdentifier() {
    var graph = ExpressionGraph()
    let first = graph.intern(SumPattern(coefficients: [.one, .minusOne]))
    let other = graph.intern(SumPattern(coefficients: [.minusOne, .one]))
    #expect(graph.intern(SumPattern(coefficients: [.one, .minusOne])) == first && other != first)
    #expect(graph[first].coefficients == [.one, .minusOne])
  }

  @Test func identifiersAreKeptWhenATableGrows() {
    var graph = ExpressionGraph()
    let made = (0..<1_000).map { graph.intern(Dimension($0)) }
    #expect((0..<1_000).map { graph.intern(Dimension($0)) } == made)
    #expect(made.map { graph[$0] } == (0..<1_000).map { Dimension($0) })
    #expect(Set(made).count == 1_000)
  }
}
