import ChainDerivation
import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting

func drawn(
  _ derivation: Derivation, header: FigureHeader = FigureHeader(),
  _ change: (inout FigureOptions) -> Void = { _ in }
) throws -> (scene: Scene, warnings: [String]) {
  var options = FigureOptions()
  change(&options)
  return try scene(of: derivation, header: header, options: options, font: MathFont.load())
}

func drawn(
  _ sample: Sample, _ change: (inout FigureOptions) -> Void = { _ in }
) throws -> Scene {
  try drawn(sample.derivation, change).scene
}

extension Scene {
  /// Groups of a role, those within others included, in drawing order.
  func groups(_ role: SceneRole) -> [SceneGroup] {
    elements.flatMap(\.groups).filter { $0.role == role }
  }

  /// The formulas of each group of a role, as plain text.
  func texts(_ role: SceneRole) -> [[String]] {
    groups(role).map { $0.elements.flatMap(\.formulas).map(\.layout.text) }
  }

  var formulas: [PlacedFormula] { elements.flatMap(\.formulas) }

  /// The boxes of the labels.
  var labelBoxes: [Rectangle] { groups(.label).compactMap { $0.elements.first?.frame } }

  var nodeBoxes: [Rectangle] { groups(.node).compactMap { $0.elements.first?.frame } }
}

extension SceneElement {
  var groups: [SceneGroup] {
    guard case .group(let group) = self else { return [] }
    return [group] + group.elements.flatMap(\.groups)
  }

  var formulas: [PlacedFormula] {
    switch self {
    case .formula(let formula): [formula]
    case .group(let group): group.elements.flatMap(\.formulas)
    case .path, .rectangle, .ellipse: []
    }
  }

  var frame: Rectangle? {
    switch self {
    case .rectangle(let frame, _, _, _), .ellipse(let frame, _, _): frame
    case .path, .formula, .group: nil
    }
  }

  var strokes: [Stroke] {
    switch self {
    case .path(_, let stroke, _), .rectangle(_, _, let stroke, _), .ellipse(_, let stroke, _):
      stroke.map { [$0] } ?? []
    case .formula, .group: []
    }
  }

  var points: [Point] {
    switch self {
    case .path(let path, _, _): path.points
    case .rectangle(let frame, _, _, _), .ellipse(let frame, _, _): frame.corners
    case .formula(let formula): formula.bounds.corners
    case .group(let group): group.elements.flatMap(\.points)
    }
  }
}

extension PlacedFormula {
  var bounds: Rectangle {
    Rectangle(
      minX: origin.x + fontSize * layout.ink.minX, minY: origin.y - fontSize * layout.ink.maxY,
      maxX: origin.x + fontSize * layout.ink.maxX, maxY: origin.y - fontSize * layout.ink.minY)
  }
}

extension Rectangle {
  fileprivate var corners: [Point] { [Point(x: minX, y: minY), Point(x: maxX, y: maxY)] }
}

extension Path {
  var points: [Point] {
    segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let point), .line(let point): [point]
      case .cubic(let a, let b, let c): [a, b, c]
      case .close: []
      }
    }
  }
}
