import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Blocks one behind the other.
extension Elaborator {
  /// `concat(X, Y, axis=1)`; along the first axis unless told.
  mutating func concatenation(_ call: Call) -> Value? {
    let named = call.arguments.filter { $0.label != nil }
    if let label = named.lazy.compactMap(\.label).first(where: {
      syntax.names[$0.id].canonical != "axis"
    }) {
      return fail(.unknownLabel(spelling(label.id), call.name, label.range), in: call.scope)
    }
    let blocks = call.arguments.filter { $0.label == nil }
    let values = blocks.map { value(of: $0.value, in: call.scope) }
    var operands: [Operand] = []
    for (argument, value) in zip(blocks, values) {
      guard let value,
        let operand = sizedOnItsOwn(Operand(value, range(of: argument.value)), in: call.scope)
      else { return nil }
      operands.append(operand)
    }
    guard let first = operands.first else {
      return fail(
        .wrongArgumentCount(call.name, call.range, expected: 2...Int.max, found: 0),
        in: call.scope)
    }
    var axis = 1
    if let argument = named.first {
      guard let given = wholeNumber(argument.value, in: call.scope) else { return nil }
      guard (1...max(2, shape(of: first.value).order)).contains(given) else {
        return fail(
          .axisOutOfRange(given, space(of: first.value), range(of: argument.value)),
          in: call.scope)
      }
      axis = given
    }
    if operands.contains(where: { shape(of: $0.value).order > 2 }) {
      return joinedTensors(operands, axis: axis - 1, call)
    }
    return joined(axis == 1 ? operands.map { [$0] } : [operands], call.range, in: call.scope)
  }

  private mutating func joinedTensors(
    _ operands: [Operand], axis: Int, _ call: Call
  ) -> Value? {
    let pattern = JoinPattern(axis: axis, parts: operands.map { shape(of: $0.value) })
    guard pattern.shape != nil else { return fail(.raggedLiteral(call.range), in: call.scope) }
    return Value(graph.join(operands.map(\.value.node), axis: axis))
  }

  /// Blocks of any size, row by row: vectors stay vectors where all lie one way.
  mutating func joinedWhole(
    _ rows: [[Operand]], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard fit(rows) else { return fail(.raggedLiteral(range), in: scope) }
    let all = rows.flatMap(\.self)
    if isColumn(rows) {
      return Value(graph.join(all.map { asVector($0.value) }, axis: 0))
    }
    if isRow(rows) {
      return Value(graph.join(all.map { asVector($0.value) }, axis: 0), isRow: true)
    }
    let parts = rows.map { row in
      graph.join(
        row.map { operand in
          let (rows, columns) = grid(of: operand)
          return reshaped(operand.value, to: Shape([rows, columns]))
        }, axis: 1)
    }
    return Value(graph.join(parts, axis: 0))
  }

  /// Whether all blocks lie below one another, each one column wide.
  func isColumn(_ rows: [[Operand]]) -> Bool {
    rows.allSatisfy { $0.count == 1 && grid(of: $0[0]).columns.isOne }
  }

  /// Whether all blocks lie in one row, each one row high.
  func isRow(_ rows: [[Operand]]) -> Bool {
    rows.count == 1 && rows[0].allSatisfy { grid(of: $0).rows.isOne }
  }

  private func grid(of operand: Operand) -> (rows: Dimension, columns: Dimension) {
    space(of: operand.value).grid ?? (Dimension(1), Dimension(1))
  }

  /// Whether the blocks of a row are equally high, and all rows equally wide.
  private func fit(_ rows: [[Operand]]) -> Bool {
    let widths = rows.map { row in row.reduce(Dimension(0)) { $0 + grid(of: $1).columns } }
    return widths.allSatisfy { $0 == widths[0] }
      && rows.allSatisfy { row in
        row.allSatisfy { grid(of: $0).rows == grid(of: row[0]).rows }
      }
  }

  private mutating func asVector(_ value: Value) -> NodeID {
    isScalar(value) ? reshaped(value, to: Shape([Dimension(1)])) : value.node
  }

  private mutating func reshaped(_ value: Value, to shape: Shape) -> NodeID {
    isScalar(value)
      ? graph.hadamard([(value.node, .one)], shape: shape)
      : graph.reshape(value.node, to: shape)
  }
}
