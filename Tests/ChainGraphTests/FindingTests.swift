import ChainGraph
import Foundation
import Testing

@Suite struct FindingTests {
  @Test func aFindingAboutAWholeHasNoPlace() {
    let finding = Finding(.error, id: "unreadable-input", "cannot read", in: "a.txt", help: "look")
    #expect(finding.line == nil && finding.column == nil)
    #expect(finding.text() == "a.txt: error: cannot read [unreadable-input]\n  = help: look\n")
    #expect(finding.text(style: .short) == "a.txt: error: cannot read [unreadable-input]\n")
  }

  @Test func allFindingsAreOneJSONObject() throws {
    let documents = [Document("f = (\n", name: "a"), Document("g = log(x)\nat x = 0\n", name: "b")]
    let other = Finding(.error, id: "unreadable-input", "cannot \"read\"", in: "c")
    let text = Finding.json(of: documents, and: [other])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let rows = try #require(object?["diagnostics"] as? [[String: Any]])
    #expect(rows.compactMap { $0["file"] as? String } == ["a", "b", "c"])
    #expect(rows.last?["message"] as? String == "cannot \"read\"")
  }

  @Test func withoutFindingsTheObjectIsStillThere() {
    #expect(
      Document("f = x\ndf/dx\n").report(style: .json)
        == "{\n  \"version\": 1,\n  \"diagnostics\": []\n}\n")
  }

  @Test func coloursAreLeftOutWhereNotAsked() {
    let document = Document("f = yy\n")
    #expect(!document.report().contains("\u{1B}"))
    #expect(document.report(usesColor: true).contains("\u{1B}[1;31m"))
  }
}
