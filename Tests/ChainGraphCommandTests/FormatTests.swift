import Foundation
import Testing

@Suite struct FormatTests {
  @Test func filesAreWrittenInTheirPlace() throws {
    try Program.inFolder { program throws in
      try program.write("f=x^2#s\n", to: "a.txt")
      try program.write("f = x^2\n", to: "b.txt")
      let result = try program("format", "a.txt", "b.txt")
      #expect(result.status == 0 && result.output.isEmpty)
      #expect(result.messages == "formatted a.txt\n")
      #expect(try program.read("a.txt") == "f = x^2  # s\n")
      #expect(try program("format", "a.txt").messages.isEmpty)
    }
  }

  @Test func standardInputGoesToStandardOutput() throws {
    try Program.inFolder { program throws in
      let result = try program("format", "-", input: "df /dt")
      #expect(result.status == 0 && result.messages.isEmpty)
      #expect(result.output == "df/dt\n")
    }
  }

  @Test func checkingChangesNothing() throws {
    try Program.inFolder { program throws in
      try program.write("f=x^2\n", to: "a.txt")
      try program.write("f = x^2\n", to: "b.txt")
      let result = try program("format", "--check", "a.txt", "b.txt")
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(
        result.messages == """
          a.txt: error: the input is not in canonical form [not-canonical]
            = help: run `chaingraph format a.txt`

          """)
      #expect(try program.read("a.txt") == "f=x^2\n")
      #expect(try program("format", "--check", "b.txt").status == 0)
    }
  }

  @Test func whatCannotBeReadStaysAsItIs() throws {
    try Program.inFolder { program throws in
      try program.write("f=(x\n", to: "a.txt")
      try program.write("g=x\n", to: "b.txt")
      let result = try program("format", "--diagnostics", "short", "a.txt", "none.txt", "b.txt")
      #expect(result.status == 66)
      #expect(
        result.messages == """
          a.txt:1:5: error: a bracket is never closed [unclosed-bracket]
          none.txt: error: cannot read the input: No such file or directory [unreadable-input]
          formatted b.txt

          """)
      #expect(try program.read("a.txt") == "f=(x\n")
      #expect(try program.read("b.txt") == "g = x\n")
    }
  }
}
