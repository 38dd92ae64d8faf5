import ChainFigure
import ChainReport
import Testing

/// The order in which a lecturer writes a derivation.
@Suite struct DerivationDocumentTests {
  private func text(_ report: FigureReport, title: String? = nil) -> String {
    markdown(of: [outline(of: report.derivation, header: FigureHeader(title: title))])
  }

  private func headings(_ markdown: String) -> [String] {
    markdown.split(separator: "\n").filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }.map {
      String($0.drop { $0 == "#" || $0 == " " })
    }
  }

  @Test func sectionsFollowTheDerivation() {
    let headings = headings(text(square(), title: "A square"))
    let order = ["Definitions", "Local derivatives", "Chain rule", "Check"]
    #expect(headings.filter(order.contains) == order)
  }

  @Test func theTitleStandsFirst() {
    #expect(text(square(), title: "A square").hasPrefix("# A square\n"))
  }
}
