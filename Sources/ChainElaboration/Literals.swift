import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// What is not a product is written out entry by entry up to this many entries.
  static let largestWrittenOut = 64

  /// Scalars in rows and columns.
  struct Block {
    let rows: Int
    let columns: Int
    /// Row by row.
    let entries: [NodeID]
  }

  mutating func literal(
    _ rows: [[ExpressionID]], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    if rows.count == 1, rows[0].count == 1 { return value(of: rows[0][0], in: scope) }
    var blocks: [[Block]] = []
    var isSound = true
    for row in rows {
      var blockRow: [Block] = []
      for id in row {
        guard let value = value(of: id, in: scope) else {
          isSound = false
          continue
        }
        guard let block = block(Operand(value, self.range(of: id)), in: scope) else {
          isSound = false
          continue
        }
        blockRow.append(block)
      }
      blocks.append(blockRow)
    }
    return !isSound ? nil : joined(blocks, range, in: scope)
  }

  /// An entry of a literal as scalars.
  private mutating func block(_ operand: Operand, in scope: Scope) -> Block? {
    guard let operand = sizedOnItsOwn(operand, in: scope) else { return nil }
    if isScalar(operand.value) { return Block(rows: 1, columns: 1, entries: [operand.value.node]) }
    guard let grid = space(of: operand.value).grid else {
      return fail(.tensorInLiteral(space(of: operand.value), operand.range), in: scope)
    }
    guard let rows = grid.rows.known, let columns = grid.columns.known,
      let entries = entries(of: operand.value)
    else { return fail(.notSupported("joining blocks of this size", operand.range), in: scope) }
    return Block(rows: rows, columns: columns, entries: entries)
  }

  /// The entries row by row, if they are written out already or few enough to be.
  mutating func entries(of value: Value) -> [NodeID]? {
    if case .literal = graph.operation(of: value.node) {
      return Array(graph.operands(of: value.node))
    }
    let shape = shape(of: value)
    guard let count = shape.entryCount, count <= Self.largestWrittenOut else { return nil }
    return positions(in: shape).map { graph.entry(value.node, at: $0) }
  }

  private mutating func joined(
    _ blocks: [[Block]], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    let width = blocks[0].reduce(0) { $0 + $1.columns }
    var entries: [NodeID] = []
    var height = 0
    for row in blocks {
      guard let first = row.first else { return nil }
      let isEven =
        row.allSatisfy { $0.rows == first.rows } && row.reduce(0) { $0 + $1.columns } == width
      guard isEven else { return fail(.raggedLiteral(range), in: scope) }
      height += first.rows
      for line in 0..<first.rows {
        for block in row {
          entries += block.entries[line * block.columns..<(line + 1) * block.columns]
        }
      }
    }
    return matrix(entries, rows: height, columns: width)
  }

  /// Scalars as a matrix; as a vector or a scalar where a side is 1.
  mutating func matrix(_ entries: [NodeID], rows: Int, columns: Int) -> Value {
    let space = Space(declared: [Dimension(rows), Dimension(columns)])
    return space.shape.isScalar
      ? Value(entries[0])
      : Value(graph.literal(entries, shape: space.shape), isRow: space.isRow)
  }
}

/// Functions that rearrange entries, where they are few enough to be written out.
extension Elaborator {
  /// `A ⊗ B`.
  mutating func kronecker(_ call: Call) -> Value? {
    guard let operands = evaluated(call) else { return nil }
    return kronecker(operands[0], operands[1], call.range, in: call.scope)
  }

  mutating func kronecker(
    _ left: Operand, _ right: Operand, _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard let left = sizedOnItsOwn(left, in: scope), let right = sizedOnItsOwn(right, in: scope)
    else { return nil }
    if isScalar(left.value) || isScalar(right.value) { return times(left.value, right.value) }
    guard let (m, n) = knownGrid(left.value), let (p, q) = knownGrid(right.value),
      m * n * p * q <= Self.largestWrittenOut, let a = entries(of: left.value),
      let b = entries(of: right.value)
    else { return fail(.notSupported("the Kronecker product", range), in: scope) }
    var products: [NodeID] = []
    for row in 0..<m * p {
      for column in 0..<n * q {
        let x = a[row / p * n + column / q]
        let y = b[row % p * q + column % q]
        products.append(graph.scalarProduct([(x, .one), (y, .one)]))
      }
    }
    return matrix(products, rows: m * p, columns: n * q)
  }

  private func knownGrid(_ value: Value) -> (Int, Int)? {
    guard let grid = space(of: value).grid, let rows = grid.rows.known,
      let columns = grid.columns.known, rows <= 64, columns <= 64
    else { return nil }
    return (rows, columns)
  }

  /// `vec(X)`: the columns below one another.
  mutating func columns(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    let shape = shape(of: operand.value)
    if shape.order < 2 { return Value(operand.value.node, open: operand.value.open) }
    guard let known = shape.known, let entries = entries(of: operand.value) else {
      return fail(.notSupported("vec of this size", call.range), in: call.scope)
    }
    let order = columnOrder(known)
    return matrix(order.map { entries[$0] }, rows: entries.count, columns: 1)
  }

  /// `reshape(X, [m, n])`: read and filled down the columns.
  mutating func reshape(_ call: Call) -> Value? {
    guard let value = value(of: call.arguments[0].value, in: call.scope),
      let operand = sizedOnItsOwn(
        Operand(value, range(of: call.arguments[0].value)), in: call.scope),
      let dimensions = dimensionList(call.arguments[1].value, in: call.scope)
    else { return nil }
    let lengths = dimensions.compactMap { self.dimensions.length(of: $0) }
    let shape = shape(of: operand.value)
    guard lengths.count == dimensions.count, let known = shape.known,
      let entries = isScalar(operand.value) ? [value.node] : entries(of: operand.value)
    else { return fail(.notSupported("reshape of this size", call.range), in: call.scope) }
    guard Shape(lengths.map { Dimension($0) }).entryCount == entries.count else {
      return fail(
        .reshapeCount(space(of: operand.value), lengths, range(of: call.arguments[1].value)),
        in: call.scope)
    }
    var result = entries
    for (from, to) in zip(columnOrder(known), columnOrder(lengths)) { result[to] = entries[from] }
    let space = Space(declared: lengths.map { Dimension($0) })
    return space.shape.isScalar
      ? Value(result[0])
      : Value(graph.literal(result, shape: space.shape), isRow: space.isRow)
  }

  /// Positions row by row, listed with the first axis running fastest.
  private func columnOrder(_ lengths: [Int]) -> [Int] {
    let count = lengths.reduce(1, *)
    return (0..<count).map { position in
      var rest = position
      var offset = 0
      var stride = count
      for length in lengths {
        stride /= max(length, 1)
        offset += rest % length * stride
        rest /= length
      }
      return offset
    }
  }
}
