import ExpressionGraph

extension LabelGraph {
  /// The product as a matrix from one stack of columns to another: its first `rows` axes are those
  /// of the output, the others those of the input; neither more than two.
  ///
  /// With Y_ij = L_ip X_pq R_jq, vec Y = (R ⊗ L) vec X; where the output's axes pair with the
  /// input's in the other order, the commutation matrix turns the input first. Nil where the axes
  /// do not pair.
  func kronecker(rows count: Int) -> Reading? {
    let rows = Array(output.prefix(count))
    let columns = Array(output.dropFirst(count))
    guard rows.count <= 2, columns.count <= 2, !rows.isEmpty, !columns.isEmpty,
      Set(rows).count == rows.count, Set(columns).count == columns.count
    else { return nil }
    if !blocks.isEmpty { return digitKronecker(rows, columns).map(times) }
    return strand(between: rows, columns).map(times)
  }

  /// The matrix from the stack of some axes to that of others.
  func strand(between rows: [Int], _ columns: [Int]) -> Strand? {
    for pairing in pairings(rows, columns) where pairing.isSeparate {
      if let strand = paired(pairing, rows, columns) { return strand }
    }
    return nil
  }

  /// A matrix with the scalars found so far.
  private func times(_ strand: Strand) -> Reading {
    var result = term
    for size in sizes {
      result.multiply(
        by: Reading(scalars: [.size(size.dimension)]), to: Number(size.exponent))
    }
    result.body = .strand(strand)
    return result
  }

  /// Which axis of the output goes with which of the input, the faster running pair first.
  private struct Pairing {
    let pairs: [(row: Int?, column: Int?)]
    var isCrossed = false

    /// Whether no axis stands in both pairs.
    var isSeparate: Bool {
      let labels = pairs.flatMap { Set([$0.row, $0.column].compactMap(\.self)).sorted() }
      return Set(labels).count == labels.count
    }
  }

  private func pairings(_ rows: [Int], _ columns: [Int]) -> [Pairing] {
    switch (rows.count, columns.count) {
    case (2, 2):
      return [
        Pairing(pairs: [(rows[0], columns[0]), (rows[1], columns[1])]),
        Pairing(pairs: [(rows[0], columns[1]), (rows[1], columns[0])], isCrossed: true),
      ]
    case (1, 2):
      return [
        Pairing(pairs: [(rows[0], columns[0]), (nil, columns[1])]),
        Pairing(pairs: [(nil, columns[0]), (rows[0], columns[1])]),
      ]
    case (2, 1):
      return [
        Pairing(pairs: [(rows[0], columns[0]), (rows[1], nil)]),
        Pairing(pairs: [(rows[0], nil), (rows[1], columns[0])]),
      ]
    case (_, _): return [Pairing(pairs: [(rows[0], columns[0])])]
    }
  }

  private func paired(_ pairing: Pairing, _ rows: [Int], _ columns: [Int]) -> Strand? {
    var rest = edges
    var sides: [Strand] = []
    for pair in pairing.pairs {
      guard let side = side(pair.row, pair.column, &rest) else { return nil }
      sides.append(side)
    }
    // What ties the two axes of the output, or of the input, multiplies entry by entry.
    var (left, right): (Strand?, Strand?) = (nil, nil)
    for edge in rest {
      let ends = [edge.from, edge.to]
      if rows.count == 2, Set(ends) == Set(rows), left == nil {
        left = stacked(edge, from: rows[0])
      } else if columns.count == 2, Set(ends) == Set(columns), right == nil {
        right = stacked(edge, from: columns[0])
      } else {
        return nil
      }
    }
    var product = isIdentity(pairing) ? nil : kronecker(sides)
    if pairing.isCrossed {
      let lengths = columns.map { extents[$0] }
      let turn = Strand(
        plain: Written(.commutation(lengths[0], lengths[1])),
        turned: Written(.commutation(lengths[1], lengths[0])))
      product = product.map { $0 * turn } ?? turn
    }
    let factors = [left, product, right].compactMap(\.self)
    guard let first = factors.first else {
      return identity(of: rows.map { extents[$0] }.reduce(Dimension(1), *))
    }
    return factors.dropFirst().reduce(first) { $0 * $1 }
  }

  /// Whether every pair is one axis with nothing at it.
  private func isIdentity(_ pairing: Pairing) -> Bool {
    pairing.pairs.allSatisfy { $0.row == $0.column && groups[$0.row ?? 0].isEmpty }
  }

  /// The matrix between the axes of a pair; a column or a row where one of them is missing.
  private func side(_ row: Int?, _ column: Int?, _ rest: inout [Edge]) -> Strand? {
    guard let row else { return column.map { vector(at: $0).reversed } }
    guard let column else { return vector(at: row) }
    if row == column {
      return groups[row].isEmpty
        ? identity(of: extents[row]) : Self.diagonal(of: groups[row].strand)
    }
    let place = rest.firstIndex { Set([$0.from, $0.to]) == [row, column] }
    guard let place else { return vector(at: row) * vector(at: column).reversed }
    let edge = rest.remove(at: place)
    var strand = edge.from == row ? edge.strand : edge.strand.reversed
    if !groups[row].isEmpty { strand = Self.diagonal(of: groups[row].strand) * strand }
    if !groups[column].isEmpty { strand = strand * Self.diagonal(of: groups[column].strand) }
    return strand
  }

  func vector(at label: Int) -> Strand {
    groups[label].isEmpty
      ? Strand(Written(.ones(Shape([extents[label]])))) : groups[label].strand
  }

  func identity(of length: Dimension) -> Strand {
    let written = Written(.identity(length))
    return Strand(plain: written, turned: written)
  }

  /// The faster running pair is the right factor.
  func kronecker(_ sides: [Strand]) -> Strand {
    guard sides.count == 2 else { return sides[0] }
    func product(_ slow: Written, _ fast: Written) -> Written {
      Written(.kronecker(slow.phrase, fast.phrase), primes: slow.primes &+ fast.primes)
    }
    return Strand(
      plain: product(sides[1].plain, sides[0].plain),
      turned: product(sides[1].turned, sides[0].turned))
  }

  /// diag(vec M), which multiplies a stack of columns entry by entry by those of M.
  private func stacked(_ edge: Edge, from row: Int) -> Strand {
    let matrix = edge.from == row ? edge.strand : edge.strand.reversed
    let lengths = [row, edge.from == row ? edge.to : edge.from].map { extents[$0] }
    let pattern = ReshapePattern(
      source: Shape(lengths), target: Shape([lengths[0] * lengths[1]]))
    let stack = Phrase.reshape(.init(operand: matrix.plain.phrase, pattern: pattern))
    let written = Written(.linear(.diagonal, stack))
    return Strand(plain: written, turned: written)
  }
}
