import Foundation
import Testing

private let two = """
  set title "Two paths to $f$"
  x1 = sin(t)
  x2 = cos(t)
  f = x1^2 + 2*x2
  df/dt
  at t = 0.5
  ---
  set title "Another"
  g = y^3
  dg/dy

  """

/// PDF and EPS files as other programs read them.
@Suite struct DocumentTests {
  @Test(.enabled(if: Tool.isInstalled("pdffonts"), "needs poppler-utils"))
  func fontsAreEmbedded() throws {
    try Program.inFolder { program throws in
      #expect(try program("render", "-", "-o", "a.pdf", input: two).status == 0)
      let fonts = try Tool.run("pdffonts", "a.pdf", in: program.folder)
      let rows = fonts.output.split(separator: "\n").dropFirst(2)
      #expect(rows.contains { $0.contains("+LatinModernMath-Regular") })
      #expect(rows.allSatisfy { $0.contains(" yes yes yes ") })
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pdftotext"), "needs poppler-utils"))
  func textIsFoundOnEveryPage() throws {
    try Program.inFolder { program throws in
      _ = try program("render", "-", "-o", "a.pdf", input: two)
      let text = try Tool.run("pdftotext", "-layout", "a.pdf", "-", in: program.folder)
      let pages = text.output.split(separator: "\u{C}")
      #expect(pages.count == 2)
      for words in ["Two paths to f", "x1 = sin t", "= cos t = 0.878", "via x2"] {
        #expect(pages[0].contains(words))
      }
      #expect(pages[1].contains("Another"))
    }
  }

  @Test(.enabled(if: Tool.isInstalled("pdfinfo"), "needs poppler-utils"))
  func titleAndDescriptionAreKept() throws {
    try Program.inFolder { program throws in
      _ = try program("render", "-", "-o", "a.pdf", input: two)
      let facts = try Tool.run("pdfinfo", "a.pdf", in: program.folder).output
      #expect(facts.contains("Title:           Two paths to f\n"))
      #expect(facts.contains("Computation graph with 4 nodes and 4 edges."))
      #expect(!facts.contains("Date"))
    }
  }

  @Test(.enabled(if: Tool.isInstalled("gs"), "needs ghostscript"))
  func ghostscriptReadsEPS() throws {
    try Program.inFolder { program throws in
      _ = try program("render", "-", "-o", "a.eps", input: two)
      #expect(try program.files() == ["a-1.eps", "a-2.eps"])
      let box = try Tool.run(
        "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=txtwrite",
        "-sOutputFile=-", "a-1.eps", in: program.folder)
      #expect(box.status == 0)
      #expect(box.output.contains("Two paths to"))
    }
  }

  @Test func onePDFHoldsAllFiguresUnlessFilesAreNumbered() throws {
    try Program.inFolder { program throws in
      let all = try program("render", "-", "-o", "a.pdf", input: two)
      #expect(all.messages == "wrote a.pdf (2 figures)\n")
      #expect(try program("render", "-", "-f", "pdf", input: two).status == 0)
      _ = try program("render", "-", "-o", "b-{n}.pdf", input: two)
      #expect(try program.files() == ["a.pdf", "b-1.pdf", "b-2.pdf"])
    }
  }
}
