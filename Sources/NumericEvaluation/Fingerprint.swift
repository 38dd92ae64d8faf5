import ExpressionGraph

/// Values of nodes modulo a prime at random inputs and small lengths, all different.
///
/// Two expressions that are equal as rational functions have equal fingerprints; others differ but
/// for one in some 10¹⁸ draws. A function that is not rational is an opaque number for each value
/// of its arguments: what such functions have to do with one another is not seen.
struct Fingerprint {
  /// Of what is larger nothing is said.
  private static let mostEntries = 512
  private static let mostSteps = 20_000

  fileprivate struct Value {
    let shape: [Int]
    var entries: [PrimeField]
  }

  private let graph: ExpressionGraph
  private let sizes: [String: Int]
  /// Whether inputs have the properties they were declared with.
  private let facts: Bool
  private let seed: UInt64
  private var values: [NodeID: Value] = [:]

  init(_ graph: ExpressionGraph, sizes: [String: Int], facts: Bool, seed: UInt64) {
    self.graph = graph
    self.sizes = sizes
    self.facts = facts
    self.seed = seed
  }

  /// The entries of a node whose operands have been asked for before; nil where nothing is said.
  mutating func evaluate(_ node: NodeID) {
    let operands = graph.operands(of: node).compactMap { values[$0] }
    guard operands.count == graph.operands(of: node).count,
      let shape = graph.shape(of: node).lengths(sizes),
      let count = entryCount(shape, limit: Self.mostEntries),
      let entries = entries(of: node, shape, operands), entries.count == count
    else { return }
    values[node] = Value(shape: shape, entries: entries)
  }

  /// The entries, row by row.
  subscript(node: NodeID) -> [PrimeField]? { values[node]?.entries }

  /// One row an operation.
  private func entries(of node: NodeID, _ shape: [Int], _ operands: [Value]) -> [PrimeField]? {
    switch graph.operation(of: node) {
    case .variable(let id): return input(graph[id], shape)
    case .number(let id): return PrimeField(graph[id]).map { [$0] }
    case .pi: return [.atom([seed, 314])]
    case .dimension(let id): return graph[id].length(sizes).map { [PrimeField(Int64($0))] }
    case .sum(let id): return sum(graph[id], operands)
    case .product(let id): return product(graph[id], shape, operands)
    case .elementwise(let function):
      return operands[0].entries.indices.map { place in
        opaque(1, UInt64(function.rawValue), operands.map { $0.entries[place] })
      }
    case .reduction(let reduction):
      return [opaque(2, UInt64(reduction.rawValue), operands[0].entries)]
    case .vectorFunction(let function):
      let whole = opaque(3, UInt64(function.rawValue), operands[0].entries)
      return shape.reduce(1, *) == 0
        ? [] : (0..<shape.reduce(1, *)).map { .atom([whole.value, UInt64($0)]) }
    case .matrixFunction(let function): return apply(function, operands[0])
    case .literal: return operands.map { $0.entries[0] }
    case .slice(let id):
      return positions(shape).map { operands[0][source(graph[id], $0)] }
    case .selector(let id): return selector(graph[id], shape)
    case .reshape:
      return reshapedPositions(from: operands[0].shape, to: shape).map { operands[0].entries[$0] }
    case .join(let id): return join(graph[id], shape, operands)
    case .triangle(let id):
      return positions(shape).map {
        (graph[id].isUpper ? $0[0] <= $0[1] : $0[0] >= $0[1]) ? .one : .zero
      }
    case .choice(let id): return choose(graph[id], operands)
    case .application(let id):
      let name = graph[id].function.name.utf8.map(UInt64.init)
      let arguments = operands.flatMap(\.entries).map(\.value)
      return (0..<shape.reduce(1, *)).map { place in
        .atom(
          [seed, 4, UInt64(place)] + name + graph[id].derivatives.map { UInt64($0) } + arguments)
      }
    case .definition: return operands[0].entries
    }
  }

  private func opaque(_ kind: UInt64, _ function: UInt64, _ arguments: [PrimeField]) -> PrimeField {
    .atom([seed, kind, function] + arguments.map(\.value))
  }

  private func sum(_ pattern: SumPattern, _ operands: [Value]) -> [PrimeField]? {
    let coefficients = pattern.coefficients.compactMap { PrimeField($0) }
    guard coefficients.count == operands.count else { return nil }
    return operands[0].entries.indices.map { place in
      zip(coefficients, operands).reduce(.zero) { $0 + $1.0 * $1.1.entries[place] }
    }
  }

  private func product(
    _ pattern: ProductPattern, _ shape: [Int], _ operands: [Value]
  ) -> [PrimeField]? {
    guard var scale = PrimeField(pattern.coefficient) else { return nil }
    for size in pattern.sizes {
      guard let length = size.dimension.length(sizes),
        let power = PrimeField(Int64(length)).power(size.exponent)
      else { return nil }
      scale = scale * power
    }
    var factors: [(labels: [Int], value: Value)] = []
    for (factor, operand) in zip(pattern.factors, operands) {
      let powers = operand.entries.compactMap { raise($0, to: factor.exponent) }
      guard powers.count == operand.entries.count else { return nil }
      factors.append(
        (factor.labels.map { Int($0.index) }, Value(shape: operand.shape, entries: powers)))
    }
    let extents = pattern.extents.compactMap { $0.length(sizes) }
    guard extents.count == pattern.extents.count,
      let steps = entryCount(extents, limit: Self.mostSteps), steps >= 0
    else { return nil }
    let output = pattern.output.map { Int($0.index) }
    let strides = rowMajorStrides(shape)
    var result = Array(repeating: PrimeField.zero, count: shape.reduce(1, *))
    for position in positions(extents) {
      var term = scale
      for factor in factors { term = term * factor.value[factor.labels.map { position[$0] }] }
      let place = zip(output, strides).reduce(0) { $0 + position[$1.0] * $1.1 }
      result[place] = result[place] + term
    }
    return result
  }

