import Foundation
import Testing

/// The filter of the Quarto extension, run by Pandoc on a document as Quarto has it.
@Suite struct QuartoTests {
  private func pandoc(_ text: String, in program: Program) throws -> (status: Int32, output: String)
  {
    try program.write(text, to: "d.md")
    try program.makeFolder("bin")
    try program.write(
      "#!/bin/sh\nexec '\(Program.executable.path)' pandoc \"$@\"\n", to: "bin/chaingraph-pandoc")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: program.folder.appendingPathComponent("bin/chaingraph-pandoc").path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Tool.run(
      "env", "PATH=\(program.folder.path)/bin:\(path)", "pandoc", "--lua-filter",
      Program.integration("quarto/_extensions/chaingraph/chaingraph.lua").path, "-t", "html",
      "d.md", in: program.folder)
  }

  @Test(.enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"))
  func bothFormsOfABlockAreDrawn() throws {
    let text = """
      ::: {.panel-tabset data-custom="1"}

      ```{.chaingraph #fig-rule caption="The rule" width=60%}
      f = x^2
      df/dx
      ```

      :::

      ```chaingraph
      g = sin(x)
      dg/dx
      ```

      ```{chaingraph}
      left to Quarto
      ```

      """
    try Program.inFolder { program throws in
      let result = try pandoc(text, in: program)
      #expect(result.status == 0)
      let files = try program.files().filter { $0.hasPrefix("chaingraph-figures/") }
      #expect(files.count == 2 && files.allSatisfy { $0.hasSuffix(".svg") })
      for file in files { #expect(result.output.contains("src=\"\(file)\"")) }
      #expect(result.output.contains("id=\"fig-rule\"") && result.output.contains("width:60.0%"))
      #expect(result.output.contains("data-custom=\"1\""))
      #expect(result.output.contains("left to Quarto"))
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"))
  func aMistakeMakesNoDocument() throws {
    try Program.inFolder { program throws in
      let result = try pandoc("```chaingraph\nf = (x\n```\n", in: program)
      #expect(result.status != 0 && result.output.isEmpty)
    }
  }
}
