import ChainFigure
import ChainScene
import Testing

@Suite struct PathTextTests {
  @Test func symbolsThenFactorsThenNumbers() throws {
    let row = try drawn(.twoPaths).texts(.panel)[0]
    #expect(row.contains("∂f/∂x₁⋅dx₁/dt") && row.contains("= 2x₁⋅cos t"))
    #expect(row.firstIndex(of: "∂f/∂x₁⋅dx₁/dt") ?? 9 < row.firstIndex(of: "= 2x₁⋅cos t") ?? 0)
  }

  /// A number that was rounded is not called equal.
  @Test func roundedNumbersAreApproximate() throws {
    let rows = try drawn(.twoPaths).texts(.panel)
    #expect(rows[0].last == "≈ 0.841" || rows[0].last?.hasPrefix("≈") == true)
  }

  @Test func fewerDigitsAreShownOnRequest() throws {
    let rows = try drawn(.twoPaths) { $0.digits = 2 }.texts(.panel)
    #expect(rows[0].last == "≈ 0.8")
  }
}
