import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// Products of entries of at most this many are written out.
  private static let longestProduct = 32

  /// `sum(x)`, `sum(X, axis=1)`, and the mean.
  mutating func sumOrMean(_ call: Call, isMean: Bool) -> Value? {
    guard let operand = value(of: call.arguments[0].value, in: call.scope) else { return nil }
    let located = Operand(operand, range(of: call.arguments[0].value))
    guard let sized = sizedOnItsOwn(located, in: call.scope) else { return nil }
    guard call.arguments.count == 2 else {
      return isMean ? mean(sized.value) : total(sized.value)
    }
    guard let axis = axis(call.arguments[1], of: sized, call) else { return nil }
    return along(axis, sized.value, isMean: isMean)
  }

  mutating func axis(
    _ argument: ArgumentSyntax, of operand: Operand, _ call: Call
  ) -> Int? {
    if let label = argument.label, syntax.names[label.id].canonical != "axis" {
      return fail(.unknownLabel(spelling(label.id), call.name, label.range), in: call.scope)
    }
    let order = space(of: operand.value).dimensions.count
    guard let axis = wholeNumber(argument.value, in: call.scope) else { return nil }
    guard (1...max(order, 1)).contains(axis), order > 0 else {
      return fail(
        .axisOutOfRange(axis, space(of: operand.value), range(of: argument.value)),
        in: call.scope)
    }
    return axis - 1
  }

  /// The sum over one axis, which is dropped; a row has its entries along its second axis.
  mutating func along(_ axis: Int, _ value: Value, isMean: Bool) -> Value {
    let space = space(of: value)
    if space.isRow, space.shape.order == 1 {
      if axis == 0 { return Value(value.node) }
      return isMean ? mean(value) : total(value)
    }
    let labels = space.shape.dimensions.indices.map(Label.init)
    var output = labels
    output.remove(at: axis)
    let length = space.shape.dimensions[axis]
    return Value(
      graph.product(
        ProductPattern(
          sizes: isMean ? [.init(dimension: length, exponent: -1)] : [],
          factors: [.init(labels: labels)], output: output, extents: space.shape.dimensions),
        [value.node]))
  }

  mutating func productOfEntries(_ call: Call) -> Value? {
    if call.arguments.count == 2 { return reduced(.prod, along: call) }
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    let shape = shape(of: operand.value)
    if shape.isScalar { return operand.value }
    guard let count = shape.entryCount, count <= Self.longestProduct else {
      return Value(graph.unary(.reduction(.prod), operand.value.node))
    }
    let factors = positions(in: shape).map {
      (node: graph.entry(operand.value.node, at: $0), exponent: Number.one)
    }
    return Value(scalarProduct(factors, .one))
  }

  /// Every position of a shape with known lengths, row by row.
  func positions(in shape: Shape) -> [[Int]] {
    (shape.known ?? []).reduce([[]]) { prefixes, length in
      prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
    }
  }

  /// `‖x‖`, perhaps with a subscript.
  mutating func norm(_ operand: ExpressionID, _ kind: NormSyntax, in scope: Scope) -> Value? {
    guard let value = value(of: operand, in: scope),
      let sized = sizedOnItsOwn(Operand(value, range(of: operand)), in: scope)
    else { return nil }
    let reduction: Reduction =
      switch kind {
      case .one: .norm1
      case .infinity: .norminf
      case .unmarked, .two, .frobenius: .norm2
      }
    return reduced(reduction, sized.value)
  }

  /// A scalar from all entries; of a scalar, its magnitude or itself.
  mutating func reduced(_ reduction: Reduction, _ value: Value) -> Value {
    guard isScalar(value) else { return Value(graph.unary(.reduction(reduction), value.node)) }
    switch reduction {
    case .norm1, .norm2, .norminf: return Value(apply(.abs, value).node)
    case .logsumexp, .prod, .max, .min: return value
    }
  }

  /// `(x − mean)/sqrt(var + eps)`, 1e-5 unless told.
  mutating func layerNorm(_ call: Call) -> Value? {
    guard let operands = evaluated(call) else { return nil }
    if let label = call.arguments.lazy.compactMap(\.label).first,
      !["eps", "epsilon"].contains(syntax.names[label.id].canonical)
    {
      return fail(.unknownLabel(spelling(label.id), call.name, label.range), in: call.scope)
    }
    guard let operand = vectorOperand(operands[0], of: call) else { return nil }
    var guardTerm = Value(
      graph.number(Number(numerator: 1, denominator: 100_000, isDecimal: true) ?? .zero))
    if operands.count == 2 {
      guard isScalar(operands[1].value) else {
        return fail(
          .needsScalar(call.name, space(of: operands[1].value), operands[1].range),
          in: call.scope)
      }
      guardTerm = operands[1].value
    }
    let centred = minus(operand.value, mean(operand.value))
    let variance = mean(hadamard([(centred, Number(2))]))
    let deviation = apply(.sqrt, linear([(.one, variance), (.one, guardTerm)]))
    return over(centred, deviation)
  }
}
