import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

extension Wording {
  /// What stands on each arrow; an edge of several strands is as many arrows.
  func edges(_ numbering: PathNumbering) -> [EdgeContent] {
    figure.edges.indices.flatMap { index -> [EdgeContent] in
      let id = FigureEdgeID(index)
      let edge = figure[id]
      return edge.strands.enumerated().map { position, strand in
        let isWhole = edge.strands.count == 1
        var content = EdgeContent(from: edge.from.index, to: edge.to.index)
        content.paths = numbering.paths(along: id)
        content.isZero = isZero(strand)
        if options.show.contains(.jacobians), figure[edge.from].role != .constant {
          content.label = label(of: strand, edge: id, isWhole: isWhole)
        }
        content.sentence = sentence(of: id, content, strand: isWhole ? nil : position + 1)
        return content
      }
    }
  }

  /// A strand has no symbol: ∂b/∂a is the sum over all of them.
  private func label(of jacobian: NodeID, edge: FigureEdgeID, isWhole: Bool) -> LabelContent {
    var label = LabelContent()
    if isWhole { label.symbol = symbol(edge) }
    let shape = jacobianShape(edge)
    let isTensor = !shape.output.isScalar || !shape.input.isScalar
    if isTensor, options.show.contains(.shapes) { label.badge = shape.formula }
    guard !isAbstract(edge) else { return label }
    if !isLong(jacobian) || isNumber(jacobian) {
      label.formula = self.jacobian(jacobian, of: edge).formula()
    }
    if !isNumber(jacobian) {
      label.value = value(of: jacobian, rowAxes: shape.output.order)
    }
    return label.formula == label.value ? label.withoutValue : label
  }

  private func isZero(_ node: NodeID) -> Bool {
    if let number = derivation.graph.constant(node) { return number.isZero }
    guard case .product(let id) = derivation.graph.operation(of: node) else { return false }
    return derivation.graph[id].coefficient.isZero
      || derivation.graph.operands(of: node).contains {
        derivation.graph.constant($0)?.isZero ?? false
      }
  }

  private func sentence(of id: FigureEdgeID, _ content: EdgeContent, strand: Int?) -> String {
    let edge = figure[id]
    var text = "From \(linearText(name(edge.from))) to \(linearText(name(edge.to)))"
    if let strand { text += ", strand \(strand)" }
    if let label = content.label.formula(.full) { text += ": \(linearText(label))" }
    if !content.paths.isEmpty {
      text += ", on path " + content.paths.map { "\($0.index + 1)" }.joined(separator: " and ")
    }
    return text + "."
  }
}

extension LabelContent {
  fileprivate var withoutValue: LabelContent {
    var label = self
    label.value = nil
    return label
  }
}
