import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

/// The product along one path in symbols, formulas and numbers.
///
/// Factors stand from output to input; in the denominator's layout, which transposes each, from
/// input to output.
final class PathText {
  let wording: Wording
  let product: PathProduct

  /// More factors than this are not written one by one.
  private static let longest = 5
  /// Operations of a product of tensors that is multiplied out.
  private static let longestTensor = 12

  init(wording: Wording, product: PathProduct) {
    self.wording = wording
    self.product = product
  }

  private lazy var edges: [FigureEdgeID] =
    isReversed ? product.path.edges : product.path.edges.reversed()
  private var isReversed: Bool { wording.options.form.layout == .denominator }
  private var isScalar: Bool {
    product.path.nodes.allSatisfy { wording.shape($0).isScalar }
  }

  /// The way the path takes: `via x₁`, or `direct` for a single edge.
  ///
  /// Nodes that all paths pass are left out of a long list.
  func via(shared: Set<FigureNodeID>) -> Formula {
    let between = Array(product.path.nodes.dropFirst().dropLast())
    guard !between.isEmpty else { return .text(direct) }
    let own = between.filter { !shared.contains($0) }
    let shown = (between.count > 2 && !own.isEmpty ? own : between).map(wording.name)
    let names = shown.count <= 5 ? shown : Array(shown.prefix(4)) + [.ordinary("\u{2026}")]
    let list = names.map { [$0] }.joined(separator: [.punctuation(",")])
    return .row([.text("via "), .row(Array(list))])
  }

  /// `direct`, or which of several occurrences of the operand is meant.
  private var direct: String {
    let uses = wording.uses(beside: edges[0])
    guard uses.count > 1, let place = uses.firstIndex(of: edges[0]) else { return "direct" }
    return "use \(place + 1)"
  }

  /// The product in symbols: ∂f/∂x₁ · dx₁/dt; of one occurrence among several, its formula.
  var symbols: Formula {
    let symbols = edges.map { edge in
      wording.isOneOfSeveral(edge)
        ? wording.jacobian(wording.figure[edge].jacobian, of: edge).formula
        : wording.symbol(edge)
    }
    guard symbols.count < Self.longest else {
      let dots = Formula.symbol("\u{22EF}", .inner, .upright)
      return .row([symbols[0], dots, symbols[symbols.count - 1]])
    }
    return .row(Array(symbols.map { [$0] }.joined(separator: [.dot])))
  }

  /// The product in formulas: 2x₁ · cos t.
  ///
  /// Nil where a factor is abstract or long. Ones are left out of long products.
  private(set) lazy var formula: Formula? = {
    guard !edges.contains(where: wording.isAbstract) else { return nil }
    let factors = shortened(edges.filter { !isIdentity($0) || edges.count <= 3 }, or: edges)
    guard factors.count <= Self.longest, !factors.contains(where: isLong) else { return nil }
    return isTensor ? tensorFormula : Phrase.pathFormula(factors.map(phrase), wording.style)
  }()

  /// Whether a factor has more axes than a matrix.
  private var isTensor: Bool { edges.contains { wording.axes($0).isTensor } }

  /// The product of factors one of which is no matrix, in the figure's form or else by entries.
  private var tensorFormula: Formula? {
    if wording.options.form.tensors == .kronecker, let stacked {
      return Phrase.pathFormula(stacked, wording.style)
    }
    let shapes = product.path.nodes.reversed().map(wording.shape)
    let jacobians = product.path.edges.reversed().map(wording.ownJacobian)
    let (factors, summed) = wording.entries(jacobians, along: shapes)
    return Phrase.pathFormula(
      isReversed ? factors.reversed() : factors, summedOver: summed, wording.style)
  }

  /// Whether the factors stand between stacked columns.
  var isStacked: Bool {
    wording.options.form.tensors == .kronecker && (!isTensor || stacked != nil)
  }

  /// Every factor between stacked columns; nil if one cannot be written so.
  private var stacked: [Phrase]? {
    let shown = edges.map { wording.jacobian(wording.figure[$0].jacobian, of: $0) }
    let factors = zip(edges, shown).compactMap { edge, factor -> Phrase? in
      switch factor.reading {
      case .index, .differential: nil
      case .kronecker: factor.phrase
      case .matrix: factor.stacked(wording.axes(edge)).phrase
      }
    }
    return factors.count == edges.count ? factors : nil
  }

  /// What each factor does to a small change, output to input: df = aᵀdu, du = dX b.
  ///
  /// Nil unless the form asks for it, a factor is no matrix, and every factor can be said so.
  var differentials: Formula? {
    guard wording.options.form.tensors == .differential, isTensor, edges.count <= Self.longest,
      !edges.contains(where: wording.isAbstract), !edges.contains(where: isLong)
    else { return nil }
    let equations = product.path.edges.reversed().compactMap { edge -> [Formula]? in
      wording.differential(edge).map {
        [.classed(.ordinary, .row([wording.symbol(edge, $0), .relation("="), $0.formula]))]
      }
    }
    guard equations.count == edges.count else { return nil }
    return .row(Array(equations.joined(separator: [.punctuation(","), .space(mu: 6)])))
  }

