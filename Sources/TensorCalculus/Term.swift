package import ExpressionGraph

/// One generic product being worked on: a product pattern together with its operands.
///
/// Labels are positions in `extents`. Kronecker deltas are no factors: tying two axes is giving
/// them one label, so an identity matrix is a term without factors whose output is `[i, i]`.
package struct Term: Hashable, Sendable {
  package struct Factor: Hashable, Sendable {
    package var node: NodeID
    package var labels: [Int]
    package var exponent: Number

    package init(_ node: NodeID, labels: [Int] = [], exponent: Number = .one) {
      self.node = node
      self.labels = labels
      self.exponent = exponent
    }
  }

  package var coefficient: Number
  package var sizes: [ProductPattern.SizePower]
  package var factors: [Factor]
  package var output: [Int]
  package var extents: [Dimension]

  package init(
    coefficient: Number = .one, sizes: [ProductPattern.SizePower] = [], factors: [Factor] = [],
    output: [Int] = [], extents: [Dimension] = []
  ) {
    self.coefficient = coefficient
    self.sizes = sizes
    self.factors = factors
    self.output = output
    self.extents = extents
  }

  /// The identity map on tensors of a shape: output axes, then the same axes again.
  package init(identity shape: Shape, coefficient: Number = .one) {
    let labels = Array(0..<shape.order)
    self.init(coefficient: coefficient, output: labels + labels, extents: shape.dimensions)
  }

  package var shape: Shape { Shape(output.map { extents[$0] }) }
  package var isZero: Bool { coefficient.isZero }
}

extension Term {
  /// The tensor product: this output's axes, then the other's.
  package func times(_ other: Term) -> Term {
    let offset = extents.count
    var result = self
    result.coefficient = coefficient * other.coefficient
    for size in other.sizes { result.multiply(bySize: size.dimension, exponent: size.exponent) }
    result.factors += other.factors.map { factor in
      Factor(factor.node, labels: factor.labels.map { $0 + offset }, exponent: factor.exponent)
    }
    result.output += other.output.map { $0 + offset }
    result.extents += other.extents
    return result
  }

  /// This term's last axes contracted with the other's first: the chain rule's product.
  ///
  /// For `self` of shape s + m and `other` of shape m + t the result has shape s + t.
  package func contracted(with other: Term, axes: Int) -> Term {
    var result = times(other)
    let start = output.count - axes
    let pairs = (0..<axes).map { (result.output[start + $0], result.output[start + axes + $0]) }
    result.output.removeSubrange(start..<start + 2 * axes)
    result.unify(pairs)
    return result
  }

  /// Gives each pair of labels one name, then puts the labels in order again.
  package mutating func unify(_ pairs: [(Int, Int)]) {
    var parent = Array(extents.indices)
    func root(_ label: Int) -> Int {
      var label = label
      while parent[label] != label { label = parent[label] }
      return label
    }
    for (a, b) in pairs {
      let (x, y) = (root(a), root(b))
      parent[max(x, y)] = min(x, y)
    }
    relabel { root($0) }
  }

  /// Renames labels and renumbers them by first use, output before factors.
  ///
  /// A label that nothing carries any more was summed over: it leaves its length as a factor.
  package mutating func relabel(_ name: (Int) -> Int) {
    guard !extents.isEmpty else { return }
    var number = [Int](repeating: -1, count: extents.count)
    var kept: [Dimension] = []
    let lengths = extents
    func renumbered(_ label: Int) -> Int {
      let root = name(label)
      if number[root] < 0 {
        number[root] = kept.count
        kept.append(lengths[root])
      }
      return number[root]
    }
    output = output.map(renumbered)
    for position in factors.indices {
      factors[position].labels = factors[position].labels.map(renumbered)
    }
    for label in lengths.indices where name(label) == label && number[label] < 0 {
      multiply(bySize: lengths[label], exponent: 1)
    }
    extents = kept
  }

