import ExpressionGraph

extension LabelGraph {
  /// The reduced product as a term: in matrix notation where that reaches, else by labels.
  func reading() -> Reading {
    var result = term
    for size in sizes {
      result.multiply(
        by: Reading(scalars: [.size(size.dimension)]), to: Number(size.exponent))
    }
    result.body = matrixBody ?? contractionBody(&result)
    return result
  }

  /// The body in matrix notation; nil if that cannot say it.
  private var matrixBody: Reading.Body? {
    guard blocks.isEmpty, output.count <= 2 else { return nil }
    let shape = Shape(output.map { extents[$0] })
    guard let row = output.first, let column = output.last else {
      return edges.isEmpty ? Reading.Body.none : nil
    }
    if output.count == 2, row != column { return matrix(row, column, shape) }
    guard edges.isEmpty else { return nil }
    if output.count == 1 {
      return groups[row].isEmpty ? .constant(shape) : .strand(groups[row].strand)
    }
    return .strand(groups[row].isEmpty ? identity(row) : Self.diagonal(of: groups[row].strand))
  }

  private func identity(_ label: Int) -> Strand {
    let written = Written(.identity(extents[label]))
    return Strand(plain: written, turned: written)
  }

  private func matrix(_ row: Int, _ column: Int, _ shape: Shape) -> Reading.Body? {
    let left = groups[row]
    let right = groups[column]
    guard let edge = edges.first else {
      if left.isEmpty, right.isEmpty { return .constant(shape) }
      return .strand(vector(left, row) * vector(right, column).reversed)
    }
    guard edges.count == 1, Set([edge.from, edge.to]) == [row, column] else { return nil }
    var strand = edge.from == row ? edge.strand : edge.strand.reversed
    if !left.isEmpty { strand = Self.diagonal(of: left.strand) * strand }
    if !right.isEmpty { strand = strand * Self.diagonal(of: right.strand) }
    return .strand(strand)
  }

  private func vector(_ group: Group, _ label: Int) -> Strand {
    group.isEmpty ? Strand(Written(.ones(Shape([extents[label]])))) : group.strand
  }

  /// The body as an `einsum`, which can say every product; of a scalar result, a scalar factor.
  private func contractionBody(_ result: inout Reading) -> Reading.Body {
    if let only = blocks.first, blocks.count == 1, only.labels == output, edges.isEmpty,
      groups.allSatisfy(\.isEmpty)
    {
      return .strand(Strand(Written(only.phrase)))
    }
    if blocks.isEmpty, edges.isEmpty, groups.allSatisfy(\.isEmpty),
      Set(output).count == output.count
    {
      return .constant(Shape(output.map { extents[$0] }))
    }
    let contraction = Phrase.contraction(self.contraction)
    if output.isEmpty {
      result.scalars.append(contraction)
      return .none
    }
    return .strand(Strand(Written(contraction)))
  }

  private var contraction: Phrase.Contraction {
    var letters = Letters(labelCount: extents.count)
    var places: [Int] = []
    var ties: [(Int, Int)] = []
    var seen: [Int: Int] = [:]
    for label in output {
      if let first = seen[label] {
        let fresh = letters.fresh()
        places.append(fresh)
        ties.append((first, fresh))
      } else {
        let letter = letters.letter(of: label)
        seen[label] = letter
        places.append(letter)
      }
    }
    var factors: [Phrase.Contraction.Factor] = []
    for block in blocks {
      factors.append(
        .init(
          phrase: block.phrase, letters: letters.text(block.labels.map { letters.letter(of: $0) })))
    }
    for edge in edges {
      let isTurned = edge.strand.turned.primes < edge.strand.plain.primes
      let side = isTurned ? edge.strand.turned : edge.strand.plain
      let ends = isTurned ? [edge.to, edge.from] : [edge.from, edge.to]
      factors.append(
        .init(phrase: side.phrase, letters: letters.text(ends.map { letters.letter(of: $0) })))
    }
    for label in extents.indices where !groups[label].isEmpty {
      let strand = groups[label].strand
      factors.append(
        .init(
          phrase: Written.fewest(strand.plain, strand.turned).phrase,
          letters: letters.text([letters.letter(of: label)])))
    }
    let carried = Set(blocks.flatMap(\.labels) + edges.flatMap { [$0.from, $0.to] })
    let tied = Set(ties.map(\.0))
    for label in output where seen[label] != nil {
      let letter = letters.letter(of: label)
      guard !carried.contains(label), groups[label].isEmpty, !tied.contains(letter) else {
        continue
      }
      factors.append(
        .init(phrase: .ones(Shape([extents[label]])), letters: letters.text([letter])))
    }
    for (first, second) in ties {
      let label = letters.label(of: first)
      factors.append(
        .init(phrase: .identity(extents[label]), letters: letters.text([first, second])))
    }
    return Phrase.Contraction(factors: factors, output: letters.text(places))
  }
}

/// Gives labels letters in order of first use.
private struct Letters {
  private static let alphabet = Array("ijklpqrsabcdefghmnotuvwxyzIJKLPQRSABCDEFGHMNOTUVWXYZ")
  private var assigned: [Int?]
  private var labels: [Int?] = []

  init(labelCount: Int) { assigned = Array(repeating: nil, count: labelCount) }

  mutating func letter(of label: Int) -> Int {
    if let letter = assigned[label] { return letter }
    let letter = fresh()
    assigned[label] = letter
    labels[letter] = label
    return letter
  }

  mutating func fresh() -> Int {
    labels.append(nil)
    return labels.count - 1
  }

  func label(of letter: Int) -> Int { labels[letter] ?? 0 }

  /// Past the alphabet, which takes a product of more than 52 axes, letters go on in Unicode.
  func text(_ letters: [Int]) -> String {
    String(
      letters.map { letter in
        letter < Letters.alphabet.count
          ? Letters.alphabet[letter]
          : Character(Unicode.Scalar(UInt32(0x4E00 + letter)) ?? "\u{4E00}")
      })
  }
}
