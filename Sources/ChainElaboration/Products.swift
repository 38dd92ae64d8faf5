import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// What has been multiplied so far, left to right: `coefficient · Π scalars · ⊙ group`.
  ///
  /// Scalars commute with everything, so they are gathered and multiplied at the end, at once.
  struct RunningProduct {
    var coefficient = Number.one
    var scalars: [(node: NodeID, exponent: Number)] = []
    /// Tensors of one space that are multiplied entry by entry.
    var group: [(operand: Operand, exponent: Number)] = []
    /// Open inputs among the scalars.
    var open: [OpenShape] = []
    /// Whether the factor just taken was an open input, transposed.
    var endsWithOpenRow = false
    var range: SourceRange
  }

  /// The most operands of one product of scalars; more become products of products, so that the
  /// derivative of a long product stays cheap.
  static let widestProduct = 16

  mutating func product(_ factors: [FactorSyntax], in scope: Scope) -> Value? {
    var running = RunningProduct(range: range(of: factors[0].expression))
    var isSound = true
    for factor in factors {
      guard let value = value(of: factor.expression, in: scope) else {
        isSound = false
        continue
      }
      guard isSound else { continue }
      let operand = Operand(value, range(of: factor.expression))
      isSound = take(factor, operand, into: &running, in: scope)
      running.range = running.range.union(operand.range)
    }
    return isSound ? finished(running, in: scope) : nil
  }

  /// Multiplies by one more factor; false if that cannot be.
  private mutating func take(
    _ factor: FactorSyntax, _ operand: Operand, into running: inout RunningProduct, in scope: Scope
  ) -> Bool {
    let wasOpenRow = running.endsWithOpenRow
    running.endsWithOpenRow = false
    switch factor.operation {
    case .times, .implied:
      if isScalar(operand.value) {
        return takeScalar(factor, operand, exponent: .one, into: &running, in: scope)
      }
      if wishesByUse, wasOpenRow, let open = running.open.last, running.group.isEmpty,
        let rows = space(of: operand.value).grid?.rows, operand.value.contextual == nil
      {
        return wish(open, Space(shape: Shape([rows]), isRow: true)) ?? false
      }
      return multiplyGroup(by: operand, &running, in: scope)
    case .elementwiseTimes:
      return takeEntries(factor, operand, exponent: .one, into: &running, in: scope)
    case .over:
      guard isScalar(operand.value) else {
        return fail(.divisionByTensor(space(of: operand.value), operand.range), in: scope) ?? false
      }
      return takeScalar(factor, operand, exponent: .minusOne, into: &running, in: scope)
    case .elementwiseOver:
      return takeEntries(factor, operand, exponent: .minusOne, into: &running, in: scope)
    case .kronecker:
      guard let left = finished(running, in: scope),
        let result = kronecker(
          Operand(left, running.range), operand, running.range.union(operand.range), in: scope)
      else { return false }
      running = RunningProduct(range: running.range)
      return append(Operand(result, running.range.union(operand.range)), to: &running)
    }
  }

  /// Adds a value to a product that has nothing in its group.
  private func append(_ operand: Operand, to running: inout RunningProduct) -> Bool {
    if isScalar(operand.value) {
      running.scalars.append((operand.value.node, .one))
    } else {
      running.group = [(operand, .one)]
    }
    return true
  }

  private mutating func takeScalar(
    _ factor: FactorSyntax, _ operand: Operand, exponent: Number,
    into running: inout RunningProduct, in scope: Scope
  ) -> Bool {
    if let open = operand.value.open, exponent == .one {
      if factor.operation != .elementwiseTimes, let space = wishedFactor(open, running) {
        return wish(open, space) ?? false
      }
      running.open.append(open)
      running.endsWithOpenRow = open.isTransposed
    }
    if let number = number(operand.value) {
      guard exponent == .one || !number.isZero else {
        return fail(.divisionByZero(operand.range), in: scope) ?? false
      }
      running.coefficient =
        exponent == .one ? running.coefficient * number : running.coefficient / number
    } else if let power = writtenPower(factor.expression, operand.value) {
      running.scalars.append((power.base, power.exponent * exponent))
    } else {
      running.scalars.append((operand.value.node, exponent))
    }
    return true
  }

  /// The space that an open input should have as the right factor of what stands before it.
  private func wishedFactor(_ open: OpenShape, _ running: RunningProduct) -> Space? {
    guard wishesByUse, !open.isTransposed, let left = running.group.first?.operand.value,
      left.contextual == nil, let grid = space(of: left).grid, !grid.columns.isOne
    else { return nil }
    return Space(shape: Shape([grid.columns]))
  }

  private mutating func takeEntries(
    _ factor: FactorSyntax, _ operand: Operand, exponent: Number,
    into running: inout RunningProduct, in scope: Scope
  ) -> Bool {
    if isScalar(operand.value), operand.value.open == nil || running.group.isEmpty {
      return takeScalar(factor, operand, exponent: exponent, into: &running, in: scope)
    }
    if wishesByUse, running.group.isEmpty, let open = running.open.last,
      operand.value.contextual == nil
    {
      return wish(open, space(of: operand.value)) ?? false
    }
    let operands = running.group.map(\.operand) + [operand]
    guard let agreement = agree(operands, to: "multiply entry by entry", in: scope) else {
      return false
    }
    running.group = zip(operands.indices, agreement.values).map { index, value in
      (
        Operand(value, operands[index].range),
        index < running.group.count ? running.group[index].exponent : exponent
      )
    }
    return true
  }

  private mutating func multiplyGroup(
    by operand: Operand, _ running: inout RunningProduct, in scope: Scope
  ) -> Bool {
    guard !running.group.isEmpty else {
      running.group = [(operand, .one)]
      return true
    }
    let left = Operand(gathered(running.group), running.range)
    guard let product = matrixProduct(left, operand, in: scope) else { return false }
    running.group = []
    return append(Operand(product, left.range.union(operand.range)), to: &running)
  }

  /// The entry-by-entry product of a group; a single plain member itself.
  private mutating func gathered(_ group: [(operand: Operand, exponent: Number)]) -> Value {
    group.count == 1 && group[0].exponent == .one
      ? group[0].operand.value
      : hadamard(group.map { ($0.operand.value, $0.exponent) })
  }

  private mutating func finished(_ running: RunningProduct, in scope: Scope) -> Value? {
    var factors = grouped(running.scalars)
    guard let first = running.group.first?.operand.value else {
      var result = Value(scalarProduct(factors, running.coefficient))
      if running.open.count == 1, running.scalars.filter({ $0.exponent != .one }).isEmpty {
        result.open = running.open[0]
      }
      return result
    }
    if first.contextual != nil, running.group.count == 1 {
      var result = first
      factors.append((first.node, .one))
      result.node = scalarProduct(factors, running.coefficient)
      return result
    }
    if factors.isEmpty, running.coefficient.isOne { return gathered(running.group) }
    return hadamard(
      factors.map { (Value($0.node), $0.exponent) }
        + running.group.map { ($0.operand.value, $0.exponent) },
      coefficient: running.coefficient)
  }

  mutating func scalarProduct(
    _ factors: [(node: NodeID, exponent: Number)], _ coefficient: Number
  ) -> NodeID {
    if factors.isEmpty { return graph.number(coefficient) }
    if factors.count == 1, factors[0].exponent == .one, coefficient.isOne {
      return factors[0].node
    }
    if factors.count == 1, coefficient.isOne == false, let number = graph.constant(factors[0].node),
      factors[0].exponent == .one
    {
      return graph.number(coefficient * number)
    }
    return graph.scalarProduct(coefficient: coefficient, factors)
  }

  /// At most `widestProduct` factors, by a balanced tree of products.
  private mutating func grouped(
    _ factors: [(node: NodeID, exponent: Number)]
  ) -> [(node: NodeID, exponent: Number)] {
    var level = factors
    while level.count > Self.widestProduct {
      level = stride(from: 0, to: level.count, by: Self.widestProduct).map { start in
        let part = Array(level[start..<min(start + Self.widestProduct, level.count)])
        return part.count == 1 ? part[0] : (graph.scalarProduct(part), .one)
      }
    }
    return level
  }

  /// Base and constant exponent of a factor that is written as a power.
  private func writtenPower(
    _ id: ExpressionID, _ value: Value
  ) -> (base: NodeID, exponent: Number)? {
    guard case .power = syntax.expressions[id].kind,
      case .product(let pattern) = graph.operation(of: value.node)
    else { return nil }
    let product = graph[pattern]
    guard product.isScalar, product.factors.count == 1, product.coefficient.isOne,
      product.sizes.isEmpty
    else { return nil }
    return (graph.operand(of: value.node), product.factors[0].exponent)
  }
}
