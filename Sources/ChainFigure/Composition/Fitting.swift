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
  for way in search.ways {
    // Sizes grow with the text, so one try tells which smaller text is worth another.
    var limit = Double.infinity
    for (textSize, isTight) in search.sizes where textSize <= limit {
      let plan = search.plan(way, textSize: textSize, isTight: isTight)
      var excess = search.excess(plan.leastSize)
      if excess <= 1 {
        let canvas = try Canvas(plan)
        excess = search.excess(canvas.size)
        if excess <= 1 { return (canvas, canvas.graph.warnings) }
      }
      limit = 1.1 * textSize / excess
    }
  }
  let canvas = try search.leastExceeding()
  let warning = search.excess(canvas.size) > 1 ? [tooLarge(canvas.size, options.profile)] : []
  return (canvas, canvas.graph.warnings + warning)
}

/// What can be varied besides the size of the text.
private struct Way {
  let detail: LabelDetail
  let direction: LayoutGraph.Direction
  /// Whether paths that the sum does not name by number are listed.
  let listsPaths: Bool
}

private final class Search {
  private let content: FigureContent
  private let options: FigureOptions
  private let font: MathFont

  private struct Setting: Hashable {
    let detail: LabelDetail
    let direction: LayoutGraph.Direction
    let textSize: Double
    let isTight: Bool
  }

  /// Ways that differ only below the graph share it.
  private var graphs: [Setting: GraphPlan] = [:]

  init(content: FigureContent, options: FigureOptions, font: MathFont) {
    self.content = content
    self.options = options
    self.font = font
  }

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

  func plan(_ way: Way, textSize: Double, isTight: Bool) -> CanvasPlan {
    let setting = Setting(
      detail: way.detail, direction: way.direction, textSize: textSize, isTight: isTight)
    var content = content
    if !way.listsPaths { content.panel.removeAll(where: \.isOptional) }
    return CanvasPlan(content, graph: graph(setting), room: options.profile.room)
  }

  private func graph(_ setting: Setting) -> GraphPlan {
    if let graph = graphs[setting] { return graph }
    let pen = Pen(
      font: font, theme: options.theme, textSize: setting.textSize,
      smallestText: options.profile.smallestText, isTight: setting.isTight)
    let graph = GraphPlan(
      content, detail: setting.detail, direction: setting.direction, pen: pen)
    graphs[setting] = graph
    return graph
  }

  /// How many times the larger side is too large; at most 1 where it fits.
  func excess(_ size: Size) -> Double {
    let room = options.profile.room
    return max(size.width / room.width, size.height / room.height)
  }

  /// Of all ways with the smallest text the one that exceeds the room least; of two as wide, the
  /// lower.
  func leastExceeding() throws(LayoutError) -> Canvas {
    let plans = ways.map { plan($0, textSize: options.profile.smallestText, isTight: true) }
    var best = try Canvas(plans[0])
    for plan in plans.dropFirst() where excess(plan.leastSize) <= excess(best.size) {
      let canvas = try Canvas(plan)
      let isLower =
        canvas.size.width <= best.size.width && canvas.size.height < best.size.height
      if isLower || excess(canvas.size) < excess(best.size) { best = canvas }
    }
    return best
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
