import ExpressionGraph

/// One operand of a product as it enters: its reading and, for a constant 0/1 tensor, how it
/// selects, which products resolve axis by axis.
struct ProductOperand {
  let reading: Reading
  let selection: SlicePattern?
  /// Where among the operand's axes the merged one and its faster and slower part stand, if all
  /// the operand does is to make one axis of two.
  var merge: [Int]?
}

extension ProductPattern {
  /// The product of operands read already.
  func reading(of operands: [ProductOperand]) -> Reading {
    entrywiseReading(of: operands) ?? graphReading(of: operands)
  }

  /// A scalar product, or one entry by entry: every operand has the result's axes or none.
  private func entrywiseReading(of operands: [ProductOperand]) -> Reading? {
    guard Set(output).count == output.count,
      factors.allSatisfy({ $0.labels.isEmpty || $0.labels == output })
    else { return nil }
    var term = Reading(coefficient: coefficient)
    for size in sizes {
      term.multiply(by: Reading(scalars: [.size(size.dimension)]), to: Number(size.exponent))
    }
    var group = LabelGraph.Group()
    for (factor, operand) in zip(factors, operands) {
      guard let placed = term.multiply(by: operand.reading, power: factor.exponent) else {
        continue
      }
      if placed.isDivisor {
        group.under.append(placed.strand)
      } else {
        group.over.append(placed.strand)
      }
    }
    if !output.isEmpty {
      term.body = group.isEmpty ? .constant(shape) : .strand(group.strand)
    }
    return term
  }

  /// A product that joins, sums, repeats or lengthens axes.
  func graphReading(of operands: [ProductOperand]) -> Reading {
    var graph = labelGraph(of: operands)
    graph.reduce()
    return graph.reading()
  }

  /// The product as a graph, nothing summed yet.
  func labelGraph(of operands: [ProductOperand]) -> LabelGraph {
    let representatives = mergedLabels(operands)
    func resolve(_ label: Label) -> Int { representatives[Int(label.index)] }
    var graph = LabelGraph(
      term: Reading(coefficient: coefficient), sizes: sizes, extents: extents,
      output: output.map(resolve))
    graph.ignore(Set(extents.indices).subtracting(representatives))
    for (factor, operand) in zip(factors, operands) {
      let labels = factor.labels.map(resolve)
      if let selection = operand.selection {
        for (strand, places) in selection.resolved(along: labels) {
          graph.add(strand, labels: places)
        }
        continue
      }
      if isSquaredLength(factor), operand.reading.isBare,
        case .strand(let name) = operand.reading.body
      {
        // x'x rather than the sum of x.^2.
        graph.add(name, labels: labels)
        graph.add(name, labels: labels)
        continue
      }
      if let merge = operand.merge, factor.exponent.isOne {
        graph.blocks.append(
          .init(
            phrase: operand.reading.phrase, labels: labels, merge: merge.map { labels[$0] }))
        continue
      }
      guard let placed = graph.term.multiply(by: operand.reading, power: factor.exponent) else {
        continue
      }
      let inverts = placed.isDivisor && labels.count > 1
      graph.add(
        inverts ? .entrywise(over: [], under: [placed.strand]) : placed.strand, labels: labels,
        isDivisor: placed.isDivisor && !inverts)
    }
    return graph
  }

  /// Whether a factor is the square of a vector that is summed with nothing else, and is no mean.
  private func isSquaredLength(_ factor: Factor) -> Bool {
    guard factor.labels.count == 1, factor.exponent.equals(2), let label = factor.labels.first,
      !output.contains(label)
    else { return false }
    let length = extents[Int(label.index)]
    return factors.count { $0.labels.contains(label) } == 1
      && !sizes.contains { $0.dimension == length && $0.exponent < 0 }
  }