  /// 0.959 · 0.878; nil where the formula says it already.
  var numbers: Formula? {
    guard wording.options.show.contains(.values), isScalar, edges.count > 1 else { return nil }
    guard !edges.allSatisfy({ wording.isNumber(wording.figure[$0].jacobian) }) else { return nil }
    let factors = shortened(edges.filter { !isIdentity($0) || edges.count <= 3 }, or: edges)
    let values = factors.compactMap { wording.scalar(wording.figure[$0].jacobian) }
    guard values.count == factors.count, values.count <= Self.longest + 1 else { return nil }
    let formulas = values.enumerated().map { index, value in
      let formula = wording.numbers.formula(of: value)
      return [index > 0 && value < 0 ? Formula.parenthesized(formula) : formula]
    }
    return .row(Array(formulas.joined(separator: [.dot])))
  }

  /// The value of the product.
  var value: Formula? {
    guard wording.options.show.contains(.values) else { return nil }
    if isScalar {
      guard !edges.contains(where: wording.isAbstract) else { return nil }
      return scalar.map(wording.numbers.formula)
    }
    return wording.value(of: product.product, as: shape)
  }

  /// The simplified product where no point gives it a value and it says more than the factors.
  private(set) lazy var simplified: Formula? = {
    let graph = wording.derivation.graph
    guard !edges.contains(where: wording.isAbstract), edges.count > 1,
      !wording.isLong(product.product), !isScalar || graph.isScalar(product.product)
    else { return nil }
    guard let shape else { return nil }
    let axes = DerivativeAxes(output: shape.output, inputs: shape.inputs)
    let input = product.path.nodes.first.map(wording.namePhrase)
    let formula = wording.shown(product.product, axes, input: input).formula
    return formula == self.formula ? nil : formula
  }()

  /// Whether the product of the numbers as shown rounds to the value as shown.
  var isExactAsRounded: Bool {
    guard let scalar else { return true }
    let values = edges.compactMap { wording.scalar(wording.figure[$0].jacobian) }
    let shown = values.reduce(1) { $0 * wording.numbers.rounded($1) }
    return wording.numbers.text(of: shown) == wording.numbers.text(of: scalar)
  }

  /// 1×2 · 2×1 = 1×1, where something is no scalar.
  var shapes: [Piece]? {
    guard !isScalar, wording.options.show.contains(.shapes) else { return nil }
    guard let result = shape else { return nil }
    let factors = edges.map(wording.jacobianShape)
    let formula =
      factors.count > 1
      ? JacobianShape.productFormula(factors, result: result) : result.formula
    let likeInput: [Formula] =
      result.output.isScalar && result.inputs[0].order > 1
      ? [.text(", the shape of "), wording.name(product.path.nodes[0])] : []
    return [.formula(.row([.space(mu: 18), formula] + likeInput), .muted)]
  }

  private var shape: JacobianShape? {
    guard let input = product.path.nodes.first, let output = product.path.nodes.last else {
      return nil
    }
    return wording.jacobianShape(of: output, by: input)
  }

  private var scalar: Double? {
    let values = edges.compactMap { wording.scalar(wording.figure[$0].jacobian) }
    return values.count == edges.count ? values.reduce(1, *) : nil
  }

  private func shortened(_ short: [FigureEdgeID], or all: [FigureEdgeID]) -> [FigureEdgeID] {
    short.isEmpty ? Array(all.prefix(1)) : short
  }

  private func isIdentity(_ edge: FigureEdgeID) -> Bool {
    wording.derivation.graph.constant(wording.figure[edge].jacobian)?.isOne ?? false
  }

  private func isLong(_ edge: FigureEdgeID) -> Bool {
    wording.isLong(wording.figure[edge].jacobian)
  }

  /// Whether a factor is said in the name of the node it leads to.
  var usesOwnNames: Bool {
    edges.contains { wording.ownJacobian($0) != wording.figure[$0].jacobian }
  }

  /// Whether the simplified product is more than its factors one after the other.
  var isShortened: Bool {
    if !isScalar { return wording.length(of: product.product) <= Self.longestTensor }
    let factors = edges.reduce(-1) { $0 + 1 + wording.length(of: wording.figure[$1].jacobian) }
    return wording.length(of: product.product) + 1 < factors
  }

  /// The factor of an edge; the sum of its strands where it has several.
  private func phrase(_ edge: FigureEdgeID) -> Phrase {
    let strands = wording.strands(of: edge)
    guard strands.count > 1 else {
      return wording.jacobian(wording.figure[edge].jacobian, of: edge).phrase
    }
    return .sum(strands.map { SignedPhrase(wording.jacobian($0, of: edge).phrase) })
  }
}
