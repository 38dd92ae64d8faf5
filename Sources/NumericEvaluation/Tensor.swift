/// A dense tensor of doubles, row-major: the last axis varies fastest. A scalar has no axes.
package struct Tensor: Hashable, Sendable {
  package let shape: [Int]
  package var data: [Double]

  package init(shape: [Int], data: [Double]) {
    precondition(shape.reduce(1, *) == data.count, "a tensor has as many numbers as entries")
    self.shape = shape
    self.data = data
  }

  package init(_ scalar: Double) {
    self.init(shape: [], data: [scalar])
  }

  package init(zeros shape: [Int]) {
    self.init(shape: shape, data: Array(repeating: 0, count: shape.reduce(1, *)))
  }

  /// The root of the sum of squares.
  package var norm: Double {
    let largest = magnitude
    guard largest > 0, largest.isFinite else { return largest }
    return largest * data.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  /// The largest absolute value.
  package var magnitude: Double { data.reduce(0) { Swift.max($0, Swift.abs($1)) } }

  package var isFinite: Bool { data.allSatisfy(\.isFinite) }
}
