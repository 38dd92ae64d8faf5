import Testing

@Suite struct PlainArgumentsTests {
  private let source = "f = x^2\ndf/dx\nat x = 3\n"

  /// Every spelling of the same call gives the same file, whichever way it is read.
  @Test(
    arguments: [
      ["a.txt", "-o", "b.svg"], ["-o", "b.svg", "a.txt"], ["a.txt", "--output", "b.svg"],
      ["a.txt", "-f", "svg", "-o", "b.svg"], ["a.txt", "--output=b.svg"],
      ["a.txt", "-o", "b.svg", "--quiet"], ["-o", "b.svg", "--", "a.txt"],
      ["a.txt", "-o", "c.svg", "-o", "b.svg"], ["a.txt", "-o", "b.svg", "--paths", "8"],
    ])
  func spellingsOfACallAgree(arguments: [String]) throws {
    try Program.inFolder { program throws in
      try program.write(source, to: "a.txt")
      let expected = try program("render", "-", input: source).output
      let result = try program(["render"] + arguments)
      #expect(result.status == 0)
      #expect(try program.files() == ["a.txt", "b.svg"])
      #expect(try program.read("b.svg") == expected)
    }
  }

  @Test(arguments: [["-o"], ["a.txt", "-f"], ["-o", "b.svg"], ["a.txt", "-o", "-x.svg"], []])
  func whatIsWrongIsSaidByTheParser(arguments: [String]) throws {
    try Program.inFolder { program throws in
      try program.write(source, to: "a.txt")
      let result = try program(["render"] + arguments)
      #expect(result.status == 64)
      #expect(result.messages.contains("[wrong-usage]\n  = help: `chaingraph render --help`"))
    }
  }
}
