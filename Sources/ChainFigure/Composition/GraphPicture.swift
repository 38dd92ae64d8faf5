import ChainGeometry
import ChainScene
import GraphLayout
import MathTypesetting

/// The graph zone before it is laid out: nodes and labels set, and how they hang together.
final class GraphPlan {
  fileprivate let content: FigureContent
  fileprivate let nodes: [NodeBox]
  fileprivate let labels: [EdgeLabel?]
  fileprivate let graph: LayoutGraph
  let pen: Pen
  /// What each edge's label shows.
  let labelDetails: [LabelDetail]
  /// The graph takes no less room than this.
  let leastSize: Size
  private var drawn: GraphPicture?

  init(
    _ content: FigureContent, detail: LabelDetail, direction: LayoutGraph.Direction, pen: Pen
  ) {
    self.content = content
    self.pen = pen
    nodes = content.nodes.map { NodeBox($0, pen: pen) }
    labels = content.edges.map { EdgeLabel($0, detail: detail, pen: pen) }
    labelDetails = labels.map { $0?.detail ?? detail }
    let tightness = pen.isTight ? 0.65 : 1
    var graph = LayoutGraph(
      direction: direction, nodeSeparation: tightness * 0.9 * pen.textSize,
      rankSeparation: tightness * 1.1 * pen.textSize)
    let hasUsers = Set(content.edges.map(\.from))
    graph.nodes = zip(content.nodes, nodes).enumerated().map { index, node in
      LayoutGraph.Node(
        size: node.1.size, shape: node.1.shape,
        rank: rank(of: node.0.look, hasUsers: hasUsers.contains(index)))
    }
    graph.edges = zip(content.edges, labels).map { edge, label in
      LayoutGraph.Edge(from: .init(edge.from), to: .init(edge.to), label: label?.size)
    }
    self.graph = graph
    leastSize = graph.leastSize
  }

  /// The zone laid out, which is done once.
  func picture() throws(LayoutError) -> GraphPicture {
    if let drawn { return drawn }
    let picture = try GraphPicture(self)
    drawn = picture
    return picture
  }
}

/// The graph zone: nodes, arrows and labels set and placed.
struct GraphPicture {
  let size: Size
  let elements: [SceneElement]
  let warnings: [String]
  /// The room of the labels, for who wants to know that they are apart.
  let labelBoxes: [Rectangle]

  fileprivate init(_ plan: GraphPlan) throws(LayoutError) {
    let (content, labels) = (plan.content, plan.labels)
    let drawing = try layOut(plan.graph)
    size = drawing.size
    warnings = drawing.warnings
    labelBoxes = drawing.edges.compactMap(\.labelBox)
    let arrow = Arrow(pen: plan.pen)
    let arrows = zip(zip(content.edges, labels), drawing.edges).map { edge, place -> SceneElement in
      let curves = content.steps == nil ? place.curves : place.curves.bridged
      let lines = arrow.elements(edge.0, curves: curves, head: place.arrowhead)
      let label = place.labelBox.flatMap { box in edge.1?.elements(in: box) } ?? []
      let paths = edge.0.paths.map { $0.index + 1 }
      let labelGroup = SceneGroup(
        role: .label, subject: edge.0.subject, paths: paths,
        steps: SceneSteps(first: content.steps?.labels ?? 0), text: "", elements: label)
      return .group(
        SceneGroup(
          role: .edge, subject: edge.0.subject, paths: paths, text: edge.0.sentence,
          elements: lines + (label.isEmpty ? [] : [.group(labelGroup)])))
    }
    let boxes = zip(plan.nodes, drawing.nodes).enumerated().map { index, node in
      node.0.element(in: node.1, subject: .node(index), steps: content.steps?.node(index) ?? [])
    }
    elements = arrows + boxes
  }
}

extension StepPlan {
  /// When the value of a node is seen, and then each derivative at it.
  fileprivate func node(_ index: Int) -> [SceneSteps] {
    [SceneSteps(first: values[index])] + derivatives[index].map { SceneSteps(first: $0) }
  }
}

extension [[Point]] {
  /// The curves of an arrow with straight pieces where a label interrupts it, for frames in which
  /// there is no label yet.
  fileprivate var bridged: [[Point]] {
    let bridges = zip(self, dropFirst()).compactMap { before, after -> [Point]? in
      guard let start = before.last, let end = after.first else { return nil }
      let third = (1.0 / 3) * (end - start)
      return [start, start + third, end - third, end]
    }
    return self + bridges
  }
}

/// Inputs stand at the beginning, constants beside what they feed, outputs that nothing uses at the
/// end.
private func rank(of look: NodeContent.Look, hasUsers: Bool) -> LayoutGraph.Rank {
  switch look {
  case .input, .parameter: .first
  case .output: hasUsers ? .free : .last
  case .constant, .definition, .operation, .abstract: .free
  }
}
