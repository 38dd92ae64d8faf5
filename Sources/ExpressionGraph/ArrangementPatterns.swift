/// Which part of an operand is taken, axis by axis; zero-based.
package struct SlicePattern: Hashable, Sendable {
  package enum Axis: Hashable, Sendable {
    /// One position; the axis disappears.
    case index(Int)
    /// Positions `start ..< start + length`.
    case range(start: Dimension, length: Dimension)
    case all
  }

  package let axes: [Axis]
  /// The shape of the operand.
  package let source: Shape

  package init(axes: [Axis], source: Shape) {
    self.axes = axes
    self.source = source
  }

  /// The shape of the part.
  package var shape: Shape {
    Shape(
      zip(axes, source.dimensions).compactMap { axis, dimension in
        switch axis {
        case .index: nil
        case .range(_, let length): length
        case .all: dimension
        }
      })
  }
}

/// The same entries in another shape, read and filled with the first axis running fastest: down the
/// columns of a matrix.
///
/// Both shapes have as many entries.
package struct ReshapePattern: Hashable, Sendable {
  package let source: Shape
  package let target: Shape

  package init(source: Shape, target: Shape) {
    self.source = source
    self.target = target
  }

  /// Whether source and target have as many entries, as polynomials in their symbols.
  package var isSound: Bool { source.size == target.size }

  /// Runs of axes of source and target with as many entries, as short as possible: each run changes
  /// its shape by itself.
  package var groups: [(source: Range<Int>, target: Range<Int>)] {
    var groups: [(source: Range<Int>, target: Range<Int>)] = []
    var (from, to) = (0, 0)
    while from < source.order || to < target.order {
      let (sourceEnd, targetEnd) = groupEnd(from: from, to: to)
      groups.append((from..<sourceEnd, to..<targetEnd))
      (from, to) = (sourceEnd, targetEnd)
    }
    return groups
  }

  private func groupEnd(from: Int, to: Int) -> (source: Int, target: Int) {
    for i in from...source.order {
      let size = Shape(Array(source.dimensions[from..<i])).size
      for j in to...target.order where i > from || j > to {
        if size == Shape(Array(target.dimensions[to..<j])).size { return (i, j) }
      }
    }
    return (source.order, target.order)
  }
}

/// Operands one behind the other along one axis; their other axes agree.
package struct JoinPattern: Hashable, Sendable {
  package let axis: Int
  /// The shape of each operand.
  package let parts: [Shape]

  package init(axis: Int, parts: [Shape]) {
    self.axis = axis
    self.parts = parts
  }

  /// The shape of the whole; nil if the parts do not fit together.
  package var shape: Shape? {
    guard let first = parts.first, axis < first.order else { return nil }
    var dimensions = first.dimensions
    for part in parts.dropFirst() {
      guard part.order == first.order else { return nil }
      for (place, dimension) in part.dimensions.enumerated() where place != axis {
        guard dimension == first.dimensions[place] else { return nil }
      }
      dimensions[axis] = dimensions[axis] + part.dimensions[axis]
    }
    return Shape(dimensions)
  }

  /// Where an operand begins along the axis.
  package func start(of part: Int) -> Dimension {
    parts[..<part].reduce(Dimension(0)) { $0 + $1.dimensions[axis] }
  }

  /// The part of the whole that an operand is.
  package func slice(of part: Int, in whole: Shape) -> SlicePattern {
    SlicePattern(
      axes: whole.dimensions.indices.map { place in
        place == axis
          ? .range(start: start(of: part), length: parts[part].dimensions[axis]) : .all
      },
      source: whole)
  }
}

/// 1 on the diagonal and above it, or on the diagonal and below.
package struct TrianglePattern: Hashable, Sendable {
  package let isUpper: Bool
  /// Rows and columns.
  package let shape: Shape

  package init(isUpper: Bool, shape: Shape) {
    self.isUpper = isUpper
    self.shape = shape
  }
}

/// For each entry of the target, row by row, its position row by row in the source.
///
/// Both are counted with the first axis running fastest. Precondition: as many entries.
package func reshapedPositions(from source: [Int], to target: [Int]) -> [Int] {
  var positions = Array(repeating: 0, count: target.reduce(1, *))
  for (from, to) in zip(columnOrder(source), columnOrder(target)) { positions[to] = from }
  return positions
}

/// Positions row by row, listed with the first axis running fastest.
private func columnOrder(_ lengths: [Int]) -> [Int] {
  var stride = lengths.reduce(1, *)
  var positions = [0]
  for length in lengths {
    stride /= max(length, 1)
    positions = (0..<length).flatMap { step in positions.map { $0 + step * stride } }
  }
  return positions
}
