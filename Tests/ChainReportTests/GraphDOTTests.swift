import ChainFigure
import ChainReport
import MathTypesetting
import Testing

struct GraphDOTTests {
  private func dotLines(
    of report: FigureReport, header: FigureHeader = FigureHeader()
  ) -> [String] {
    dot(of: outline(of: report.derivation, header: header)).split(separator: "\n").map(String.init)
  }

  @Test func nodesAndEdgesAreThoseOfTheFigure() {
    let lines = dotLines(of: square())
    #expect(
      lines.contains { $0.hasPrefix("  n0 [label=\"x\\n3\", ") && $0.contains("\"ellipse\"") })
    #expect(
      lines.contains {
        $0.hasPrefix("  n1 [label=\"f = xx\\n9\", ") && $0.contains("peripheries=\"2\"")
      })
    #expect(lines.contains { $0.hasPrefix("  n0 -> n1 [label=\"x = 3\", ") })
    #expect(lines.suffix(3) == ["  { rank=min; n0; }", "  { rank=max; n1; }", "}"])
  }

  @Test func noTitleEndsAString() {
    let lines = dotLines(
      of: square(), header: FigureHeader(title: "A \"b\" \\N & ]; evil\u{7}"))
    #expect(lines[0] == "digraph \"A \\\"b\\\" \\\\N &amp; ]; evil\" {")
  }

  @Test func longTextIsASumOfShortStrings() {
    let text = String(repeating: "∂", count: 9000)
    let line = dotLines(of: square(), header: FigureHeader(alternative: text))[1]
    let strings = line.split(separator: "\"").filter { $0.contains("∂") }
    #expect(strings.count == 5)
    #expect(strings.allSatisfy { $0.utf8.count < 16_384 })
    #expect(strings.joined() == text)
    #expect(line.contains("∂\" + \"∂"))
  }
}