  /// Multiplies by a power of an axis length, which is a number where the length is known.
  package mutating func multiply(bySize dimension: Dimension, exponent: Int) {
    if let known = dimension.known, let power = Number(known).power(exponent) {
      coefficient = coefficient * power
      return
    }
    let present = sizes.firstIndex { $0.dimension == dimension }
    let total = exponent + (present.map { sizes[$0].exponent } ?? 0)
    if let present { sizes.remove(at: present) }
    if total != 0 {
      sizes.append(.init(dimension: dimension, exponent: total))
      sizes.sort { $0.dimension.description < $1.dimension.description }
    }
  }

  /// Whether the output ties axes together or broadcasts: structure that must be merged into
  /// whatever the term is multiplied with, lest a delta be left standing.
  package var hasFreeStructure: Bool {
    if Set(output).count < output.count { return true }
    let carried = Set(factors.flatMap(\.labels))
    return output.contains { !carried.contains($0) }
  }
}

extension ExpressionGraph {
  /// The node as a term: a product by its factors, a number as a coefficient, else one factor.
  package func term(of node: NodeID) -> Term {
    switch operation(of: node) {
    case .number(let id): return Term(coefficient: self[id])
    case .dimension(let id):
      var term = Term()
      term.multiply(bySize: self[id], exponent: 1)
      return term
    case .product(let id):
      let pattern = self[id]
      return Term(
        coefficient: pattern.coefficient, sizes: pattern.sizes,
        factors: zip(pattern.factors, operands(of: node)).map { factor, operand in
          Term.Factor(
            operand, labels: factor.labels.map { Int($0.index) }, exponent: factor.exponent)
        },
        output: pattern.output.map { Int($0.index) }, extents: pattern.extents)
    case .variable, .pi, .sum, .elementwise, .reduction, .vectorFunction, .literal, .slice,
      .selector, .choice, .application, .definition, .matrixFunction, .reshape, .join, .triangle:
      return opaqueTerm(of: node)
    }
  }

  /// The node as a term of one factor.
  package func opaqueTerm(of node: NodeID) -> Term {
    let shape = shape(of: node)
    let labels = Array(0..<shape.order)
    return Term(
      factors: [.init(node, labels: labels)], output: labels, extents: shape.dimensions)
  }

  /// The node that a term stands for.
  package mutating func node(of term: Term) -> NodeID {
    if term.isZero { return zero(term.shape) }
    if term.factors.isEmpty && term.output.isEmpty && term.sizes.isEmpty {
      return number(term.coefficient)
    }
    if term.factors.isEmpty, term.output.isEmpty, term.coefficient.isOne, term.sizes.count == 1,
      term.sizes[0].exponent == 1
    {
      return node(.dimension(intern(term.sizes[0].dimension)))
    }
    if term.coefficient.isOne, term.sizes.isEmpty, term.factors.count == 1,
      term.factors[0].exponent.isOne, term.factors[0].labels == term.output,
      Set(term.output).count == term.output.count
    {
      return term.factors[0].node
    }
    return product(
      ProductPattern(
        coefficient: term.coefficient, sizes: term.sizes,
        factors: term.factors.map {
          .init(labels: $0.labels.map(Label.init), exponent: $0.exponent)
        },
        output: term.output.map(Label.init), extents: term.extents),
      term.factors.map(\.node))
  }

  /// Whether every entry of the node is the constant zero.
  package func isZero(_ node: NodeID) -> Bool {
    switch operation(of: node) {
    case .number(let id): self[id].isZero
    case .product(let id): self[id].coefficient.isZero
    case .variable, .pi, .dimension, .sum, .elementwise, .reduction, .vectorFunction, .literal,
      .slice, .selector, .choice, .application, .definition, .matrixFunction, .reshape, .join,
      .triangle:
      false
    }
  }

  package func isOne(_ node: NodeID) -> Bool {
    if case .number(let id) = operation(of: node) { self[id].isOne } else { false }
  }
}
