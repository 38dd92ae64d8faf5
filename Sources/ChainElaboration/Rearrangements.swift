import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Functions that put entries in another arrangement.
extension Elaborator {
  /// `A ⊗ B`.
  mutating func kronecker(_ call: Call) -> Value? {
    guard let operands = evaluated(call) else { return nil }
    return kronecker(operands[0], operands[1], call.range, in: call.scope)
  }

  /// The outer product with its axes merged in pairs, those of the right factor running fastest.
  mutating func kronecker(
    _ left: Operand, _ right: Operand, _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard let left = sizedOnItsOwn(left, in: scope), let right = sizedOnItsOwn(right, in: scope)
    else { return nil }
    if isScalar(left.value) || isScalar(right.value) { return times(left.value, right.value) }
    for operand in [left, right] where space(of: operand.value).grid == nil {
      return fail(.tensorInLiteral(space(of: operand.value), operand.range), in: scope)
    }
    let a = axes(of: left.value, from: 0)
    let b = axes(of: right.value, from: shape(of: left.value).order)
    let merged = [b.rows + a.rows, b.columns + a.columns].filter { !$0.isEmpty }
    let outer = contraction(
      [(left.value.node, a.rows + a.columns), (right.value.node, b.rows + b.columns)],
      output: merged.flatMap(\.self))
    var dimensions = shape(of: outer).dimensions[...]
    let target = merged.map { labels in
      defer { dimensions = dimensions.dropFirst(labels.count) }
      return dimensions.prefix(labels.count).reduce(Dimension(1), *)
    }
    return Value(
      graph.reshape(outer.node, to: Shape(target)), isRow: a.rows.isEmpty && b.rows.isEmpty)
  }

  /// A label for each side of a vector or matrix that it has an axis for.
  private func axes(of value: Value, from label: Int) -> (rows: [Int], columns: [Int]) {
    switch shape(of: value).order {
    case 1: value.isRow ? ([], [label]) : ([label], [])
    case _: ([label], [label + 1])
    }
  }

  /// `vec(X)`: the columns below one another.
  mutating func columns(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    let shape = shape(of: operand.value)
    if shape.order < 2 { return Value(operand.value.node, open: operand.value.open) }
    return Value(rearranged(operand.value, to: Shape([shape.size])))
  }

  /// `reshape(X, [m, n])`: read and filled down the columns.
  mutating func reshape(_ call: Call) -> Value? {
    guard let value = value(of: call.arguments[0].value, in: call.scope),
      let operand = sizedOnItsOwn(
        Operand(value, range(of: call.arguments[0].value)), in: call.scope),
      let dimensions = dimensionList(call.arguments[1].value, in: call.scope)
    else { return nil }
    let target = self.dimensions.resolve(Shape(dimensions))
    let source = shape(of: operand.value)
    guard target.size == source.size else {
      return fail(
        .reshapeCount(space(of: operand.value), target, range(of: call.arguments[1].value)),
        in: call.scope)
    }
    let space = Space(declared: target.dimensions)
    return Value(rearranged(operand.value, to: space.shape), isRow: space.isRow)
  }

  /// The entries in another shape; of a literal, again a literal.
  private mutating func rearranged(_ value: Value, to target: Shape) -> NodeID {
    let source = shape(of: value)
    guard case .literal = graph.operation(of: value.node), let from = source.known,
      let to = target.known
    else { return graph.reshape(value.node, to: target) }
    let entries = Array(graph.operands(of: value.node))
    guard !to.isEmpty else { return entries[0] }
    let moved = reshapedPositions(from: from, to: to).map { entries[$0] }
    return graph.literal(moved, shape: target)
  }
}
