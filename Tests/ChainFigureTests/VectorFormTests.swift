import ChainFigure
import ChainScene
import Testing

/// A sum of paths as a row times a column, as figure A has it.
@Suite struct VectorFormTests {
  @Test func theSumOfPathsIsARowTimesAColumn() throws {
    let rows = try drawn(.abstract).texts(.panel)
    #expect(rows[2].contains("= [∂f/∂x₁, ∂f/∂x₂][dx₁/dt; dx₂/dt]"))
  }

  @Test func innerDimensionsMatch() throws {
    #expect(try drawn(.abstract).texts(.panel)[2].last == "1×2⋅2×1 = 1×1")
  }

  /// One path has nothing to be summed.
  @Test func aSinglePathHasNoSuchForm() throws {
    #expect(
      try !drawn(.abstractFunctions).texts(.panel).joined().contains { $0.contains("[∂f/∂x₁") })
  }
}
