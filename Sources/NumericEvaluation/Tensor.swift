/// A dense array of doubles, row by row: the last axis runs fastest.
package struct Tensor: Hashable, Sendable {
  /// The lengths of the axes; empty for a scalar.
  package let shape: [Int]
  /// As many entries as the product of `shape`.
  package var data: [Double]

  package init(shape: [Int], data: [Double]) {
    precondition(shape.reduce(1, *) == data.count, "a tensor has one entry a position")
    self.shape = shape
    self.data = data
  }

  package init(_ scalar: Double) {
    shape = []
    data = [scalar]
  }

  package init(_ vector: [Double]) {
    shape = [vector.count]
    data = vector
  }

  package init(repeating value: Double, shape: [Int]) {
    self.init(shape: shape, data: Array(repeating: value, count: shape.reduce(1, *)))
  }

  package var count: Int { data.count }

  /// The entry at a flat, row-major position.
  package subscript(position: Int) -> Double {
    get { data[position] }
    set { data[position] = newValue }
  }

  /// The value of a tensor with exactly one entry.
  package var scalar: Double? { data.count == 1 ? data[0] : nil }

  package var isFinite: Bool { data.allSatisfy(\.isFinite) }

  /// The largest magnitude of an entry; 0 if there is none.
  package var largestMagnitude: Double { data.largestMagnitude }

  /// The square root of the sum of squares, safe from overflow.
  package var norm: Double { data.withUnsafeBufferPointer(euclideanNorm) }
}

extension [Double] {
  /// The largest magnitude; NaN where there is one.
  var largestMagnitude: Double {
    reduce(0) { largest, entry in
      let magnitude = abs(entry)
      return magnitude > largest || magnitude.isNaN ? magnitude : largest
    }
  }
}

extension Tensor {
  /// A matrix with rows and columns exchanged; of two axes only.
  package var transposed: Tensor {
    let (rows, columns) = (shape[0], shape[1])
    return Tensor(
      shape: [columns, rows],
      data: (0..<columns).flatMap { column in
        (0..<rows).map { data[$0 * columns + column] }
      })
  }
}
