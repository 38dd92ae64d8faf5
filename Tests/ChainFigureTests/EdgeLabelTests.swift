import ChainFigure
import ChainGeometry
import ChainScene
import Testing

@Suite struct EdgeLabelTests {
  @Test func theFormulaThenItsNumber() throws {
    let labels = try drawn(.twoPaths).texts(.label)
    #expect(labels.contains { $0.joined().contains("cos t") && $0.joined().contains("0.87") })
    let symbolic = try drawn(.twoPathsSymbolic).texts(.label)
    #expect(symbolic.contains { $0.joined().contains("cos t") && !$0.joined().contains("0.8") })
  }

  @Test func labelsAreOpaqueAndHoldTheirText() throws {
    for group in try drawn(.twoPaths).groups(.label) {
      let box = try #require(group.elements.first?.frame)
      for formula in group.elements.flatMap(\.formulas) {
        #expect(box.insetBy(-0.5).intersects(formula.bounds))
      }
    }
  }

  @Test func withoutJacobiansThereAreNoFormulas() throws {
    let labels = try drawn(.twoPathsSymbolic) { $0.show.remove(.jacobians) }.texts(.label)
    #expect(!labels.joined().contains { $0.contains("cos") })
  }
}
