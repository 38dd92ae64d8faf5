import ChainGeometry
package import ChainScene
import ChainTheme
package import MathTypesetting

/// Formulas, path numbers and glyphs side by side on one baseline.
package struct Line {
  private struct Item {
    let piece: SetPiece
    let left: Double
  }

  private var items: [Item] = []
  package private(set) var width = 0.0
  /// Above and below the baseline; at least those of a line of plain letters, so that baselines of
  /// neighbours agree.
  package private(set) var ascent: Double
  package private(set) var descent: Double

  static let empty = Line(ascent: 0, descent: 0)

  private init(ascent: Double, descent: Double) {
    self.ascent = ascent
    self.descent = descent
  }

  package init(_ pieces: [Piece], size: Pen.Size = .text, pen: Pen) {
    self.init(ascent: 0.72 * pen.points(size), descent: 0.22 * pen.points(size))
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .formula(let formula, let ink):
        append(.formula(pen.set(formula, ink, size: size)), gap: 0)
      case .number(let path):
        let gap = 0.25 * pen.points(size)
        append(.number(PathBadge(path, pen: pen)), gap: index == 0 ? 0 : gap)
        if index + 1 < pieces.count { width += gap }
      case .structure(let structure):
        append(.structure(StructureGlyph(structure, pen: pen)), gap: 0)
        width += 0.3 * pen.points(size)
      }
    }
  }

  package init(_ formula: Formula, _ ink: Ink = .text, size: Pen.Size = .text, pen: Pen) {
    self.init([.formula(formula, ink)], size: size, pen: pen)
  }

  private mutating func append(_ piece: SetPiece, gap: Double) {
    let bounds = piece.bounds
    items.append(Item(piece: piece, left: width + gap))
    width += gap + bounds.width
    ascent = max(ascent, -bounds.minY)
    descent = max(descent, bounds.maxY)
  }

  package var height: Double { ascent + descent }

  package func elements(left: Double, baseline: Double) -> [SceneElement] {
    items.flatMap { item -> [SceneElement] in
      switch item.piece {
      case .formula(let formula): [formula.placed(left: left + item.left, baseline: baseline)]
      case .number(let badge): badge.elements(left: left + item.left, baseline: baseline)
      case .structure(let glyph): glyph.elements(left: left + item.left, baseline: baseline)
      }
    }
  }
}

private enum SetPiece {
  case formula(SetFormula)
  case number(PathBadge)
  case structure(StructureGlyph)

  var bounds: Rectangle {
    switch self {
    case .formula(let formula): formula.bounds
    case .number(let badge): badge.bounds
    case .structure(let glyph): glyph.bounds
    }
  }
}

/// The number of a path in a disc of its colour.
struct PathBadge {
  private let digit: SetFormula
  private let fill: Color
  private let radius: Double
  /// How high the disc's centre lies above the baseline: where the font centres its operators.
  private let axis: Double

  init(_ path: PathNumber, pen: Pen) {
    let isColored = path.index < pen.theme.paths.count
    let number = Formula.number(String(path.index + 1))
    digit = SetFormula(
      source: number, layout: pen.font.layout(number), fontSize: pen.smallestText,
      color: pen.theme.onPath)
    fill = isColored ? pen.theme.color(of: .path(path)) : pen.theme.text
    let width = digit.bounds.width
    radius = max(0.66 * pen.smallestText, 0.5 * width + 0.3 * pen.smallestText)
    axis = 0.25 * pen.textSize
  }

  var bounds: Rectangle {
    Rectangle(minX: 0, minY: -axis - radius, maxX: 2 * radius, maxY: radius - axis)
  }

  func elements(left: Double, baseline: Double) -> [SceneElement] {
    let disc = bounds.offsetBy(Point(x: left, y: baseline))
    let ink = digit.layout.ink
    let middle = (ink.minY + ink.maxY) / 2 * digit.fontSize
    return [
      .ellipse(disc, stroke: nil, fill: fill),
      digit.placed(left: disc.center.x - digit.bounds.width / 2, baseline: disc.center.y + middle),
    ]
  }
}
