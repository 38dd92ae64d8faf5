import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct PanelTableTests {
  /// Corresponding pieces of rows begin at one place.
  @Test func columnsLineUp() throws {
    let rows = try drawn(.twoPaths).groups(.panel).map { $0.elements.flatMap(\.formulas) }
    for column in 0...2 {
      #expect(abs(rows[0][column].bounds.minX - rows[1][column].bounds.minX) < 3)
    }
  }

  @Test func rowsDoNotTouch() throws {
    let rows = try drawn(.tree).groups(.panel).map { $0.elements.flatMap(\.formulas).map(\.bounds) }
    for (above, below) in zip(rows, rows.dropFirst()) {
      let (bottom, top) = (above.map(\.maxY).max() ?? 0, below.map(\.minY).min() ?? 0)
      #expect(bottom <= top + 0.5)
    }
  }

  /// A row that is too wide goes on in the next line.
  @Test func longRowsAreBroken() throws {
    let wide = try drawn(.neuron)
    let narrow = try drawn(.neuron) { $0.profile = .column }
    #expect(narrow.size.height > wide.size.height || narrow.size.width <= wide.size.width)
    #expect(narrow.texts(.panel).count == wide.texts(.panel).count || !narrow.texts(.panel).isEmpty)
  }
}
