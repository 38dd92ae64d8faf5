import ExpressionGraph
import Testing

@Suite struct PatternTablesTests {
  private let names = (0..<40).map { "x\($0)" }

  @Test func aCopyDoesNotSeeWhatTheOriginalAdds() {
    var graph = ExpressionGraph()
    let x = graph.intern(Variable(name: "x", shape: .scalar))
    let copy = graph
    let added = names.map { graph.intern(Variable(name: $0, shape: .scalar)) }
    var other = copy
    let others = names.reversed().map { other.intern(Variable(name: $0, shape: .scalar)) }
    #expect(graph[x].name == "x" && copy[x].name == "x" && other[x].name == "x")
    #expect(added.map { graph[$0].name } == names)
    #expect(others.map { other[$0].name } == names.reversed())
  }

  /// What two copies know already has one identifier in both.
  @Test func aCopyFindsWhatWasThere() {
    var graph = ExpressionGraph()
    let made = names.map { graph.intern(Variable(name: $0, shape: .scalar)) }
    var copy = graph
    #expect(names.map { copy.intern(Variable(name: $0, shape: .scalar)) } == made)
  }

  @Test func everyKindOfValueSurvivesACopy() {
    var graph = ExpressionGraph()
    let shape = graph.intern(Shape([2, 3]))
    let number = graph.intern(Number(17))
    let choice = graph.intern(ChoicePattern(comparisons: [.less]))
    var copy = graph
    _ = copy.intern(Number(18))
    #expect(copy[shape] == Shape([2, 3]) && copy[number] == Number(17))
    #expect(copy[choice].comparisons == [.less] && graph[number] == Number(17))
  }
}
