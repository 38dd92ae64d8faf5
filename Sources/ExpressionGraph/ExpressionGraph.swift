/// An arena of hash-consed expression nodes: equal nodes are one node, so a shared expression and
/// its derivative are shared too and never swell.
///
/// A node is made only through `node(_:_:)`, which computes its shape and refuses an ill-shaped
/// one: nobody needs to check again. Operands are older than their users, so identifiers in
/// ascending order are a topological order and every traversal can be a loop. Creating a node
/// costs amortised constant time in the size of the graph.
package struct ExpressionGraph: Sendable {
  private struct Node {
    let operation: Operation
    let shape: TableID<Shape>
    /// Where its operands begin; they end where the next node's begin.
    let operandStart: Int32
  }

  private var nodes: [Node] = []
  private var operandPool: [NodeID] = []
  private var buckets = HashBuckets()

  private var tables: PatternTables

  /// The shape of every scalar node, known beforehand to make scalars cheap.
  private let scalarShape: TableID<Shape>
  /// The patterns of `a + b` and of the scalar product `a * b`.
  package let plainSum: TableID<SumPattern>
  package let plainProduct: TableID<ProductPattern>

  package init() {
    let tables = PatternTables()
    scalarShape = tables.shapes.intern(.scalar)
    // The commonest number has index 0, which `intern` knows.
    _ = tables.numbers.intern(.one)
    plainSum = tables.sums.intern(SumPattern(coefficients: [.one, .one]))
    plainProduct = tables.products.intern(
      ProductPattern(factors: [.init(labels: []), .init(labels: [])]))
    self.tables = tables
  }

  /// The tables to add to, which no other graph shares.
  private var ownTables: PatternTables {
    mutating get {
      if !isKnownUniquelyReferenced(&tables) { tables = PatternTables(tables) }
      return tables
    }
  }

  /// How many nodes there are.
  package var count: Int { nodes.count }

  package func operation(of node: NodeID) -> Operation { nodes[Int(node.index)].operation }

  package func shape(of node: NodeID) -> Shape { tables.shapes[nodes[Int(node.index)].shape] }

  /// Whether the node has no axes; cheaper than asking for the shape.
  package func isScalar(_ node: NodeID) -> Bool { shapeID(of: node) == scalarShape }

  /// The operands in order: a copy, since a slice of the arena that is held while nodes are made
  /// would make every new node copy the arena.
  package func operands(of node: NodeID) -> [NodeID] {
    Array(operandPool[operandRange(of: Int(node.index))])
  }

  package func operandCount(of node: NodeID) -> Int { operandRange(of: Int(node.index)).count }

  private func operandRange(of index: Int) -> Range<Int> {
    let end = index + 1 < nodes.count ? Int(nodes[index + 1].operandStart) : operandPool.count
    return Int(nodes[index].operandStart)..<end
  }

  /// The first operand of a node that has one.
  package func operand(of node: NodeID, at position: Int = 0) -> NodeID {
    operandPool[Int(nodes[Int(node.index)].operandStart) + position]
  }

  /// The node with this operation and these operands, made if there is none yet.
  ///
  /// Precondition: the operands fit the operation (`shape(of:operands:)`); elaboration reports
  /// what a user got wrong before it comes here.
  package mutating func node(_ operation: Operation, _ operands: [NodeID] = []) -> NodeID {
    operands.withUnsafeBufferPointer { insert(operation, $0) }
  }

  /// As `node(_:_:)` for one operand, without an array.
  package mutating func unary(_ operation: Operation, _ operand: NodeID) -> NodeID {
    withUnsafePointer(to: operand) { insert(operation, UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// As `node(_:_:)` for two operands, without an array.
  package mutating func binary(_ operation: Operation, _ a: NodeID, _ b: NodeID) -> NodeID {
    withUnsafeTemporaryAllocation(of: NodeID.self, capacity: 2) { pair in
      pair.initializeElement(at: 0, to: a)
      pair.initializeElement(at: 1, to: b)
      return insert(operation, UnsafeBufferPointer(pair))
    }
  }

  private mutating func insert(
    _ operation: Operation, _ operands: UnsafeBufferPointer<NodeID>
  ) -> NodeID {
    let hash = ExpressionGraph.hash(operation, operands)
    var slot = buckets.slot(for: hash)
    while let index = buckets[slot, hash] {
      if index >= 0, matches(index, operation, operands) {
        return NodeID(index: Int32(index))
      }
      slot = buckets.slot(after: slot)
    }
    let shape = shapeID(of: operation, operands)
    let id = NodeID(index: Int32(nodes.count))
    nodes.append(
      Node(operation: operation, shape: shape, operandStart: Int32(operandPool.count)))
    for operand in operands { operandPool.append(operand) }
    buckets.fill(slot, hash, index: Int(id.index))
    return id
  }

  private func matches(
    _ index: Int, _ operation: Operation, _ operands: UnsafeBufferPointer<NodeID>
  ) -> Bool {
    let range = operandRange(of: index)
    return nodes[index].operation == operation && range.count == operands.count
      && operandPool[range].elementsEqual(operands)
  }

  /// A hash that keeps neighbours neighbours.
  ///
  /// The last four bits tell nodes with nearly the same operands apart, the others are equal for
  /// them. Traversals make such nodes one after the other, and so find them in memory that is at
  /// hand already.
  private static func hash(
    _ operation: Operation, _ operands: UnsafeBufferPointer<NodeID>
  ) -> UInt32 {
    let bits: UInt64 = operands.count == 1 ? 4 : 2
    var hash = operation.code &* 0x9E37_79B9_7F4A_7C15
    var place: UInt64 = 0
    for (position, operand) in operands.enumerated() {
      let index = UInt64(UInt32(bitPattern: operand.index))
      let isNear = position < 2
      if isNear { place = place << bits | index & (1 << bits - 1) }
      hash = (hash ^ (isNear ? index >> bits : index)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash >> 8) << 4 | UInt32(place)
  }

  private mutating func shapeID(
    of operation: Operation, _ operands: UnsafeBufferPointer<NodeID>
  ) -> TableID<Shape> {
    if let common = commonShape(of: operation, operands) { return common }
    guard let shape = shape(of: operation, operands: Array(operands)) else {
      preconditionFailure("operands do not fit \(operation)")
    }
    return shape.isScalar ? scalarShape : intern(shape)
  }

  /// The shape where it is the operands' own, found without an array; nil where it takes a rule.
  private func commonShape(
    of operation: Operation, _ operands: UnsafeBufferPointer<NodeID>
  ) -> TableID<Shape>? {
    let count: Int
    switch operation {
    case .product(plainProduct): count = 2
    case .sum(let id): count = tables.sums[id].coefficients.count
    case .elementwise(let function): count = function.arity
    case .definition: count = 1
    case .variable, .number, .pi, .dimension, .product, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application:
      return nil
    }
    guard operands.count == count, count > 0 else { return nil }
    let first = shapeID(of: operands[0])
    if case .product = operation, first != scalarShape { return nil }
    for operand in operands where shapeID(of: operand) != first { return nil }
    return first
  }

  private func shapeID(of node: NodeID) -> TableID<Shape> { nodes[Int(node.index)].shape }
}

extension ExpressionGraph {
  package mutating func intern(_ variable: Variable) -> TableID<Variable> {
    let place = tables.variables.place(of: variable)
    return place.id ?? ownTables.variables.add(variable, at: place)
  }
  package mutating func intern(_ number: Number) -> TableID<Number> {
    if number.isOne, !number.isDecimal { return TableID(index: 0) }
    let place = tables.numbers.place(of: number)
    return place.id ?? ownTables.numbers.add(number, at: place)
  }
  package mutating func intern(_ dimension: Dimension) -> TableID<Dimension> {
    let place = tables.dimensions.place(of: dimension)
    return place.id ?? ownTables.dimensions.add(dimension, at: place)
  }
  package mutating func intern(_ shape: Shape) -> TableID<Shape> {
    let place = tables.shapes.place(of: shape)
    return place.id ?? ownTables.shapes.add(shape, at: place)
  }
  package mutating func intern(_ pattern: SumPattern) -> TableID<SumPattern> {
    let place = tables.sums.place(of: pattern)
    return place.id ?? ownTables.sums.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: ProductPattern) -> TableID<ProductPattern> {
    let place = tables.products.place(of: pattern)
    return place.id ?? ownTables.products.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: SlicePattern) -> TableID<SlicePattern> {
    let place = tables.slices.place(of: pattern)
    return place.id ?? ownTables.slices.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: ReshapePattern) -> TableID<ReshapePattern> {
    let place = tables.reshapes.place(of: pattern)
    return place.id ?? ownTables.reshapes.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: JoinPattern) -> TableID<JoinPattern> {
    let place = tables.joins.place(of: pattern)
    return place.id ?? ownTables.joins.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: TrianglePattern) -> TableID<TrianglePattern> {
    let place = tables.triangles.place(of: pattern)
    return place.id ?? ownTables.triangles.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: ChoicePattern) -> TableID<ChoicePattern> {
    let place = tables.choices.place(of: pattern)
    return place.id ?? ownTables.choices.add(pattern, at: place)
  }
  package mutating func intern(_ pattern: ApplicationPattern) -> TableID<ApplicationPattern> {
    let place = tables.applications.place(of: pattern)
    return place.id ?? ownTables.applications.add(pattern, at: place)
  }
  package mutating func intern(_ definition: Definition) -> TableID<Definition> {
    let place = tables.definitions.place(of: definition)
    return place.id ?? ownTables.definitions.add(definition, at: place)
  }

  package subscript(id: TableID<Variable>) -> Variable { tables.variables[id] }
  package subscript(id: TableID<Number>) -> Number { tables.numbers[id] }
  package subscript(id: TableID<Dimension>) -> Dimension { tables.dimensions[id] }
  package subscript(id: TableID<Shape>) -> Shape { tables.shapes[id] }
  package subscript(id: TableID<SumPattern>) -> SumPattern { tables.sums[id] }
  package subscript(id: TableID<ProductPattern>) -> ProductPattern { tables.products[id] }
  package subscript(id: TableID<SlicePattern>) -> SlicePattern { tables.slices[id] }
  package subscript(id: TableID<ReshapePattern>) -> ReshapePattern { tables.reshapes[id] }
  package subscript(id: TableID<JoinPattern>) -> JoinPattern { tables.joins[id] }
  package subscript(id: TableID<TrianglePattern>) -> TrianglePattern { tables.triangles[id] }
  package subscript(id: TableID<ChoicePattern>) -> ChoicePattern { tables.choices[id] }
  package subscript(id: TableID<ApplicationPattern>) -> ApplicationPattern {
    tables.applications[id]
  }
  package subscript(id: TableID<Definition>) -> Definition { tables.definitions[id] }
}

extension Operation {
  /// A number that tells operations apart, for hashing.
  fileprivate var code: UInt64 {
    switch self {
    case .variable(let id): 1 << 32 | UInt64(id.index)
    case .number(let id): 2 << 32 | UInt64(id.index)
    case .pi: 3 << 32
    case .dimension(let id): 4 << 32 | UInt64(id.index)
    case .sum(let id): 5 << 32 | UInt64(id.index)
    case .product(let id): 6 << 32 | UInt64(id.index)
    case .elementwise(let function): 7 << 32 | UInt64(function.rawValue)
    case .reduction(let reduction): 8 << 32 | UInt64(reduction.rawValue)
    case .vectorFunction(let function): 9 << 32 | UInt64(function.rawValue)
    case .literal(let id): 10 << 32 | UInt64(id.index)
    case .slice(let id): 11 << 32 | UInt64(id.index)
    case .selector(let id): 12 << 32 | UInt64(id.index)
    case .choice(let id): 13 << 32 | UInt64(id.index)
    case .application(let id): 14 << 32 | UInt64(id.index)
    case .definition(let id): 15 << 32 | UInt64(id.index)
    case .matrixFunction(let function): 16 << 32 | UInt64(function.rawValue)
    case .reshape(let id): 17 << 32 | UInt64(id.index)
    case .join(let id): 18 << 32 | UInt64(id.index)
    case .triangle(let id): 19 << 32 | UInt64(id.index)
    }
  }
}
