import ChainDiagnostics
import Foundation
import Testing

@Test func aFindingIsOneObject() throws {
  let source = SourceText(name: "a \"b\"", "x =\nαy\u{1}\\")
  let finding = Diagnostic.error(
    "odd", "say \"no\"\n", at: SourceRange(6, 7), label: "here",
    secondary: [Diagnostic.Label(SourceRange(0, 1), "there")], notes: ["n"], help: "h",
    replacement: Diagnostic.Replacement(SourceRange(6, 7), with: "\\"))
  let text = DiagnosticWriter(style: .json).text(of: [finding], in: source)
  #expect(
    text == #"{ "severity": "error", "id": "odd", "message": "say \"no\"\n", "#
      + #""file": "a \"b\"", "line": 2, "column": 2, "endLine": 2, "endColumn": 3, "#
      + #""label": "here", "related": [{ "line": 1, "column": 1, "endLine": 1, "#
      + #""endColumn": 2, "label": "there" }], "notes": ["n"], "help": ["h"], "#
      + #""replacement": { "line": 2, "column": 2, "endLine": 2, "endColumn": 3, "text": "\\" } }"#
      + "\n")
  #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is NSDictionary)
}

@Test func aFindingWithoutPlaceHasNoLine() {
  let text = DiagnosticWriter(style: .json).text(
    of: [.warning("w", "m", at: nil)], in: SourceText(name: "a", ""))
  #expect(
    text == #"{ "severity": "warning", "id": "w", "message": "m", "file": "a", "#
      + #""related": [], "notes": [], "help": [] }"# + "\n")
}
