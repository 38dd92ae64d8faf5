import ChainFigure
import ChainReport
import Testing

@Suite struct DerivationTextTests {
  private func lines(_ report: FigureReport) -> [String] {
    text(of: report).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func sectionsFollowTheDerivation() {
    let lines = lines(square(title: "A square"))
    #expect(
      lines.prefix(8) == [
        "A square", "", "x = 3", "f = x*x = 9", "", "df/dx = 2*x = 6", "",
        "  1. directly: (df/dx) = 2*x = 6",
      ])
    #expect(lines[8] == "df/dx = 2*x = 6")
    #expect(lines[9].hasPrefix("checked by central differences at 5 points"))
    #expect(lines.last == "")
  }

  @Test func onlyWhatIsAskedForIsShown() {
    let lines = lines(square(show: [.totals]))
    #expect(lines.prefix(4) == ["x", "f = x*x", "", "df/dx = 2*x"])
    #expect(lines[4].hasPrefix("checked by central differences"))
  }

  @Test(arguments: [
    (DerivativeMode.reverse, ["∂f/∂x = 6", "∂f/∂f = 1"]),
    (.forward, ["∂x/∂x = 1", "∂f/∂x = 6"]),
    (.both, ["∂f/∂x = 6", "∂f/∂f = 1", "∂x/∂x = 1", "∂f/∂x = 6"]),
  ])
  func theModeListsTotalsAtNodes(_ mode: DerivativeMode, _ expected: [String]) {
    let lines = lines(square(show: [.values], mode: mode))
    #expect(Array(lines.dropFirst(3).prefix(expected.count)) == expected)
  }

  @Test func withoutPointThereAreNoValues() {
    let lines = lines(square(at: nil))
    #expect(lines.prefix(2) == ["x", "f = x*x"])
    #expect(lines.contains("df/dx = 2*x"))
  }

  @Test func higherOrdersHaveNoPaths() {
    let lines = lines(square(order: 2))
    #expect(lines.contains("d^2f/dx^2 = 2"))
    #expect(!lines.contains { $0.contains("directly") })
  }

  @Test func shapesStandBesideJacobians() {
    let lines = lines(sum(of: 2))
    #expect(lines.first == "x ∈ R^2 = [1, 1]")
    #expect(lines.contains { $0.hasPrefix("dy/dx = ") && $0.contains("[2×2]") })
  }

  @Test(arguments: [(2, "x = 0.33"), (6, "x = 0.333333")])
  func digitsAreAsAsked(_ digits: Int, _ line: String) {
    #expect(lines(square(at: 1.0 / 3, digits: digits)).first == line)
  }
}
