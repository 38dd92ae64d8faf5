import ChainGeometry
import ChainScene
import GraphLayout
import MathTypesetting

/// The first way to draw a figure that fits its profile, or, where none does, the one that exceeds
/// it least, with a warning that says by how much.
///
/// Large text is given up first, then the direction, then formulas on the edges, then symbols.
/// Text is never smaller than the profile allows.
func fitted(
  _ content: FigureContent, _ options: FigureOptions, font: MathFont
) throws(LayoutError) -> (canvas: Canvas, warnings: [String]) {
  let profile = options.profile
  var best: (canvas: Canvas, excess: Double)?
  for detail in LabelDetail.allCases where content.differs(at: detail) {
    for direction in options.direction.candidates {
      for textSize in profile.textSizes {
        let pen = Pen(
          font: font, theme: options.theme, textSize: textSize, smallestText: profile.smallestText)
        let canvas = try Canvas(
          content, detail: detail, direction: direction, room: profile.room, pen: pen)
        let excess = canvas.size.excess(over: profile.room)
        if excess <= 1 { return (canvas, canvas.graph.warnings) }
        if excess < best?.excess ?? .infinity { best = (canvas, excess) }
      }
    }
  }
  guard let best else { throw .impossibleSize(value: 0, limit: 0) }
  return (best.canvas, best.canvas.graph.warnings + [tooLarge(best.canvas.size, profile)])
}

extension Size {
  /// How many times the larger side is too large; at most 1 where it fits.
  fileprivate func excess(over room: Size) -> Double {
    max(width / room.width, height / room.height)
  }
}

extension FigureDirection {
  fileprivate var candidates: [LayoutGraph.Direction] {
    switch self {
    case .auto: [.right, .up]
    case .right: [.right]
    case .up: [.up]
    case .down: [.down]
    case .left: [.left]
    }
  }
}

extension FigureContent {
  /// Whether the labels at a detail say something else than at the one before.
  fileprivate func differs(at detail: LabelDetail) -> Bool {
    guard let before = LabelDetail(rawValue: detail.rawValue - 1) else { return true }
    return edges.contains { $0.label.formula(detail) != $0.label.formula(before) }
  }
}

private func tooLarge(_ size: Size, _ profile: Profile) -> String {
  func whole(_ length: Double) -> String { String(Int(length.rounded(.up))) }
  return "the figure is \(whole(size.width)) × \(whole(size.height)) pt, more than the "
    + "\(whole(profile.room.width)) × \(whole(profile.room.height)) pt of profile "
    + "`\(profile.rawValue)` with text of \(whole(profile.smallestText)) pt; "
    + "try a coarser `detail`, less in `show`, or split the figure"
}