  private func raise(_ base: PrimeField, to exponent: Number) -> PrimeField? {
    if exponent.isOne { return base }
    if let whole = exponent.integer { return base.power(whole) }
    return PrimeField(exponent).map { opaque(5, $0.value, [base]) }
  }

  private func apply(_ function: MatrixFunction, _ operand: Value) -> [PrimeField]? {
    let (determinant, inverse) =
      PrimeMatrix(size: operand.shape[0], entries: operand.entries).eliminated()
    switch function {
    case .determinant: return [determinant]
    case .logDeterminant: return [opaque(6, 0, [determinant])]
    case .inverse: return inverse
    case .adjugate: return inverse.map { $0.map { $0 * determinant } }
    }
  }

  private func selector(_ pattern: SlicePattern, _ shape: [Int]) -> [PrimeField] {
    let order = pattern.shape.order
    return positions(shape).map { position in
      source(pattern, Array(position.prefix(order))) == Array(position.dropFirst(order))
        ? .one : .zero
    }
  }

  private func source(_ pattern: SlicePattern, _ part: [Int]) -> [Int] {
    var rest = part[...]
    return pattern.axes.map { axis in
      switch axis {
      case .index(let place): place
      case .range(let start, _): (start.length(sizes) ?? 0) + (rest.popFirst() ?? 0)
      case .all: rest.popFirst() ?? 0
      }
    }
  }

  private func join(
    _ pattern: JoinPattern, _ shape: [Int], _ operands: [Value]
  ) -> [PrimeField] {
    positions(shape).map { position in
      var place = position
      for operand in operands {
        guard place[pattern.axis] >= operand.shape[pattern.axis] else { return operand[place] }
        place[pattern.axis] -= operand.shape[pattern.axis]
      }
      return .zero
    }
  }

  /// A comparison holds or does not by the values compared, at random.
  private func choose(_ pattern: ChoicePattern, _ operands: [Value]) -> [PrimeField] {
    for (place, comparison) in pattern.comparisons.enumerated() {
      let sides = [operands[3 * place].entries[0], operands[3 * place + 1].entries[0]]
      let verdict = opaque(7, UInt64(comparison.rawValue.utf8.count), sides)
      if verdict.value & 1 == 0 { return operands[3 * place + 2].entries }
    }
    return operands[operands.count - 1].entries
  }
}

extension Fingerprint.Value {
  fileprivate subscript(position: [Int]) -> PrimeField {
    entries[zip(position, shape).reduce(0) { $0 * $1.1 + $1.0 }]
  }
}

/// Every position of a shape, row by row.
private func positions(_ lengths: [Int]) -> [[Int]] {
  lengths.reduce([[]]) { prefixes, length in
    prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
  }
}

extension Fingerprint {
  /// Random entries with the properties that matter to a rational function.
  private func input(_ variable: Variable, _ shape: [Int]) -> [PrimeField]? {
    let name = variable.name.utf8.map(UInt64.init)
    func entry(_ position: [Int]) -> PrimeField {
      .atom([seed] + name + position.map { UInt64($0) })
    }
    let properties = facts ? variable.properties : []
    guard shape.count == 2, shape[0] == shape[1] else { return positions(shape).map(entry) }
    if properties.contains(.diagonal) {
      return positions(shape).map { $0[0] == $0[1] ? entry($0) : .zero }
    }
    if properties.contains(.orthogonal) { return orthogonal(shape[0], entry) }
    let isSymmetric = !properties.isDisjoint(with: [.symmetric, .positiveDefinite])
    return positions(shape).map { entry(isSymmetric ? $0.sorted() : $0) }
  }

  /// Cayley's transform of a skew matrix S: (I − S)(I + S)⁻¹.
  private func orthogonal(_ size: Int, _ entry: ([Int]) -> PrimeField) -> [PrimeField]? {
    let skew = positions([size, size]).map { place in
      place[0] == place[1]
        ? PrimeField.zero
        : place[0] < place[1] ? entry(place) : .zero - entry([place[1], place[0]])
    }
    func shifted(_ sign: (PrimeField, PrimeField) -> PrimeField) -> [PrimeField] {
      skew.enumerated().map { place, value in
        sign(place / size == place % size ? .one : .zero, value)
      }
    }
    guard let inverse = PrimeMatrix(size: size, entries: shifted(+)).eliminated().inverse else {
      return nil
    }
    let left = shifted(-)
    return positions([size, size]).map { place in
      (0..<size).reduce(.zero) { sum, k in
        sum + left[place[0] * size + k] * inverse[k * size + place[1]]
      }
    }
  }
}
