import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// The names, formulas and numbers that a figure's text is put together from.
///
/// A class because all that write the text hold it: nothing of the graph is copied for them.
final class Wording {
  let derivation: Derivation
  let options: FigureOptions
  let numbers: NumberFormat
  /// One a node of the figure.
  let names: [Formula]
  private let standIns: StandIns
  private let notation: Notation
  private let derivativeNotation: Notation

  /// Longer expressions are not written beside others.
  static let longestFormula = 24

  init(_ derivation: Derivation, _ options: FigureOptions) {
    self.derivation = derivation
    self.options = options
    numbers = NumberFormat(digits: options.digits)
    // Where a point gives them a value, total derivatives at nodes need no formula.
    let query =
      options.mode == .none || derivation.evaluation != nil
      ? nil : derivation.derivatives.first
    let totals = ((query?.adjoints ?? []) + (query?.tangents ?? [])).compactMap(\.self)
    standIns = StandIns(derivation, simplifying: totals)
    let notation = Notation(graph: standIns.graph)
    self.notation = notation
    derivativeNotation = notation.ofDerivatives
    let standIns = standIns
    names = derivation.figure.nodes.map { node in
      notation.phrase(of: standIns.name(of: node.reference)).formula(options.style)
    }
  }

  var figure: FigureGraph { derivation.figure }

  var style: FormulaStyle { options.style }

  /// A name of the source, of a node with so many axes.
  func formula(of name: String, _ node: NodeID) -> Formula {
    Name(name, order: derivation.graph.shape(of: node).order).formula(style)
  }

  func name(_ node: FigureNodeID) -> Formula { names[node.index] }

  /// What a query differentiates: a node of the figure, or what several of them are entries of.
  func outputName(of query: QueryDerivation) -> Formula {
    query.outputs.count == 1
      ? name(query.outputs[0]) : formula(of: query.query.outputName, query.query.output)
  }

  func shape(_ node: FigureNodeID) -> Shape { derivation.graph.shape(of: figure[node].reference) }

  // MARK: Expressions

  /// An expression in the names of the figure's nodes.
  func phrase(of node: NodeID) -> Phrase {
    notation.phrase(
      of: standIns.image(of: node), orientation: .column, limit: 4 * Self.longestFormula)
  }

  /// A definition by entries, where matrix notation has no words for it.
  func entryEquation(of node: NodeID, named name: Formula) -> Formula? {
    notation.entryEquation(
      of: standIns.image(of: node), named: name, style, limit: 4 * Self.longestFormula)
  }

  /// A scalar derivative in the names of the figure's nodes.
  func derivative(_ node: NodeID) -> Phrase {
    derivativeNotation.phrase(
      of: standIns.image(of: node), orientation: .column, limit: 4 * Self.longestFormula)
  }

  /// A total derivative at a node, unless it is abstract and so says no more than its symbol.
  func formula(ofTotal node: NodeID, _ axes: DerivativeAxes) -> Formula? {
    guard !involvesAbstract(node) else { return nil }
    var inIndices = options.form
    inIndices.tensors = .index
    return derivativeNotation.derivative(
      standIns.image(of: node), axes: axes, form: inIndices, limit: 4 * Self.longestFormula
    ).styled(style).formula
  }

  func isLong(_ node: NodeID) -> Bool {
    length(of: node) > Self.longestFormula
      || notation.longestLiteral(in: standIns.image(of: node)) > Self.longestFormula
  }

  /// How many operations an expression is written with.
  func length(of node: NodeID) -> Int { notation.operationCount(of: standIns.image(of: node)) }

  func isNumber(_ node: NodeID) -> Bool { derivation.graph.constant(node) != nil }

  /// The value at the point; nil where it is not to be shown or too large to write.
  func value(of node: NodeID, as shape: JacobianShape? = nil) -> Formula? {
    guard options.show.contains(.values) else { return nil }
    return derivation.value(of: node).flatMap { numbers.formula(of: $0, as: shape) }
  }

  /// An entry of a value, row by row.
  func value(of node: NodeID, entry: Int) -> Formula? {
    guard options.show.contains(.values), let value = derivation.value(of: node),
      value.data.indices.contains(entry)
    else { return nil }
    return numbers.formula(of: value.data[entry])
  }

  /// The value of a scalar at the point, whether it is shown or not.
  func scalar(_ node: NodeID) -> Double? {
    guard let value = derivation.value(of: node), value.shape.isEmpty else { return nil }
    return value.data.first
  }

  /// The point as a line for the header, if it is short: `at t = 0.5`.
  var point: [Formula] {
    let inputs = figure.nodes.indices.filter { figure.nodes[$0].body == nil }
    let parts = inputs.compactMap { index -> [Formula]? in
      let node = figure.nodes[index].reference
      guard derivation.graph.isScalar(node), let value = value(of: node) else { return nil }
      return [.classed(.ordinary, .row([names[index], .relation("="), value]))]
    }
    guard parts.count == inputs.count, (1...3).contains(parts.count) else { return [] }
    let list = parts.joined(separator: [.punctuation(","), .space(mu: 6)])
    return [.row([.text("at "), .row(Array(list))])]
  }

