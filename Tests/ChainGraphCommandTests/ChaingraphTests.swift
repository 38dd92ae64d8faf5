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
      for command in ["render", "derive", "check", "plot", "typeset", "format"] {
        #expect(result.output.contains("  \(command) "))
        let help = try program(command, "--help")
        #expect(help.status == 0 && help.output.contains("USAGE: chaingraph \(command)"))
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsCompleteTheArguments(shell: String) throws {
    try Program.inFolder { program throws in
      let result = try program("--generate-completion-script", shell)
      #expect(result.status == 0 && result.messages.isEmpty)
      for word in ["plot", "format", "profile", "diagnostics"] {
        #expect(result.output.contains(word))
      }
    }
  }

  /// What the manual is made of.
  @Test func theArgumentsAreToldToTools() throws {
    try Program.inFolder { program throws in
      let result = try program("--experimental-dump-help")
      #expect(result.status == 0)
      #expect(result.output.contains("\"commandName\" : \"plot\""))
    }
  }

  @Test func unknownSubcommandsAreWrongUsage() throws {
    try Program.inFolder { program throws in
      #expect(try program("paint").status == 64)
    }
  }
}
