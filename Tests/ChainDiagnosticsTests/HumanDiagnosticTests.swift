import ChainDiagnostics
import Testing

@Suite struct HumanDiagnosticTests {
  private let source = SourceText(name: "a.txt", "one = 1\ntwo = 2\nthree = 3")

  private func text(_ diagnostic: Diagnostic) -> [String] {
    DiagnosticWriter().text(of: [diagnostic], in: source).split(separator: "\n").map(String.init)
  }

  @Test func theCaretStandsUnderTheSpan() {
    let lines = text(.error("e", "wrong", at: SourceRange(14, 15), label: "here"))
    #expect(lines == ["a.txt:2:7: error: wrong [e]", "2 | two = 2", "  |       ^ here"])
  }

  @Test func marksOnOneLineShareIt() {
    let lines = text(
      .error(
        "e", "twice", at: SourceRange(8, 11), label: "here",
        secondary: [Diagnostic.Label(SourceRange(14, 15), "there")]))
    #expect(lines.count { $0.contains("two = 2") } == 1)
    #expect(lines.contains { $0.contains("^^^") } && lines.contains { $0.contains("- there") })
  }

  @Test func notesAndMendsStandBelow() {
    let lines = text(
      .error("e", "wrong", at: SourceRange(0, 3), notes: ["a note"], help: "a mend"))
    #expect(lines.suffix(2) == ["  = note: a note", "  = help: a mend"])
  }

  /// What a stranger's source holds must not move the terminal's cursor.
  @Test func controlCharactersAreNotPrinted() {
    let hostile = SourceText(name: "a", "x\u{1B}[2J = 1")
    let text = DiagnosticWriter().text(
      of: [.error("e", "bad \u{1B}[31m", at: SourceRange(0, 1))], in: hostile)
    #expect(!text.contains("\u{1B}"))
  }
}
