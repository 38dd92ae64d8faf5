import Foundation

/// A dense tensor that knows whether it is written as a row, for evaluating in tests.
struct TensorValue {
  var lengths: [Int]
  var data: [Double]
  var isRow = false

  init(_ value: Double) { (lengths, data) = ([], [value]) }

  init(_ lengths: [Int], _ entry: ([Int]) -> Double) {
    self.lengths = lengths
    data = TensorValue.positions(lengths).map(entry)
  }

  var isScalar: Bool { lengths.isEmpty }
  var scalar: Double { data[0] }

  /// The rows of a matrix, a vector's one entry each unless it is a row.
  var lines: [[Double]] {
    let width = isScalar || lengths.count == 1 && !isRow ? 1 : lengths[lengths.count - 1]
    return stride(from: 0, to: data.count, by: max(width, 1)).map { Array(data[$0..<$0 + width]) }
  }

  subscript(position: [Int]) -> Double {
    data[zip(position, lengths).reduce(0) { $0 * $1.1 + $1.0 }]
  }

  /// Every position in row-major order.
  static func positions(_ lengths: [Int]) -> [[Int]] {
    lengths.reduce([[]]) { prefixes, length in
      prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
    }
  }

  func map(_ function: (Double) -> Double) -> TensorValue {
    var result = self
    result.data = data.map(function)
    return result
  }

  /// Entry by entry; a scalar serves for every entry.
  func combine(
    _ other: TensorValue, _ function: (Double, Double) -> Double
  ) throws -> TensorValue {
    if other.isScalar { return map { function($0, other.scalar) } }
    if isScalar { return other.map { function(scalar, $0) } }
    guard lengths == other.lengths, isRow == other.isRow else { throw TextError.shape }
    var result = self
    result.data = zip(data, other.data).map(function)
    return result
  }

  /// The product by labels: Σ over labels that the output lacks.
  static func product(
    _ factors: [(labels: [Int], value: TensorValue, exponent: Double)], output: [Int],
    extents: [Int]
  ) -> TensorValue {
    var result = TensorValue(output.map { extents[$0] }) { _ in 0 }
    for position in positions(extents) {
      let entry = factors.reduce(1.0) { product, factor in
        let base = factor.value[factor.labels.map { position[$0] }]
        return product * (factor.exponent == 1 ? base : pow(base, factor.exponent))
      }
      let place = zip(output.map { position[$0] }, result.lengths).reduce(0) { $0 * $1.1 + $1.0 }
      result.data[place] += entry
    }
    return result
  }

  /// The largest difference of entries relative to their size; nil where the shapes differ.
  func difference(from other: TensorValue) -> Double? {
    guard lengths == other.lengths else { return nil }
    return zip(data, other.data).map { a, b in
      a == b || (a.isNaN && b.isNaN) ? 0 : abs(a - b) / (1 + abs(a) + abs(b))
    }.max() ?? 0
  }
}

enum TextError: Error {
  case shape
  case unexpected(String)
  case unknown(String)
}

/// The entrywise functions of one argument by name.
let entrywiseFunctions: [String: @Sendable (Double) -> Double] = [
  "sin": { sin($0) }, "cos": { cos($0) }, "tan": { tan($0) }, "asin": { asin($0) },
  "acos": { acos($0) }, "atan": { atan($0) }, "sinh": { sinh($0) }, "cosh": { cosh($0) },
  "tanh": { tanh($0) }, "asinh": { asinh($0) }, "acosh": { acosh($0) }, "atanh": { atanh($0) },
  "exp": { exp($0) }, "log": { log($0) }, "log2": { log2($0) }, "log10": { log10($0) },
  "log1p": { log1p($0) }, "expm1": { expm1($0) }, "sqrt": { $0.squareRoot() }, "abs": { abs($0) },
  "sign": { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 }, "relu": { max($0, 0) },
  "sigmoid": { 1 / (1 + exp(-$0)) }, "step": { $0 > 0 ? 1 : 0 }, "erf": { erf($0) },
]

extension TensorValue {
  /// Rows and columns, of a vector and a scalar too.
  private var sides: (rows: Int, columns: Int) {
    switch lengths.count {
    case 0: (1, 1)
    case 1: isRow ? (1, lengths[0]) : (lengths[0], 1)
    default: (lengths[0], lengths[1])
    }
  }

  /// The blocks a_ij · other.
  func kronecker(_ other: TensorValue) -> TensorValue {
    let (a, b) = (sides, other.sides)
    return TensorValue([a.rows * b.rows, a.columns * b.columns]) { place in
      data[place[0] / b.rows * a.columns + place[1] / b.columns]
        * other.data[place[0] % b.rows * b.columns + place[1] % b.columns]
    }
  }

  /// The columns below one another.
  var stacked: TensorValue {
    let (rows, columns) = sides
    return TensorValue([rows * columns]) { data[$0[0] % rows * columns + $0[0] / rows] }
  }

  /// The matrix that takes the stacked columns of a matrix to those of its transpose.
  static func commutation(_ rows: Int, _ columns: Int) -> TensorValue {
    TensorValue([rows * columns, rows * columns]) { place in
      let (row, column) = (place[0] / columns, place[0] % columns)
      return place[1] == column * rows + row ? 1 : 0
    }
  }
}
