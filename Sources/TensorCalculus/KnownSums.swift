import ExpressionGraph

/// Sums whose value is known: of the entries of a softmax, of a squared sine and cosine.
extension Simplifier {
  /// The entries of a softmax, and of a vector with a 1 at its largest entry, sum to 1: the factor
  /// goes where nothing else carries its axes.
  func dropDistribution(in term: inout Term, _ graph: ExpressionGraph) -> Bool {
    let place = term.factors.firstIndex { factor in
      guard factor.exponent.isOne, Set(factor.labels).count == factor.labels.count else {
        return false
      }
      switch graph.operation(of: factor.node) {
      case .vectorFunction(.softmax), .vectorFunction(.firstMaximum),
        .vectorFunction(.firstMinimum):
        return factor.labels.allSatisfy { !term.output.contains($0) && term.uses(of: $0) == 1 }
      case .variable, .number, .pi, .dimension, .sum, .product, .elementwise, .reduction,
        .vectorFunction, .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle,
        .choice, .application, .definition:
        return false
      }
    }
    guard let place else { return false }
    for label in term.factors.remove(at: place).labels { term.extents[label] = Dimension(1) }
    term.relabel { $0 }
    return true
  }

  /// a·cos²u − a·sin²u is a·cos 2u, and then 2b·sin u·cos u beside it b·sin 2u; a·cos²u + a·sin²u
  /// is a; 1 − σ(−u) is σ(u).
  mutating func useIdentities(_ collection: inout Collection, in graph: inout ExpressionGraph) {
    guard collection.units.count > 1 else { return }
    for unit in collection.units {
      guard let coefficient = collection.coefficients[unit], !coefficient.isZero else { continue }
      mergeSquares(unit, coefficient, &collection, in: &graph)
      reflectSigmoid(unit, coefficient, &collection, in: &graph)
    }
  }

  private mutating func mergeSquares(
    _ unit: NodeID, _ coefficient: Number, _ collection: inout Collection,
    in graph: inout ExpressionGraph
  ) {
    let term = graph.term(of: unit)
    guard
      let place = term.factors.firstIndex(where: {
        $0.exponent.equals(2) && graph.operation(of: $0.node) == .elementwise(.cos)
      })
    else { return }
    let angle = graph.operand(of: term.factors[place].node)
    var partner = term
    partner.factors[place].node = graph.elementwise(.sin, angle)
    let squaredSine = product(partner, in: &graph)
    guard let other = collection.coefficients[squaredSine], !other.isZero,
      other.magnitude.equals(coefficient.magnitude)
    else { return }
    collection.coefficients[unit] = .zero
    collection.coefficients[squaredSine] = .zero
    var rest = term
    if other.equals(coefficient) {
      rest.factors.remove(at: place)
      collection.add(coefficient, product(rest, in: &graph))
      return
    }
    let twice = scaled(2, angle, in: &graph)
    rest.factors[place] = .init(graph.elementwise(.cos, twice), labels: term.factors[place].labels)
    collection.add(coefficient, product(rest, in: &graph))
    var mixed = term
    mixed.factors[place].exponent = .one
    mixed.factors.append(
      .init(graph.elementwise(.sin, angle), labels: term.factors[place].labels))
    let sineCosine = product(mixed, in: &graph)
    guard let double = collection.coefficients[sineCosine], !double.isZero else { return }
    collection.coefficients[sineCosine] = .zero
    rest.factors[place].node = graph.elementwise(.sin, twice)
    collection.add(double / 2, product(rest, in: &graph))
  }

  private mutating func reflectSigmoid(
    _ unit: NodeID, _ coefficient: Number, _ collection: inout Collection,
    in graph: inout ExpressionGraph
  ) {
    guard case .elementwise(.sigmoid) = graph.operation(of: unit) else { return }
    var argument = graph.term(of: graph.operand(of: unit))
    let axes = graph.shape(of: unit).dimensions
    let one = graph.node(of: Term(output: Array(axes.indices), extents: axes))
    guard argument.coefficient.isNegative, let constant = collection.coefficients[one],
      constant.equals(-coefficient)
    else { return }
    argument.coefficient = -argument.coefficient
    collection.coefficients[unit] = .zero
    collection.coefficients[one] = .zero
    collection.add(constant, graph.elementwise(.sigmoid, graph.node(of: argument)))
  }
}
