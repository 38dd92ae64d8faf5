import ChainGeometry
import ChainScene
import ChainTheme

/// A small rectangle in the proportions of a matrix, with a sign of where its entries vanish.
struct StructureGlyph {
  private let structure: MatrixStructure
  private let pen: Pen
  let bounds: Rectangle

  /// The longest side in em, and the least a short one is drawn with.
  private static let longest = 0.95
  private static let shortest = 0.26

  init(_ structure: MatrixStructure, pen: Pen) {
    self.structure = structure
    self.pen = pen
    let longer = Double(max(structure.rows, structure.columns, 1))
    let em = pen.smallSize
    func side(_ length: Int) -> Double {
      em * max(Self.longest * Double(length) / longer, Self.shortest)
    }
    let (width, height) = (side(structure.columns), side(structure.rows))
    let middle = -0.3 * em
    bounds = Rectangle(
      minX: 0, minY: middle - height / 2, maxX: width, maxY: middle + height / 2)
  }

  func elements(left: Double, baseline: Double) -> [SceneElement] {
    let frame = bounds.offsetBy(Point(x: left, y: baseline)).insetBy(pen.hairline / 2)
    let line = Stroke(color: pen.theme.muted, width: pen.hairline)
    func box(fill: Color?) -> SceneElement {
      .rectangle(frame, cornerRadius: 0, stroke: line, fill: fill)
    }
    switch structure.kind {
    case .zero: return [box(fill: nil)]
    case .dense: return [box(fill: pen.theme.inputFill)]
    case .identity: return [box(fill: nil), diagonal(of: frame, line)]
    case .symmetric: return [box(fill: pen.theme.inputFill), diagonal(of: frame, line)]
    case .diagonal:
      return [box(fill: nil)] + squares(in: frame, [(0, 0), (1, 1), (2, 2), (3, 3)], of: 4)
    case .kronecker:
      return [box(fill: nil)] + squares(in: frame, [(0, 0), (0, 2), (2, 0), (2, 2)], of: 3)
    }
  }

  private func diagonal(of frame: Rectangle, _ line: Stroke) -> SceneElement {
    .path(
      Path([
        .move(Point(x: frame.minX, y: frame.minY)), .line(Point(x: frame.maxX, y: frame.maxY)),
      ]), stroke: line, fill: nil)
  }

  /// Filled cells, by row and column, of a frame cut into a grid.
  private func squares(
    in frame: Rectangle, _ cells: [(row: Int, column: Int)], of count: Double
  ) -> [SceneElement] {
    let (width, height) = (frame.width / count, frame.height / count)
    return cells.map { cell in
      let corner = Point(
        x: frame.minX + Double(cell.column) * width, y: frame.minY + Double(cell.row) * height)
      return .rectangle(
        Rectangle(
          minX: corner.x, minY: corner.y, maxX: corner.x + width, maxY: corner.y + height),
        cornerRadius: 0, stroke: nil, fill: pen.theme.muted)
    }
  }
}
