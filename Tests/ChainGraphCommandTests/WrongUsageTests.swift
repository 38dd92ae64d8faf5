import Foundation
import Testing

@Suite struct WrongUsageTests {
  @Test(arguments: [
    (
      ["derive", "a.txt", "--detail", "fine"],
      "`fine` is no detail: expected auto, functions, components or operations",
      "`chaingraph derive --help` tells what can be written"
    ),
    (
      ["render", "a.txt", "--nope"], "unknown option `--nope`",
      "did you mean `--mode`?; `chaingraph render --help` tells what can be written"
    ),
    (
      ["check", "a.txt", "--color", "red"], "the value `red` is invalid for `--color <when>`",
      "please provide one of `auto`, `always` or `never`; "
        + "`chaingraph check --help` tells what can be written"
    ),
    (
      ["typeset", "x", "--font-size", "big"],
      "the value `big` is invalid for `--font-size <points>`",
      "`chaingraph typeset --help` tells what can be written"
    ),
    (
      ["derive"], "missing expected argument `<input>`",
      "`chaingraph derive --help` tells what can be written"
    ),
    (["paint"], "there is no command `paint`", "`chaingraph --help` tells what can be written"),
    (
      ["rendr", "a.txt"], "there is no command `rendr`",
      "did you mean `render`?; `chaingraph --help` tells what can be written"
    ),
  ])
  func isSaidLikeAnyError(_ arguments: [String], _ message: String, _ help: String) throws {
    try Program.inFolder { program throws in
      let result = try program(arguments)
      #expect(result.status == 64 && result.output.isEmpty)
      #expect(
        result.messages == "chaingraph: error: \(message) [wrong-usage]\n  = help: \(help)\n")
    }
  }

  @Test(arguments: [
    ["render", "-", "--paths", "many", "--diagnostics", "json"],
    ["derive", "-", "--diagnostics=json", "--nope"],
    ["derive", "-", "-f", "word", "--diagnostics", "json"],
  ])
  func isJSONWhereThatIsAskedFor(_ arguments: [String]) throws {
    try Program.inFolder { program throws in
      let result = try program(arguments)
      #expect(result.status == 64)
      let object = try JSONSerialization.jsonObject(with: Data(result.messages.utf8))
      #expect(((object as? [String: Any])?["diagnostics"] as? [Any])?.count == 1)
    }
  }
}