  // MARK: Derivatives

  /// The left side of an edge's derivative, whole: Leibniz's symbol or the form's own.
  func symbol(_ edge: FigureEdgeID, _ shown: ShownDerivative) -> Formula {
    let own = shown.symbol(
      of: name(figure[edge].to), by: [name(figure[edge].from)], isTotal: isOrdinary(edge))
    return own.map { .styled(.display, $0) } ?? symbol(edge)
  }

  /// Whether a local derivative is that of a function of one variable, a scalar.
  func isOrdinary(_ edge: FigureEdgeID) -> Bool {
    let sources = figure.incoming[figure[edge].to.index].filter {
      figure[figure[$0].from].role != .constant
    }
    return sources.count == 1 && shape(figure[edge].from).isScalar
  }

  func symbol(_ edge: FigureEdgeID) -> Formula {
    symbol(of: figure[edge].to, by: figure[edge].from, isTotal: isOrdinary(edge))
  }

  func symbol(of output: FigureNodeID, by input: FigureNodeID, isTotal: Bool) -> Formula {
    let symbol = DerivativeSymbol(of: name(output), by: [name(input)], isTotal: isTotal)
    return .styled(.display, symbol.formula)
  }

  /// The shape of ∂to/∂from.
  func jacobianShape(_ edge: FigureEdgeID) -> JacobianShape {
    jacobianShape(of: figure[edge].to, by: figure[edge].from)
  }

  func jacobianShape(of output: FigureNodeID, by input: FigureNodeID) -> JacobianShape {
    JacobianShape(output: shape(output), input: shape(input), layout: options.form.layout)
  }

  func axes(_ edge: FigureEdgeID) -> DerivativeAxes {
    DerivativeAxes(output: shape(figure[edge].to), inputs: [shape(figure[edge].from)])
  }

  /// A local Jacobian in the figure's form.
  func jacobian(_ node: NodeID, of edge: FigureEdgeID) -> ShownDerivative {
    let isWhole = node == figure[edge].jacobian
    return shown(
      isWhole ? standIns.jacobian(of: edge, node) : node, axes(edge),
      input: namePhrase(figure[edge].from))
  }

  /// The Jacobian of an edge, in the name of the node it enters where it is written so.
  func ownJacobian(_ edge: FigureEdgeID) -> NodeID {
    standIns.jacobian(of: edge, figure[edge].jacobian)
  }

  /// What an edge does to a small change of its input; nil where no notation says it.
  func differential(_ edge: FigureEdgeID) -> ShownDerivative? {
    derivativeNotation.differential(
      standIns.image(of: figure[edge].jacobian), axes: axes(edge),
      inputName: namePhrase(figure[edge].from), limit: 4 * Self.longestFormula)?.styled(style)
  }

  func namePhrase(_ node: FigureNodeID) -> Phrase {
    notation.phrase(of: standIns.name(of: figure[node].reference))
  }

  /// A finished derivative in the figure's form; `input` is what its last axes belong to.
  func shown(_ node: NodeID, _ axes: DerivativeAxes, input: Phrase?) -> ShownDerivative {
    derivativeNotation.derivative(
      standIns.image(of: node), axes: axes, form: options.form, inputName: input,
      limit: 4 * Self.longestFormula
    ).styled(style)
  }

  /// A derivative for inputs of any kind, whatever is declared of them.
  func general(_ node: NodeID, _ axes: DerivativeAxes) -> ShownDerivative {
    var inIndices = options.form
    inIndices.tensors = .index
    return notation.derivative(
      standIns.image(of: node), axes: axes, form: inIndices, limit: 4 * Self.longestFormula
    ).styled(style)
  }

  /// The factors of a path by entries with letters that match, and those that are summed over.
  func entries(_ factors: [NodeID], along shapes: [Shape]) -> (factors: [Phrase], summed: [String])
  {
    derivativeNotation.derivatives(
      factors.map(standIns.image), along: shapes, limit: 4 * Self.longestFormula)
  }

  /// Whether other edges join the same two nodes: each is one occurrence of an operand, and only
  /// their sum is a derivative.
  func isOneOfSeveral(_ edge: FigureEdgeID) -> Bool { uses(beside: edge).count > 1 }

  /// The edges that join the same two nodes as one, itself included, in the order of operands.
  func uses(beside edge: FigureEdgeID) -> [FigureEdgeID] {
    figure.incoming[figure[edge].to.index].filter { figure[$0].from == figure[edge].from }
  }

  func isAbstract(_ edge: FigureEdgeID) -> Bool { figure[figure[edge].to].role == .abstract }
}
