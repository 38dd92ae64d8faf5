import Foundation
import Testing

@Suite struct MessagesTests {
  @Test func asJSONAllFindingsAreOneObject() throws {
    try Program.inFolder { program throws in
      try program.write("f = (\n", to: "a.txt")
      try program.write("g = abs(x)\nat x = 0\n", to: "b.txt")
      let result = try program(
        "render", "a.txt", "none.txt", "b.txt", "-o", "o.svg", "--diagnostics", "json")
      #expect(result.status == 66)
      let object = try JSONSerialization.jsonObject(with: Data(result.messages.utf8))
      let rows = try #require((object as? [String: Any])?["diagnostics"] as? [[String: Any]])
      #expect(
        rows.compactMap { $0["id"] as? String } == [
          "unclosed-bracket", "kink", "unreadable-input",
        ] || rows.count == 3)
      #expect(program.exists("o-3.svg"))
    }
  }

  @Test func withoutFindingsTheObjectIsThere() throws {
    try Program.inFolder { program throws in
      let result = try program("check", "-", "--diagnostics", "json", input: "f = x\ndf/dx\n")
      #expect(result.messages == "{\n  \"version\": 1,\n  \"diagnostics\": []\n}\n")
    }
  }

  @Test func shortIsALineAFinding() throws {
    try Program.inFolder { program throws in
      let result = try program("check", "-", "--diagnostics", "short", input: "f = xx + yy\n")
      #expect(
        result.messages == """
          <stdin>:1:5: error: `xx` is not known [unknown-name]
          <stdin>:1:10: error: `yy` is not known [unknown-name]

          """)
    }
  }

  @Test func colourIsForTerminalsUnlessAsked() throws {
    try Program.inFolder { program throws in
      let plain = try program("check", "-", input: "f = xx\n")
      #expect(!plain.messages.contains("\u{1B}"))
      let painted = try program("check", "-", "--color", "always", input: "f = xx\n")
      #expect(painted.messages.contains("\u{1B}[1;31merror:"))
      let never = try program(
        "check", "-", "--color", "never", input: "f = xx\n", environment: ["NO_COLOR": "1"])
      #expect(!never.messages.contains("\u{1B}"))
    }
  }

  @Test func quietStillTellsFindings() throws {
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "-q", input: "f = abs(x)\nat x = 0\n")
      #expect(result.messages.contains("[kink]"))
    }
  }
}
