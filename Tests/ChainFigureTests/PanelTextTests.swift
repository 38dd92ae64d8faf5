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
    let rows = try drawn(diamonds(3, listed: 2)).scene.texts(.panel)
    #expect(rows.contains { $0[0] == "+ 6 more" })
    #expect(rows.contains { $0.contains("8 paths") })
  }

  @Test func veryManyPathsAreNotListed() throws {
    let scene = try drawn(diamonds(6)).scene
    let rows = scene.texts(.panel)
    #expect(rows.allSatisfy { !$0.contains { $0.hasPrefix("via") } })
    #expect(rows[0][0] == "64 paths")
    #expect(scene.description.contains("64 paths"))
  }

  @Test func whatCannotBeFactoredShortlyIsARecursion() throws {
    let rows = try drawn(diamonds(8)).scene.texts(.panel)
    #expect(rows[0][0] == "256 paths, summed node by node:")
  }

  @Test func pathsThatMeetAreFactored() throws {
    let rows = try drawn(diamonds(3)).scene.texts(.panel)
    #expect(
      rows.last?.contains {
        $0.hasPrefix("= (dp₃/du₂ + dq₃/du₂)⋅(dp₂/du₁ + dq₂/du₁)⋅(dp₁/dx + dq₁/dx)")
      } == true, "\(rows)")
  }

  @Test func onlyTheTotalOnWish() throws {
    let rows = try drawn(.twoPaths) { $0.show = [.values, .totals] }.texts(.panel)
    #expect(rows == [["df/dt", "= 2 sin t cos t − 2 sin t", "= −0.117"]])
  }
}
