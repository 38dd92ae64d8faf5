import Foundation
import Testing

private let hostile = """
  set title "50% \\"of\\" $x^2$ & <b>_\\\\N{} λ 中"
  x : R^2
  A : R^{2 x 2}
  y = A*x
  f = sum(exp(y)) + x[1]
  df/dx
  at x = [1; 2], A = [1, 2; 3, 4]

  """

/// Formats that other programs turn into pictures.
@Suite struct SourceFormatTests {
  @Test(.enabled(if: Tool.isInstalled("dot"), "needs graphviz"))
  func graphvizLaysOutTheSameStructure() throws {
    try Program.inFolder { program throws in
      #expect(try program("render", "-", "-o", "a.gv", input: hostile).status == 0)
      let json = try program("render", "-", "-f", "json", input: hostile).output
      let figure = try #require(
        ((JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["figures"]
          as? [[String: Any]])?.first)
      let plain = try Tool.run("dot", "-Tplain", "a.gv", in: program.folder)
      #expect(plain.status == 0)
      let lines = plain.output.split(separator: "\n").map { $0.split(separator: " ") }
      let nodes = try #require(figure["nodes"] as? [[String: Any]])
      let names = lines.filter { $0[0] == "node" }.map { String($0[1]) }
      #expect(names == nodes.map { $0["id"] as? String })
      let edges = try #require(figure["edges"] as? [[String: Any]])
      let ends = edges.map { "\($0["from"] ?? "") \($0["to"] ?? "")" }
      let arrows = lines.filter { $0[0] == "edge" }.map { "\($0[1]) \($0[2])" }
      #expect(arrows.sorted() == ends.sorted())
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pdflatex"), "needs texlive-latex-base"))
  func derivationsCompile() throws {
    try Program.inFolder { program throws in
      #expect(try program("derive", "-", "-o", "a.tex", input: hostile).status == 0)
      let run = try Tool.run(
        "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex", in: program.folder)
      #expect(run.status == 0)
      #expect(!run.output.contains("Overfull"))
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pdflatex"), "needs texlive-pictures"))
  func picturesForLaTeXCompile() throws {
    try Program.inFolder { program throws in
      #expect(try program("render", "-", "-o", "a.tex", input: hostile).status == 0)
      let run = try Tool.run(
        "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex", in: program.folder)
      #expect(run.status == 0)
      #expect(run.output.contains("(1 page,"))
    }
  }

  @Test func derivationsHaveTheFormatOfTheirEnding() throws {
    try Program.inFolder { program throws in
      _ = try program("derive", "-", "-o", "a.md", input: hostile)
      #expect(try program.read("a.md").hasPrefix("# 50% \"of\" $x^2$"))
      let text = try program("derive", "-", "-f", "latex", input: hostile).output
      #expect(text.hasPrefix("\\documentclass"))
    }
  }
}
