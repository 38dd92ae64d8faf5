import ChainGeometry
import ChainScene
import GraphLayout
import MathTypesetting

/// The first way to draw a figure that fits its profile, or, where none does, the one that exceeds
/// it least, with a warning that says by how much.
///
/// Large text is given up first, then the direction, then the list of paths that have no number,
/// then formulas on the edges, then symbols.
/// Text is never smaller than the profile allows.
func fitted(
  _ content: FigureContent, _ options: FigureOptions, font: MathFont
) throws(LayoutError) -> (canvas: Canvas, warnings: [String]) {
  let search = Search(content: content, options: options, font: font)
  var best: (way: Way, excess: Double)?
  for way in search.ways {
    // Sizes grow with the text, so one try tells which smaller text is worth another.
    var limit = Double.infinity
    for (textSize, isTight) in search.sizes where textSize <= limit {
      let canvas = try search.canvas(way, textSize: textSize, isTight: isTight)
      let excess = canvas.size.excess(over: options.profile.room)
      if excess <= 1 { return (canvas, canvas.graph.warnings) }
      limit = 1.1 * textSize / excess
      let smallest = excess * options.profile.smallestText / textSize
      // What is as wide may still be lower for want of the list of paths.
      if smallest < (way.listsPaths ? 1 : 1.1) * (best?.excess ?? .infinity) {
        best = (way, smallest)
      }
    }
  }
  let way = best?.way ?? Way(detail: .full, direction: .right, listsPaths: true)
  let canvas = try search.canvas(way, textSize: options.profile.smallestText, isTight: true)
  let excess = canvas.size.excess(over: options.profile.room)
  let warning = excess > 1 ? [tooLarge(canvas.size, options.profile)] : []
  return (canvas, canvas.graph.warnings + warning)
}

/// What can be varied besides the size of the text.
private struct Way {
  let detail: LabelDetail
  let direction: LayoutGraph.Direction
  /// Whether paths that the sum does not name by number are listed.
  let listsPaths: Bool
}

private struct Search {
  let content: FigureContent
  let options: FigureOptions
  let font: MathFont

  var ways: [Way] {
    if content.isLarge {
      let candidates = options.direction.candidates
      let direction = (content.isDeep ? candidates.last : candidates.first) ?? .right
      return [Way(detail: .shortest, direction: direction, listsPaths: false)]
    }
    return LabelDetail.allCases.filter(content.differs).flatMap { detail in
      listings.flatMap { listsPaths in
        options.direction.candidates.map {
          Way(detail: detail, direction: $0, listsPaths: listsPaths)
        }
      }
    }
  }

  private var listings: [Bool] {
    content.panel.contains(where: \.isOptional) ? [true, false] : [true]
  }

  /// Font sizes, the preferred first, and whether nodes stand closer than they like to.
  var sizes: [(text: Double, isTight: Bool)] {
    let smallest = (text: options.profile.smallestText, isTight: true)
    return content.isLarge
      ? [smallest] : options.profile.textSizes.map { ($0, false) } + [smallest]
  }

  func canvas(
    _ way: Way, textSize: Double, isTight: Bool
  ) throws(LayoutError) -> Canvas {
    let pen = Pen(
      font: font, theme: options.theme, textSize: textSize,
      smallestText: options.profile.smallestText, isTight: isTight)
    var content = content
    if !way.listsPaths { content.panel.removeAll(where: \.isOptional) }
    return try Canvas(
      content, detail: way.detail, direction: way.direction, room: options.profile.room, pen: pen)
  }
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
    if detail == .stacked {
      return edges.contains { $0.paths.count > 1 && !$0.label.isEmpty }
    }
    return edges.contains { $0.label.formula(detail) != $0.label.formula(before) }
  }
}

private func tooLarge(_ size: Size, _ profile: Profile) -> String {
  func whole(_ length: Double) -> String { String(Int(length.rounded(.up))) }
  return "the figure is \(whole(size.width)) × \(whole(size.height)) pt, more than the "
    + "\(whole(profile.room.width)) × \(whole(profile.room.height)) pt of profile "
    + "`\(profile.rawValue)` with text of \(whole(profile.smallestText)) pt; "
    + "try a coarser `detail`, `collapse`, less in `show`, or split the figure"
}
