import ChainDiagnostics
import Testing

/// The source line and the marks under it, as printed for a stretch of text.
private func excerpt(_ text: String, _ range: SourceRange) -> [String] {
  let source = SourceText(name: "a", text)
  let lines = DiagnosticWriter().text(of: [.error("e", "m", at: range)], in: source)
  return lines.split(separator: "\n").dropFirst().map(String.init)
}

@Test(arguments: [
  ("a\tb", SourceRange(2, 3), ["1 | a   b", "  |     ^"]),
  ("αβ+γ", SourceRange(5, 7), ["1 | αβ+γ", "  |    ^"]),
  ("漢=1", SourceRange(4, 5), ["1 | 漢=1", "  |    ^"]),
  ("e\u{301}=1", SourceRange(4, 5), ["1 | e\u{301}=1", "  |   ^"]),
  ("a", SourceRange(1, 1), ["1 | a", "  |  ^"]),
  ("ab\ncd", SourceRange(1, 5), ["1 | ab", "  |  ^"]),
  ("", SourceRange(0, 0), ["1 |", "  | ^"]),
])
func marksStandUnderTheirText(_ text: String, _ range: SourceRange, _ expected: [String]) {
  #expect(excerpt(text, range) == expected)
}

@Test(arguments: [0, 5, 60, 150, 480, 5_000, 99_990])
func longLinesAreShownAroundTheMark(_ offset: Int) {
  var text = String(repeating: "+", count: 100_000).utf8.map { $0 }
  text[offset] = UInt8(ascii: "x")
  let lines = excerpt(String(decoding: text, as: UTF8.self), SourceRange(offset, offset + 1))
  let column = lines[1].distance(
    from: lines[1].startIndex, to: lines[1].firstIndex(of: "^") ?? lines[1].startIndex)
  #expect(lines[0].count <= 104)
  #expect(Array(lines[0])[column] == "x")
}

@Test func distantMarksOfALongLineAreShownApart() {
  let text = "(" + String(repeating: "a", count: 500)
  let finding = Diagnostic.error(
    "e", "m", at: SourceRange(501, 501), secondary: [Diagnostic.Label(SourceRange(0, 1), "here")])
  let lines = DiagnosticWriter().text(of: [finding], in: SourceText(name: "a", text))
    .split(separator: "\n")
  #expect(lines.count == 5)
  #expect(lines[4].hasSuffix("- here"))
}
