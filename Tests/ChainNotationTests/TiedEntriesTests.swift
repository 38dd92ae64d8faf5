import ChainNotation
import ExpressionGraph
import Testing

@Suite struct TiedEntriesTests {
  private func text(_ function: VectorFunction, breaksTies: Bool, _ shape: String...) -> String {
    var bench = Workbench()
    let x = bench.graph.variable(Variable(name: "x", shape: bench.shape(shape)))
    let node = bench.graph.node(.vectorFunction(function), [x])
    return Notation(graph: bench.graph, breaksTies: breaksTies).phrase(of: node).text
  }

  @Test func withoutTiesTheExtremeEntryIsMarked() {
    #expect(text(.firstMaximum, breaksTies: false, "n") == "1 - sign(max(x) - x)")
    #expect(text(.firstMinimum, breaksTies: false, "n") == "1 - sign(x - min(x))")
  }

  /// 1 at each tied entry times 1 where none stands before.
  @Test func withTiesTheFirstAloneIsMarked() throws {
    let text = text(.firstMaximum, breaksTies: true, "3")
    #expect(text.contains(".*(1 - sign(") && text.hasPrefix("(1 - sign(max(x) - x))"))
  }

  @Test func aMatrixIsReadRowByRow() {
    #expect(
      text(.firstMaximum, breaksTies: true, "2", "2").contains("vec((1 - sign(max(x) - x))')"))
  }
}
