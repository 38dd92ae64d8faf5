import ChainSyntax
import ExpressionGraph

/// Reductions along one axis, which is dropped: a column's norm, a row's largest entry.
extension Elaborator {
  /// A reduction of the first argument along the axis that the second one names.
  mutating func reduced(_ reduction: Reduction, along call: Call) -> Value? {
    guard let (axis, operand) = axisAndOperand(call) else { return nil }
    let value = operand.value
    switch reduction {
    case .norm1: return along(axis, apply(.abs, value), isMean: false)
    case .norm2:
      let squares = along(axis, hadamard([(value, Number(2))]), isMean: false)
      return apply(.sqrt, squares)
    case .logsumexp: return apply(.log, along(axis, apply(.exp, value), isMean: false))
    case .prod, .max, .min, .norminf: return byParts(reduction, axis, operand, call)
    }
  }

  /// The mean of the squared distance from the mean, of all entries or along an axis.
  mutating func variance(_ call: Call) -> Value? {
    if call.arguments.count == 2 {
      guard let (axis, operand) = axisAndOperand(call) else { return nil }
      let centred = minus(
        operand.value, repeated(along(axis, operand.value, isMean: true), axis, operand))
      return along(axis, hadamard([(centred, Number(2))]), isMean: true)
    }
    if let label = call.arguments[0].label {
      return fail(.unknownLabel(spelling(label.id), call.name, label.range), in: call.scope)
    }
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    let centred = minus(operand.value, mean(operand.value))
    return mean(hadamard([(centred, Number(2))]))
  }

  private mutating func axisAndOperand(_ call: Call) -> (axis: Int, operand: Operand)? {
    guard let value = value(of: call.arguments[0].value, in: call.scope),
      let operand = sizedOnItsOwn(
        Operand(value, range(of: call.arguments[0].value)), in: call.scope),
      let axis = axis(call.arguments[1], of: operand, call)
    else { return nil }
    return (axis, operand)
  }

  /// What has lost an axis, the same at every place of that axis.
  private mutating func repeated(_ value: Value, _ axis: Int, _ operand: Operand) -> Value {
    let space = space(of: operand.value)
    let labels = space.shape.dimensions.indices.map(Label.init)
    var kept = labels
    if !isScalar(value) { kept.remove(at: axis) } else { kept = [] }
    let pattern = ProductPattern(
      factors: [.init(labels: kept)], output: labels, extents: space.shape.dimensions)
    return Value(graph.product(pattern, [value.node]), isRow: space.isRow)
  }

  /// Part by part, for what is no sum over the axis; the other axes are short and of known length.
  private mutating func byParts(
    _ reduction: Reduction, _ axis: Int, _ operand: Operand, _ call: Call
  ) -> Value? {
    let shape = shape(of: operand.value)
    if shape.order == 1 { return reduced(reduction, operand.value) }
    var others = shape.dimensions
    others.remove(at: axis)
    let rest = Shape(others)
    guard let count = rest.entryCount, count <= Self.largestWrittenOut, rest.order <= 2 else {
      return fail(.longAxes(call.name, space(of: operand.value), call.range), in: call.scope)
    }
    let parts = positions(in: rest).map { position in
      var axes = position.map(SlicePattern.Axis.index)
      axes.insert(.all, at: axis)
      return reduced(reduction, Value(graph.slice(operand.value.node, axes))).node
    }
    return Value(graph.literal(parts, shape: rest))
  }
}

extension FunctionRow {
  /// What the function makes of all entries of one argument, if that is what it does.
  var reduction: Reduction? {
    switch rule {
    case .reduction(let reduction): reduction
    case .binary(_, let alone): alone
    case .elementwise, .power, .matrix, .vector, .agreeing, .special: nil
    }
  }

  /// Whether two arguments can only mean an operand and an axis.
  func isReduction(of call: Call) -> Bool {
    if case .reduction = rule { call.arguments.count == 2 } else { false }
  }
}

extension Call {
  /// Whether the second of two arguments is called an axis.
  func namesAxis(in syntax: FigureSyntax) -> Bool {
    guard arguments.count == 2, let label = arguments[1].label else { return false }
    return syntax.names[label.id].canonical == "axis"
  }
}
