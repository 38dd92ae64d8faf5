import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Constants whose size is an argument, or follows from the context.
extension Elaborator {
  /// A size: the namespace of dimensions is read first.
  mutating func sizeArgument(_ id: ExpressionID, in scope: Scope) -> Dimension? {
    var reader = DimensionReader(syntax)
    let dimension = reader.dimension(id)
    for diagnostic in reader.diagnostics { report(diagnostic, in: scope) }
    guard let dimension else { return nil }
    for symbol in dimension.symbols where !dimensions.contains(symbol) {
      return fail(
        .unknownDimension(
          symbol, range(of: id), suggestion: nearest(to: symbol, among: dimensions.names)),
        in: scope)
    }
    return dimensions.resolve(dimension)
  }

  /// `[m, n]` as sizes.
  mutating func dimensionList(_ id: ExpressionID, in scope: Scope) -> [Dimension]? {
    guard case .literal(let rows) = syntax.expressions[id].kind else {
      return sizeArgument(id, in: scope).map { [$0] }
    }
    let entries = rows.flatMap(\.self)
    let sizes = entries.compactMap { sizeArgument($0, in: scope) }
    return sizes.count == entries.count ? sizes : nil
  }

  mutating func identityMatrix(_ call: Call) -> Value? {
    guard let length = sizeArgument(call.arguments[0].value, in: call.scope) else { return nil }
    return length.isOne ? Value(graph.number(.one)) : Value(identity(length))
  }

  /// `zeros(m, n)`, `ones(n)`.
  mutating func filled(_ call: Call, with number: Number) -> Value? {
    let sizes = call.arguments.compactMap { sizeArgument($0.value, in: call.scope) }
    guard sizes.count == call.arguments.count else { return nil }
    let space = Space(declared: sizes)
    return Value(
      graph.broadcast(graph.number(number), to: space.shape), isRow: space.isRow)
  }

  /// `vector(1)`, `matrix(1)`.
  mutating func sizedByContext(_ call: Call, _ kind: ContextualConstant) -> Value? {
    guard let operands = evaluated(call) else { return nil }
    guard isScalar(operands[0].value) else {
      return fail(
        .needsScalar(call.name, space(of: operands[0].value), operands[0].range),
        in: call.scope)
    }
    return Value(operands[0].value.node, contextual: kind)
  }

  /// `onehot(i, n)`: 1 at place i, else 0.
  mutating func oneHot(_ call: Call) -> Value? {
    let length = sizeArgument(call.arguments[1].value, in: call.scope)
    guard let place = wholeNumber(call.arguments[0].value, in: call.scope), let length else {
      return nil
    }
    let space = Space(shape: Shape([length]))
    guard place >= 1, place <= dimensions.length(of: length) ?? .max else {
      return fail(
        .indexOutOfRange(place, length, space, range(of: call.arguments[0].value)),
        in: call.scope)
    }
    if length.isOne { return Value(graph.number(.one)) }
    let pattern = SlicePattern(axes: [.index(place - 1)], source: space.shape)
    return Value(graph.node(.selector(graph.intern(pattern))))
  }
}
