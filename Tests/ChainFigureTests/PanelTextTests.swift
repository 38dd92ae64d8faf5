import ChainFigure
import ChainScene
import Testing

struct PanelTextTests {
  @Test func aRowAPathThenTheSum() throws {
    #expect(
      try drawn(.twoPaths).texts(.panel) == [
        [
          "1", "via x₁", "∂f/∂x₁⋅dx₁/dt", "= 2x₁⋅cos t", "= 0.959⋅0.878", "≈ 0.841",
        ],
        [
          "2", "via x₂", "∂f/∂x₂⋅dx₂/dt", "= 2⋅(−sin t)", "= 2⋅(−0.479)", "≈ −0.959",
        ],
        ["df/dt", "=", "1", "+", "2", "= 2 sin t cos t − 2 sin t", "= −0.117"],
      ])
  }

  @Test func aSinglePathIsItsOwnTotal() throws {
    #expect(
      try drawn(.tree).texts(.panel)[0] == [
        "1", "via c", "∂e/∂a = ∂e/∂c⋅∂c/∂a", "= d⋅1", "= b + 1", "= 2",
      ])
  }

  @Test func withoutPointTheProductsAreSimplified() throws {
    let rows = try drawn(.twoPathsSymbolic).texts(.panel)
    #expect(rows[1] == ["2", "via x₂", "∂f/∂x₂⋅dx₂/dt", "= 2⋅(−sin t)", "= −2 sin t"])
    #expect(rows[2].last == "= 2 sin t cos t − 2 sin t")
  }

  @Test func abstractPathsSumToRowTimesColumn() throws {
    let rows = try drawn(.abstract).texts(.panel)
    #expect(rows[0] == ["1", "via x₁", "∂f/∂x₁⋅dx₁/dt"])
    #expect(rows[2].contains("= [∂f/∂x₁, ∂f/∂x₂][dx₁/dt; dx₂/dt]"))
    #expect(rows[2].last == "1×2⋅2×1 = 1×1")
  }

  @Test func shapesMultiplyWithMatchingInnerDimensions() throws {
    #expect(
      try drawn(.abstractFunctions).texts(.panel)
        == [["df/dt = ∂f/∂x⋅dx/dt", "1×2⋅2×1 = 1×1"]])
  }

  @Test func gradientsAreSummedEntryByEntry() throws {
    let rows = try drawn(.gradient).texts(.panel)
    #expect(rows.count == 3)
    #expect(rows[1].contains("direct"))
    #expect(rows[2] == ["∂f/∂x", "= [2x₁ + x₂, x₁]", "= [4, 1]", "1×2"])
  }

  @Test func pathsNotListedAreCounted() throws {
    let rows = try drawn(diamonds(4)).scene.texts(.panel)
    #expect(rows.contains { $0[0] == "+ 8 more" })
    #expect(rows.contains { $0.contains("= sum of 16 paths") })
  }

  @Test func veryManyPathsAreNotListed() throws {
    let scene = try drawn(diamonds(8)).scene
    let rows = scene.texts(.panel)
    #expect(rows.count <= 3)
    #expect(rows[0][0] == "256 paths, summed node by node:")
    #expect(scene.description.contains("256 paths"))
  }

  @Test func onlyTheTotalOnWish() throws {
    let rows = try drawn(.twoPaths) { $0.show = [.values, .totals] }.texts(.panel)
    #expect(rows == [["df/dt", "= 2 sin t cos t − 2 sin t", "= −0.117"]])
  }
}
