import ExpressionGraph
import TensorCalculus

/// What is known of where a Jacobian's entries vanish, and whether they are only signs.
///
/// Axes that carry one label are tied: entries with different indices on them are zero. So an
/// elementwise function's Jacobian is diagonal, labels `i, i`, and that of AX by X is A ⊗ I over
/// its four axes, labels `p, n, m, n`. A product of Jacobians takes one multiplication for each
/// value that all labels can have together: no more than what is not known to be zero.
struct JacobianStructure: Hashable {
  /// One an axis, the output's first; numbered by first use.
  let labels: [Int]
  /// How many of the axes are the output's.
  let outputOrder: Int
  /// The length of each label's axes.
  let extents: [Dimension]
  /// Whether every entry is 0, 1 or −1, so that a product with it takes no multiplication.
  let isSigns: Bool
  let isZero: Bool

  init(
    labels: [Int], outputOrder: Int, extents: [Dimension], isSigns: Bool = false,
    isZero: Bool = false
  ) {
    var numbers: [Int: Int] = [:]
    var kept: [Dimension] = []
    self.labels = labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = kept.count
      kept.append(extents[label])
      return kept.count - 1
    }
    self.outputOrder = outputOrder
    self.extents = kept
    self.isSigns = isSigns
    self.isZero = isZero
  }

  /// Nothing is known of the entries.
  init(dense shape: Shape, outputOrder: Int) {
    self.init(
      labels: Array(shape.dimensions.indices), outputOrder: outputOrder, extents: shape.dimensions)
  }

  /// The same with entries of any value where they do not vanish.
  var withoutSigns: JacobianStructure {
    JacobianStructure(
      labels: labels, outputOrder: outputOrder, extents: extents, isZero: isZero)
  }

  /// The structure of a sum: zero only where both are.
  func plus(_ other: JacobianStructure) -> JacobianStructure {
    if isZero { return other }
    if other.isZero { return self }
    let width = other.extents.count
    let pairs = zip(labels, other.labels).map { $0 * width + $1 }
    return JacobianStructure(
      labels: pairs, outputOrder: outputOrder,
      extents: extents.flatMap { extent in other.extents.map { _ in extent } })
  }

  /// The product with the Jacobian further in.
  ///
  /// It takes as many multiplications as the product of `loops`; nil where it takes none.
  func times(
    _ inner: JacobianStructure
  ) -> (structure: JacobianStructure, loops: [Dimension]?) {
    let offset = extents.count
    var name = Array(0..<offset + inner.extents.count)
    let shared = labels.count - outputOrder
    for axis in 0..<shared {
      let (a, b) = (name[labels[outputOrder + axis]], name[inner.labels[axis] + offset])
      if a != b { for position in name.indices where name[position] == b { name[position] = a } }
    }
    let outer = labels[..<outputOrder].map { name[$0] }
    let innermost = inner.labels[shared...].map { name[$0 + offset] }
    let lengths = extents + inner.extents
    let kept = Set(outer + innermost)
    // A sum over ones is no sign any more.
    let sumsNothing = name.allSatisfy(kept.contains)
    let structure = JacobianStructure(
      labels: outer + innermost, outputOrder: outputOrder, extents: lengths,
      isSigns: isSigns && inner.isSigns && sumsNothing, isZero: isZero || inner.isZero)
    guard !isZero, !inner.isZero, !isSigns, !inner.isSigns else { return (structure, nil) }
    return (structure, name.indices.filter { name[$0] == $0 }.map { lengths[$0] })
  }
}

extension ExpressionGraph {
  /// What the form of a simplified Jacobian tells of its entries.
  func structure(of jacobian: NodeID, outputOrder: Int) -> JacobianStructure {
    let shape = shape(of: jacobian)
    let isSigns = hasOnlySigns(jacobian)
    let plain = JacobianStructure(
      labels: Array(shape.dimensions.indices), outputOrder: outputOrder,
      extents: shape.dimensions, isSigns: isSigns, isZero: isZero(jacobian))
    switch operation(of: jacobian) {
    case .product(let id):
      let pattern = self[id]
      return JacobianStructure(
        labels: pattern.output.map { Int($0.index) }, outputOrder: outputOrder,
        extents: pattern.extents, isSigns: isSigns, isZero: plain.isZero)
    case .sum:
      let parts = operands(of: jacobian).map { structure(of: $0, outputOrder: outputOrder) }
      guard let first = parts.first, !isSigns else { return plain }
      return parts.dropFirst().reduce(first) { $0.plus($1) }.withoutSigns
    case .literal where isDiagonal(jacobian):
      return JacobianStructure(
        labels: [0, 0], outputOrder: outputOrder, extents: shape.dimensions, isSigns: isSigns)
    case .variable, .number, .pi, .dimension, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application, .definition:
      return plain
    }
  }

  /// Whether the form shows that every entry is 0, 1 or −1.
  private func hasOnlySigns(_ node: NodeID) -> Bool {
    switch operation(of: node) {
    case .number(let id): isSign(self[id]) || self[id].isZero
    case .selector, .triangle: true
    case .product(let id):
      isSign(self[id].coefficient) && self[id].sizes.isEmpty
        && self[id].summed.isEmpty && self[id].factors.allSatisfy(\.exponent.isOne)
        && operands(of: node).allSatisfy(hasOnlySigns)
    case .sum(let id):
      self[id].coefficients.count == 1 && isSign(self[id].coefficients[0])
        && hasOnlySigns(operand(of: node))
    case .literal, .slice, .reshape, .join: operands(of: node).allSatisfy(hasOnlySigns)
    case .variable, .pi, .dimension, .elementwise, .reduction, .vectorFunction, .matrixFunction,
      .choice, .application, .definition:
      false
    }
  }

  private func isDiagonal(_ literal: NodeID) -> Bool {
    guard shape(of: literal).isSquare, let n = shape(of: literal).dimensions[0].known, n > 1
    else { return false }
    return operands(of: literal).enumerated().allSatisfy { position, entry in
      position / n == position % n || isZero(entry)
    }
  }
}

private func isSign(_ number: Number) -> Bool { number.isOne || number.isMinusOne }
