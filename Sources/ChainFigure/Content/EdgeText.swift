import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

extension Wording {
  /// Operations of a part that is drawn as a strand of its own.
  private static let longestStrand = 2
  /// More strands than a reader counts are one.
  private static let mostStrands = 8

  /// What stands on each arrow; an edge of several strands is as many arrows.
  func edges(_ numbering: PathNumbering) -> [EdgeContent] {
    let saidBelow = edgesOfWrittenPaths
    var edges = figure.edges.indices.flatMap { index -> [EdgeContent] in
      let id = FigureEdgeID(index)
      let edge = figure[id]
      let strands = strands(of: id)
      return strands.enumerated().map { position, strand in
        let isWhole = strands.count == 1
        var content = EdgeContent(from: edge.from.index, to: edge.to.index, index: index)
        content.strand = position
        content.paths = numbering.paths(along: id)
        content.isZero = isZero(strand)
        content.isConstant = figure[edge.from].role == .constant
        content.isSaidBelow = saidBelow.contains(id)
        if options.show.contains(.jacobians), !content.isConstant {
          content.label = label(of: strand, edge: id, isWhole: isWhole)
        }
        content.sentence = sentence(of: id, content, strand: isWhole ? nil : position + 1)
        return content
      }
    }
    guard figure.nodes.count <= FigureContent.mostTabledNodes else { return edges }
    var number = 0
    for index in edges.indices
    where edges[index].label.dropsFormula(.shortest) && !edges[index].isSaidBelow {
      number += 1
      edges[index].number = TableNumber(value: number)
    }
    return edges
  }

  /// Edges whose formula is a factor of a product that the panel writes out.
  private var edgesOfWrittenPaths: Set<FigureEdgeID> {
    guard options.show.contains(.products) else { return [] }
    return Set(
      derivation.derivatives.flatMap(\.products).flatMap { product in
        PathText(wording: self, product: product).formula == nil ? [] : product.path.edges
      })
  }

  /// One an occurrence of an operand where each says its part at a glance: 1 and 1 for a + a.
  ///
  /// Many or longer parts, parts of a matrix and parts of which one is zero are shown together.
  func strands(of id: FigureEdgeID) -> [NodeID] {
    let edge = figure[id]
    let isScalar = shape(edge.from).isScalar && shape(edge.to).isScalar
    let isPlain =
      isScalar && figure[edge.from].role != .constant && edge.strands.count <= Self.mostStrands
      && edge.strands.allSatisfy { !isZero($0) && length(of: $0) <= Self.longestStrand }
    return isPlain ? edge.strands : [edge.jacobian]
  }

  /// A strand has no symbol: ∂b/∂a is the sum over all of them.
  func label(of jacobian: NodeID, edge: FigureEdgeID, isWhole: Bool) -> LabelContent {
    var label = LabelContent()
    let hasSymbol = isWhole && !isOneOfSeveral(edge)
    if hasSymbol { label.symbol = symbol(edge) }
    let shape = jacobianShape(edge)
    if !shape.isScalar, options.show.contains(.shapes) {
      label.badge = shape.formula
      label.structure = structure(of: jacobian, on: edge)
    }
    guard !isAbstract(edge) else { return label }
    if !isLong(jacobian) || isNumber(jacobian) {
      let shown = self.jacobian(jacobian, of: edge)
      if hasSymbol { label.symbol = symbol(edge, shown) }
      label.formula = shown.formula
    }
    if !isNumber(jacobian) {
      label.value = value(of: jacobian, as: shape)
    }
    label.isNumber = isNumber(jacobian)
    return label.formula == label.value ? label.withoutValue : label
  }

  /// Whether a derivative is zero everywhere, or a scalar that is zero at the point.
  func isZero(_ node: NodeID) -> Bool {
    if scalar(node) == 0 { return true }
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
    if content.isConstant { text += ", a constant" }
    if let strand { text += ", strand \(strand)" }
    if let label = content.label.formula(.full) { text += ": \(linearText(label))" }
    if !content.paths.isEmpty {
      let numbers = content.paths.map { "\($0.index + 1)" }
      let last = numbers.count > 1 ? " and " + numbers[numbers.count - 1] : ""
      text += numbers.count > 1 ? ", on paths " : ", on path "
      text += numbers.prefix(max(numbers.count - 1, 1)).joined(separator: ", ") + last
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
