import ChainGeometry
import ChainScene
import GraphLayout
import MathTypesetting

/// The zones of a figure before its graph is laid out.
struct CanvasPlan {
  let graph: GraphPlan
  fileprivate let margin: Double
  fileprivate let gap: Double
  fileprivate let header: Zone
  fileprivate let belowGraph: [Zone]
  /// The canvas takes no less room than this.
  let leastSize: Size

  init(_ content: FigureContent, graph: GraphPlan, room: Size) {
    self.graph = graph
    let pen = graph.pen
    margin = 0.8 * pen.textSize
    gap = (pen.isTight ? 0.8 : 1.1) * pen.textSize
    let inner = room.width - 2 * margin
    let rows = content.panel + content.movedFormulas(graph.labelDetails)
    let panel = PanelTable.fitting(rows, width: inner, pen: pen)
    let notes = content.steps?.notes.map { note in
      (lines(of: note.formula, .derivative, size: .text, width: inner, pen: pen), note.step)
    }
    header = Zone(
      role: .header, lines: ChainFigure.header(of: content, width: inner, pen: pen), pen: pen)
    belowGraph = [
      .notes(notes ?? [], gap: 0.35 * pen.textSize),
      .panel(panel, from: content.steps?.panel ?? 0),
      Zone(role: .note, lines: footer(of: content, width: inner, pen: pen), pen: pen),
    ]
    let zones = [[header.size, graph.leastSize], belowGraph.map(\.size)].joined()
    leastSize = zones.stacked(gap: gap, margin: margin)
  }
}

/// The zones of a figure below each other: header, graph, derivation, notes.
struct Canvas {
  let size: Size
  let elements: [SceneElement]
  let graph: GraphPicture

  init(_ plan: CanvasPlan) throws(LayoutError) {
    graph = try plan.graph.picture()
    let all: [Zone] = [plan.header, .graph(graph)] + plan.belowGraph
    let zones = all.filter { $0.size.height > 0 }
    size = zones.map(\.size).stacked(gap: plan.gap, margin: plan.margin)
    let width = size.width - 2 * plan.margin
    var corner = Point(x: plan.margin, y: plan.margin)
    var elements: [SceneElement] = []
    for zone in zones {
      elements += zone.elements(at: corner, width: width)
      corner.y += zone.size.height + plan.gap
    }
    self.elements = elements
  }
}

extension Sequence<Size> {
  /// What those that have a height take below each other, with a gap between and a margin around.
  fileprivate func stacked(gap: Double, margin: Double) -> Size {
    var size = Size(width: 0, height: -gap)
    for zone in self where zone.height > 0 {
      size.width = Swift.max(size.width, zone.width)
      size.height += gap + zone.height
    }
    return Size(width: size.width + 2 * margin, height: Swift.max(0, size.height) + 2 * margin)
  }
}

private enum Zone {
  case graph(GraphPicture)
  /// Lines that take turns in one place, each at its step.
  case notes([(lines: [Line], step: Int)], gap: Double)
  case panel(PanelTable, from: Int)
  case lines([Line], role: SceneRole, gap: Double)

  init(role: SceneRole, lines: [Line], pen: Pen) {
    self = .lines(lines, role: role, gap: 0.35 * pen.textSize)
  }

  var size: Size {
    switch self {
    case .graph(let graph): graph.size
    case .notes(let notes, let gap):
      notes.reduce(Size(width: 0, height: 0)) { size, note in
        let block = TextBlock(note.lines, gap: gap).size
        return Size(
          width: max(size.width, block.width), height: max(size.height, block.height))
      }
    case .panel(let panel, _): panel.size
    case .lines(let lines, _, let gap): TextBlock(lines, gap: gap).size
    }
  }

  func elements(at corner: Point, width: Double) -> [SceneElement] {
    switch self {
    case .graph(let graph):
      let shift = Point(x: corner.x + (width - graph.size.width) / 2, y: corner.y)
      return graph.elements.map { $0.offset(by: shift) }
    case .notes(let notes, let gap):
      return notes.map { note in
        .group(
          SceneGroup(
            role: .note, steps: SceneSteps(first: note.step, last: note.step), text: "",
            elements: drawn(note.lines, at: corner, gap: gap)))
      }
    case .panel(let panel, let step):
      let rows = panel.elements(at: corner)
      guard step > 0 else { return rows }
      return [
        .group(
          SceneGroup(role: .panel, steps: SceneSteps(first: step), text: "", elements: rows))
      ]
    case .lines(let lines, let role, let gap):
      let drawn = drawn(lines, at: corner, gap: gap)
      return [.group(SceneGroup(role: role, text: "", elements: drawn))]
    }
  }

  private func drawn(_ lines: [Line], at corner: Point, gap: Double) -> [SceneElement] {
    var y = corner.y
    return lines.flatMap { line in
      let baseline = y + line.ascent
      y = baseline + line.descent + gap
      return line.elements(left: corner.x, baseline: baseline)
    }
  }
}

private func header(of content: FigureContent, width: Double, pen: Pen) -> [Line] {
  (content.title.map { lines(of: $0, size: .title, width: width, pen: pen) } ?? [])
    + content.facts.flatMap { lines(of: $0, .muted, size: .small, width: width, pen: pen) }
}

private func footer(of content: FigureContent, width: Double, pen: Pen) -> [Line] {
  content.notes.flatMap { lines(of: $0, .muted, size: .small, width: width, pen: pen) }
    + (content.caption.map { lines(of: $0, size: .text, width: width, pen: pen) } ?? [])
}
