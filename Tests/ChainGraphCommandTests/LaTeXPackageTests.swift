import Foundation
import Testing

@Suite struct LaTeXPackageTests {
  /// Compiles a document with the package in a folder with two sources.
  private func compile(
    _ body: String, _ arguments: [String], in program: Program
  ) throws -> (status: Int32, output: String) {
    let package = Program.integration("latex/chaingraph.sty")
    let copy = program.folder.appendingPathComponent("chaingraph.sty")
    try? FileManager.default.copyItem(at: package, to: copy)
    try program.write("f = x^2\ndf/dx\nat x = 2\n", to: "rule.txt")
    try program.write("plot t^2, t = 0 .. 3, tangent\n", to: "curve.txt")
    let document = """
      \\documentclass{article}
      \\usepackage{chaingraph}
      \\chaingraphsetup{folder=out, program='\(Program.executable.path)'}
      \\begin{document}
      \(body)
      \\end{document}

      """
    try program.write(document, to: "a.tex")
    let flags = ["-interaction=nonstopmode", "-halt-on-error"] + arguments
    return try Tool.run("pdflatex", arguments: flags + ["a.tex"], in: program.folder)
  }

  private let body = """
    \\chaingraph[width=0.5\\linewidth]{rule.txt}
    \\chaingraph[][--detail operations]{rule.txt}
    \\chaingraphplot{curve.txt}
    """

  @Test(.enabled(if: Tool.isInstalled("pdflatex"), "needs texlive-latex-base"))
  func withShellEscapeFiguresAreMade() throws {
    try Program.inFolder { program throws in
      let run = try compile(body, ["-shell-escape"], in: program)
      #expect(run.status == 0 && run.output.contains("(1 page,"))
      #expect(program.exists("out/rule.pdf") && program.exists("out/curve.pdf"))
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pdflatex"), "needs texlive-latex-base"))
  func withoutItTheyAreTakenFromTheFolder() throws {
    try Program.inFolder { program throws in
      let missing = try compile(body, [], in: program)
      #expect(missing.status != 0 && missing.output.contains("There is no figure `out/rule.pdf'"))
      #expect(try program("render", "rule.txt", "-o", "out/rule.pdf").status == 0)
      #expect(try program("plot", "curve.txt", "-o", "out/curve.pdf").status == 0)
      #expect(try compile(body, [], in: program).status == 0)
    }
  }
}
