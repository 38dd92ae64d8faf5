import ExpressionGraph

/// One operand of a product as it enters: its reading and, for a constant 0/1 tensor, how it
/// selects, which products resolve axis by axis.
struct ProductOperand {
  let reading: Reading
  let selection: SlicePattern?
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
          (
            Strand(Written(.window(start: start, count: count, length: length))),
            [parts[part], axis]
          ))
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

  /// The rows `start ..< start + count` of the identity matrix.
  static func window(start: Dimension, count: Dimension, length: Dimension) -> Phrase {
    if let first = start.known, let rows = count.known, let columns = length.known,
      rows <= fewEntries, columns <= fewEntries
    {
      return .literal(
        (0..<rows).map { row in
          (0..<columns).map { .number($0 == first + row ? .one : .zero) }
        })
    }
    return .index(
      Index(
        base: .identity(length),
        positions: [.range(first: .size(start + Dimension(1)), last: .size(start + count)), .all],
        entries: windowEntries(start, count, length)))
  }

  /// Which rows and columns a window has, if they are known and few.
  private static func windowEntries(
    _ start: Dimension, _ count: Dimension, _ length: Dimension
  ) -> [[Int]]? {
    guard let first = start.known, let rows = count.known, let columns = length.known,
      rows * columns <= mostConstantEntries
    else { return nil }
    return [Array(first + 1..<first + 1 + rows), Array(1..<columns + 1)]
  }
}
