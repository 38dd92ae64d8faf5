import ChainReport
import ExpressionGraph
import Testing

@Suite struct CostLinesTests {
  private func lines(_ report: FigureReport) -> [String] {
    text(of: report).split(separator: "\n").map(String.init)
  }

  @Test func multiplicationsAreSaidOnRequest() {
    let said = lines(twoSteps(3))
    #expect(
      said.contains("  multiplications: path by path 27, forward 27, reverse 27, best 27 (exact)"))
    #expect(
      said.contains(
        "  with zeros left out and ±1 free: path by path 3, forward 3, reverse 3, best 3 (exact)"))
    #expect(!lines(square()).contains { $0.contains("multiplications") })
  }

  @Test func symbolicSizesAreThoseOfTheComparison() {
    let said = lines(twoSteps(Dimension(symbol: "n")))
    #expect(said.contains { $0.hasSuffix("best n^3 (exact), compared at n = 1000") })
  }
}
