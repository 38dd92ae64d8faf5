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
    var operands: [[Operand]] = []
    var isSound = true
    for row in rows {
      var operandRow: [Operand] = []
      for id in row {
        guard let value = value(of: id, in: scope),
          let operand = blockOperand(Operand(value, self.range(of: id)), in: scope)
        else {
          isSound = false
          continue
        }
        operandRow.append(operand)
      }
      operands.append(operandRow)
    }
    return isSound ? joined(operands, range, in: scope) : nil
  }

  /// What can be part of a matrix: a scalar, vector or matrix of known place.
  private mutating func blockOperand(_ operand: Operand, in scope: Scope) -> Operand? {
    guard let operand = sizedOnItsOwn(operand, in: scope) else { return nil }
    guard space(of: operand.value).grid != nil else {
      return fail(.tensorInLiteral(space(of: operand.value), operand.range), in: scope)
    }
    return operand
  }

  /// Blocks row by row: written out entry by entry where they are small, else joined.
  mutating func joined(
    _ rows: [[Operand]], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    let isLine = isColumn(rows) || isRow(rows)
    guard rows.allSatisfy({ $0.allSatisfy { isWrittenOut($0, inLine: isLine) } }) else {
      return joinedWhole(rows, range, in: scope)
    }
    let blocks = rows.map { row in row.compactMap { block($0) } }
    guard zip(blocks, rows).allSatisfy({ $0.count == $1.count }) else {
      return joinedWhole(rows, range, in: scope)
    }
    return joined(blocks, range, in: scope)
  }

  /// Whether a block is said entry by entry: a matrix with a name is said as a whole, and a vector
  /// that lies in line with the others.
  private func isWrittenOut(_ operand: Operand, inLine: Bool) -> Bool {
    if case .literal = graph.operation(of: operand.value.node) { return true }
    return shape(of: operand.value).order < (inLine ? 1 : 2)
  }

  /// An entry of a literal as scalars; nil where its size is not known or too large.
  private mutating func block(_ operand: Operand) -> Block? {
    if isScalar(operand.value) { return Block(rows: 1, columns: 1, entries: [operand.value.node]) }
    guard let grid = space(of: operand.value).grid, let rows = grid.rows.known,
      let columns = grid.columns.known, let entries = entries(of: operand.value)
    else { return nil }
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
