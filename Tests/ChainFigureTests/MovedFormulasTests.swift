import ChainDerivation
import ChainFigure
import ChainScene
import Testing

/// Formulas for which an edge has no room are written below, under the name they have on it.
@Suite struct MovedFormulasTests {
  @Test func whatIsShortOnItsEdgeIsWholeBelow() throws {
    let wide = try drawn(.neuron)
    let narrow = try drawn(.neuron) { $0.profile = .column }
    let (above, below) = (wide.texts(.panel).joined(), narrow.texts(.panel).joined())
    #expect(below.count >= above.count || narrow.texts(.label) == wide.texts(.label))
  }

  @Test func whereThereIsRoomNothingIsMoved() throws {
    let rows = try drawn(.twoPaths).texts(.panel)
    #expect(rows.count == 3)
  }
}
