import Foundation
import Testing

private let markdown = """
  # A title

  ``` {.chaingraph #fig:a caption="The rule $x^2$ costs 5$" width=50% alt="Words."}
  f = x^2
  df/dx
  at x = 2
  ```

  - In a list:

    ``` chaingraph
    plot t^2, t = 0 .. 3, secants
    ```

  ```
  f = not ours
  ```

  """

@Suite struct PandocTests {
  /// Runs Pandoc with the program as its filter.
  private func pandoc(
    _ text: String, to format: String, in program: Program
  ) throws -> (status: Int32, output: String) {
    try program.write(text, to: "d.md")
    try program.write(
      "#!/bin/sh\nexec '\(Program.executable.path)' pandoc \"$@\"\n", to: "filter")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.folder.appendingPathComponent("filter").path
    )
    return try Tool.run("pandoc", "--filter", "./filter", "-t", format, "d.md", in: program.folder)
  }

  private func figures(of program: Program) throws -> [String] {
    try program.files().filter { $0.hasPrefix("chaingraph-figures/") }
  }

  @Test(.enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"), arguments: ["html", "revealjs"])
  func webPagesHaveSVG(format: String) throws {
    try Program.inFolder { program throws in
      let result = try pandoc(markdown, to: format, in: program)
      #expect(result.status == 0)
      let files = try figures(of: program)
      #expect(files.count == 2 && files.allSatisfy { $0.hasSuffix(".svg") })
      for file in files { #expect(result.output.contains(file)) }
      #expect(result.output.contains("id=\"fig:a\"") && result.output.contains("alt=\"Words.\""))
      #expect(result.output.contains("width:50.0%") && result.output.contains("costs 5$"))
      #expect(result.output.contains("f = not ours"))
      #expect(try files.contains { try program.read($0).contains("Secants through that point") })
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"))
  func wordDocumentsHavePNG() throws {
    try Program.inFolder { program throws in
      #expect(try pandoc(markdown, to: "docx", in: program).status == 0)
      let files = try figures(of: program)
      #expect(files.count == 2 && files.allSatisfy { $0.hasSuffix(".png") })
    }
  }

  @Test(
    .enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"),
    .enabled(if: Tool.isInstalled("pdflatex"), "needs texlive-latex-base"))
  func latexHasPDFAndCompiles() throws {
    try Program.inFolder { program throws in
      let body = try pandoc(markdown, to: "latex", in: program).output
      #expect(try figures(of: program).allSatisfy { $0.hasSuffix(".pdf") })
      #expect(body.contains("\\label{fig:a}") && body.contains("\\caption{The rule \\(x^2\\)"))
      let preamble = """
        \\documentclass{article}
        \\usepackage{graphicx,hyperref}
        \\providecommand\\tightlist{}
        \\begin{document}

        """
      try program.write(preamble + body + "\\end{document}\n", to: "a.tex")
      let run = try Tool.run(
        "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex", in: program.folder)
      #expect(run.status == 0)
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pandoc"), "needs pandoc"))
  func aMistakeMakesNoDocument() throws {
    try Program.inFolder { program throws in
      let result = try pandoc(
        "``` chaingraph\nf = x\n```\n\n``` chaingraph\nf = (x\n```\n", to: "html", in: program)
      #expect(result.status != 0 && result.output.isEmpty)
      #expect(try figures(of: program).isEmpty)
    }
  }

  private func document(_ block: String, version: String = "1,23,1") -> String {
    "{\"pandoc-api-version\":[\(version)],\"meta\":{},\"blocks\":[\(block)]}"
  }

  private func block(_ attributes: String, _ text: String) -> String {
    "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"chaingraph\"],[\(attributes)]],\"\(text)\"]}"
  }

  @Test func figuresAreBlocksOfTheirOwnInNewerVersions() throws {
    try Program.inFolder { program throws in
      let source = document(block("[\"caption\",\"A b\"]", "f = x^2\\ndf/dx"))
      let result = try program("pandoc", "html", "--folder", "o", input: source)
      #expect(result.status == 0)
      let file = try #require(try program.files().first { $0.hasPrefix("o/figure-") })
      #expect(
        result.output == """
          {"pandoc-api-version":[1,23,1],"meta":{},"blocks":[{"t":"Figure","c":[["",[],[]],[null,\
          [{"t":"Plain","c":[{"t":"Str","c":"A"},{"t":"Space"},{"t":"Str","c":"b"}]}]],\
          [{"t":"Plain","c":[{"t":"Image","c":[["",[],[]],[],["\(file)",""]]}]}]]}]}

          """)
    }
  }

  /// Numbers and escapes come out as they went in.
  @Test func whatIsNotOursIsLeftAlone() throws {
    try Program.inFolder { program throws in
      let source = document(
        "{\"t\":\"X\",\"c\":[1.50e+3,-0,true,null,{},[],\"a\\\"\\\\\\u0001é😀\"]}")
      #expect(try program("pandoc", "html", input: source).output == source + "\n")
      let escaped = document("\"\\u00e9\\ud83d\\ude00\\n\"")
      #expect(
        try program("pandoc", "html", input: escaped).output
          == document("\"é😀\\u000a\"") + "\n")
    }
  }

  @Test func optionsOfFiguresAreAttributes() throws {
    try Program.inFolder { program throws in
      let wrong = document(block("[\"detail\",\"much\"]", "f = x^2\\ndf/dx"))
      let result = try program("pandoc", "html", input: wrong)
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.messages.hasPrefix("chaingraph block 1: error: `much` is no detail"))
      let right = document(block("[\"at\",\"x = 3\"],[\"title\",\"T\"]", "f = x^2\\ndf/dx"))
      #expect(try program("pandoc", "html", input: right).status == 0)
      let file = try #require(try program.files().first { $0.hasSuffix("svg") })
      let svg = try program.read(file)
      #expect(svg.contains(">T</title>") && svg.contains("9"))
    }
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\":}", "nul", String(repeating: "[", count: 100_000)])
  func whatIsNoDocumentIsRefused(_ input: String) throws {
    try Program.inFolder { program throws in
      let result = try program("pandoc", "html", input: input)
      #expect(result.status == 66 && result.output.isEmpty)
      #expect(result.messages.contains("holds no Pandoc document"))
    }
  }
}
