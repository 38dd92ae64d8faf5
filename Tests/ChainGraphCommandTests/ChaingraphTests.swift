import Testing

@Suite struct ChaingraphTests {
  @Test func theVersionNamesGraphvizAndTheFont() throws {
    try Program.inFolder { program throws in
      let result = try program("--version")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("chaingraph "))
      #expect(result.output.contains("Graphviz") && result.output.contains("Latin Modern Math"))
    }
  }

  @Test func helpNamesEverySubcommand() throws {
    try Program.inFolder { program throws in
      let result = try program("--help")
      #expect(result.status == 0)
      for command in ["render", "derive", "check", "typeset"] {
        #expect(result.output.contains("  \(command) "))
        let help = try program(command, "--help")
        #expect(help.status == 0 && help.output.contains("USAGE: chaingraph \(command)"))
      }
    }
  }

  @Test func unknownSubcommandsAreWrongUsage() throws {
    try Program.inFolder { program throws in
      #expect(try program("paint").status == 64)
    }
  }
}