  /// For each label the one that stands for it: a selection of a whole axis makes two labels one.
  private func mergedLabels(_ operands: [ProductOperand]) -> [Int] {
    var representatives = Array(extents.indices)
    for (factor, operand) in zip(factors, operands) {
      guard let selection = operand.selection else { continue }
      for (a, b) in selection.wholeAxes {
        let (first, second) = (
          representatives[Int(factor.labels[a].index)], representatives[Int(factor.labels[b].index)]
        )
        let (kept, dropped) = (min(first, second), max(first, second))
        representatives = representatives.map { $0 == dropped ? kept : $0 }
      }
    }
    return representatives
  }
}

extension Reading {
  /// Multiplies by the scalars of a power of another term and returns the tensor that is left.
  fileprivate mutating func multiply(
    by other: Reading, power exponent: Number
  ) -> (strand: Strand, isDivisor: Bool)? {
    switch other.body {
    case .none: multiply(by: other, to: exponent)
    case .constant: multiply(by: other.scalarPart, to: exponent)
    case .strand(let strand) where exponent.equals(.one):
      absorbScalars(of: other)
      return (strand, false)
    case .strand(let strand):
      let base =
        other.isBare
        ? strand : Strand(plain: other.written(turned: false), turned: other.written(turned: true))
      return (base.power(exponent.magnitude), exponent.isNegative)
    }
    return nil
  }
}

extension SlicePattern {
  /// Axes of the selector that run along a whole axis of the source: (of the slice, of the source).
  var wholeAxes: [(Int, Int)] {
    matchedAxes.filter { if case .all = axes[$0.source] { true } else { false } }
      .map { ($0.part, shape.order + $0.source) }
  }

  /// Which axis of the slice each source axis that stays becomes.
  private var matchedAxes: [(part: Int, source: Int)] {
    axes.indices.filter { if case .index = axes[$0] { false } else { true } }
      .enumerated().map { ($0.offset, $0.element) }
  }

  /// The selector as vectors and matrices along its labels, whole axes left to `wholeAxes`.
  func resolved(along labels: [Int]) -> [(strand: Strand, labels: [Int])] {
    let parts = labels.prefix(shape.order)
    let sources = labels.suffix(axes.count)
    var result: [(strand: Strand, labels: [Int])] = []
    var part = parts.startIndex
    for (axis, (place, length)) in zip(sources, zip(axes, source.dimensions)) {
      switch place {
      case .index(let position):
        result.append((Strand(Written(.unit(at: position, length: length))), [axis]))
      case .range(let start, let count):
        result.append(
          (.window(start: start, count: count, length: length), [parts[part], axis]))
        part += 1
      case .all: part += 1
      }
    }
    return result
  }
}

extension Phrase {
  /// Up to how many entries a constant vector or matrix is written out.
  private static let fewEntries = 6

  /// The unit vector with a 1 at a zero-based position.
  static func unit(at position: Int, length: Dimension) -> Phrase {
    guard let known = length.known, known <= fewEntries else {
      return .unit(position: position + 1, length: length)
    }
    return .literal((0..<known).map { [.number($0 == position ? .one : .zero)] })
  }
}

extension Strand {
  /// Up to how many rows and columns a constant matrix is written out.
  private static let fewLines = 6

  /// The rows `start ..< start + count` of an identity matrix: [0 I 0].
  fileprivate static func window(
    start: Dimension, count: Dimension, length: Dimension
  ) -> Strand {
    if let first = start.known, let rows = count.known, let columns = length.known,
      rows <= fewLines, columns <= fewLines
    {
      return Strand(
        Written(
          .literal(
            (0..<rows).map { row in
              (0..<columns).map { .number($0 == first + row ? .one : .zero) }
            })))
    }
    let lengths = [start, count, length - start - count]
    func blocks(axis: Int) -> Phrase {
      let kept = lengths.enumerated().filter { $0.element.known != 0 }
      let shapes = kept.map { Shape(axis == 1 ? [count, $0.element] : [$0.element, count]) }
      let parts = zip(kept, shapes).map { block, shape -> Phrase in
        block.offset == 1 ? .identity(count) : .zeros(shape)
      }
      return parts.count == 1
        ? parts[0] : .join(.init(parts: parts, shapes: shapes, axis: axis, order: 2))
    }
    return Strand(plain: Written(blocks(axis: 1)), turned: Written(blocks(axis: 0)))
  }
}
