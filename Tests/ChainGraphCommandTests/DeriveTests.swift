import Foundation
import Testing

private let good = "f = x^2\ndf/dx\nat x = 2\n"

@Suite struct DeriveTests {
  @Test func textGoesToStandardOutput() throws {
    try Program.inFolder { program throws in
      let result = try program("derive", "-", input: good + "---\n" + good)
      #expect(result.status == 0 && result.messages.isEmpty)
      #expect(result.output.hasPrefix("x = 2\nf = x^2 = 4\n"))
      #expect(result.output.components(separatedBy: "\n---\n").count == 2)
    }
  }

  @Test func theEndingOfTheOutputMayAskForAFormat() throws {
    try Program.inFolder { program throws in
      #expect(try program("derive", "-", "-o", "a.json", input: good).status == 0)
      #expect(try program("derive", "-", "-o", "a.txt", input: good).status == 0)
      #expect(try program.read("a.json").hasPrefix("{\n"))
      #expect(try program.read("a.txt").hasPrefix("x = 2\n"))
    }
  }

  @Test func otherFiguresAreWrittenBesideErrors() throws {
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "-f", "json", input: "f = (\n---\n" + good)
      #expect(result.status == 1)
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect(((object as? [String: Any])?["figures"] as? [Any])?.count == 1)
    }
  }

  @Test func optionsOfThePointAndTheDigits() throws {
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "--at", "x = 1/3", "--digits", "2", input: good)
      #expect(result.output.hasPrefix("x = 0.33\n"))
    }
  }

  @Test func anUnknownFormatIsWrongUsage() throws {
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "-f", "word", input: good)
      #expect(result.status == 64)
      #expect(
        result.messages == """
          chaingraph: error: unknown format `word` [unsupported-format]
            = help: the formats are text, latex, markdown, json

          """)
    }
  }
}
