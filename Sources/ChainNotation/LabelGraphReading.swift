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
    let (places, ties) = outputLetters(&letters)
    var factors: [Phrase.Contraction.Factor] = []
    func add(_ phrase: Phrase, along labels: [Int]) {
      let text = Letters.text(labels.map { letters.letter(of: $0) })
      factors.append(.init(phrase: phrase, letters: text))
    }
    for block in blocks { add(block.phrase, along: block.labels) }
    for edge in edges {
      let isTurned = edge.strand.turned.primes < edge.strand.plain.primes
      add(
        (isTurned ? edge.strand.turned : edge.strand.plain).phrase,
        along: isTurned ? [edge.to, edge.from] : [edge.from, edge.to])
    }
    for label in extents.indices where !groups[label].isEmpty {
      let strand = groups[label].strand
      add(Written.fewest(strand.plain, strand.turned).phrase, along: [label])
    }
    let carried = Set(blocks.flatMap(\.labels) + edges.flatMap { [$0.from, $0.to] })
    for label in output where !carried.contains(label) && groups[label].isEmpty {
      if ties.contains(where: { $0.label == label }) { continue }
      add(.ones(Shape([extents[label]])), along: [label])
    }
    for tie in ties {
      let text = Letters.text([letters.letter(of: tie.label), tie.letter])
      factors.append(.init(phrase: .identity(extents[tie.label]), letters: text))
    }
    return Phrase.Contraction(factors: factors, output: Letters.text(places))
  }

  /// A letter for each axis of the result; a label's second axis gets a letter of its own, which
  /// an identity matrix ties to the first.
  private func outputLetters(
    _ letters: inout Letters
  ) -> (places: [Int], ties: [(label: Int, letter: Int)]) {
    var places: [Int] = []
    var ties: [(label: Int, letter: Int)] = []
    for (place, label) in output.enumerated() {
      if output[..<place].contains(label) {
        ties.append((label, letters.fresh()))
        places.append(ties[ties.count - 1].letter)
      } else {
        places.append(letters.letter(of: label))
      }
    }
    return (places, ties)
  }
}

/// Gives labels letters in order of first use.
private struct Letters {
  private static let alphabet = Array("ijklpqrsabcdefghmnotuvwxyzIJKLPQRSABCDEFGHMNOTUVWXYZ")
  private var assigned: [Int?]
  private var count = 0

  init(labelCount: Int) { assigned = Array(repeating: nil, count: labelCount) }

  mutating func letter(of label: Int) -> Int {
    if let letter = assigned[label] { return letter }
    let letter = fresh()
    assigned[label] = letter
    return letter
  }

  mutating func fresh() -> Int {
    count += 1
    return count - 1
  }

  /// Past the alphabet, which takes a product of more than 52 axes, letters go on in Unicode.
  static func text(_ letters: [Int]) -> String {
    String(
      letters.map { letter in
        letter < Letters.alphabet.count
          ? Letters.alphabet[letter]
          : Character(Unicode.Scalar(UInt32(0x4E00 + letter)) ?? "\u{4E00}")
      })
  }
}
