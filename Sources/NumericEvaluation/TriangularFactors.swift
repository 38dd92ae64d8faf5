import CLAPACK

/// A square matrix as the product of a lower and an upper triangle with its rows exchanged.
///
/// Large matrices are left to LAPACK, which works down columns: it then factors the transpose,
/// which has the same determinant and the transposed inverse. Small ones are done here, since
/// opening a library takes longer. Cost: n³.
struct TriangularFactors {
  private let n: Int
  private var entries: [Double]
  /// With which row each row was exchanged, in order, counted from 1.
  private var pivots: [Int32]
  private let isByColumn: Bool

  /// From this many rows on LAPACK is asked.
  private static let largeCount = 48

  init(_ matrix: Entries) {
    n = Int(Double(matrix.count).squareRoot().rounded())
    entries = Array(matrix)
    pivots = Array(repeating: 0, count: n)
    if n >= Self.largeCount {
      let status = chaingraph_lapack_factor(Int32(n), &entries, &pivots)
      if status >= 0 {
        isByColumn = true
        return
      }
    }
    isByColumn = false
    factor()
  }

  private mutating func factor() {
    for k in 0..<n {
      var best = k
      for i in k..<n where entries[i * n + k].magnitude > entries[best * n + k].magnitude {
        best = i
      }
      pivots[k] = Int32(best + 1)
      if best != k { for j in 0..<n { entries.swapAt(k * n + j, best * n + j) } }
      let pivot = entries[k * n + k]
      guard pivot != 0 else { continue }
      for i in k + 1..<n {
        let factor = entries[i * n + k] / pivot
        entries[i * n + k] = factor
        guard factor != 0 else { continue }
        for j in k + 1..<n { entries[i * n + j] -= factor * entries[k * n + j] }
      }
    }
  }

  private func upper(_ row: Int, _ column: Int) -> Double {
    isByColumn ? entries[column * n + row] : entries[row * n + column]
  }

  /// Whether a pivot is nothing but rounding beside the entries above it.
  var isSingular: Bool {
    let rounding = 4 * Double(n) * Double.ulpOfOne
    return (0..<n).contains { k in
      let above = (0..<k).reduce(0) { max($0, upper($1, k).magnitude) }
      return !(upper(k, k).magnitude > rounding * above)
    }
  }

  private var isOddPermutation: Bool {
    pivots.enumerated().reduce(false) { $0 != (Int($1.element) != $1.offset + 1) }
  }

  var determinant: Double {
    (0..<n).reduce(isOddPermutation ? -1 : 1) { $0 * upper($1, $1) }
  }

  /// The logarithm of the determinant; NaN where that is not positive.
  var logDeterminant: Double {
    guard !isSingular else { return .nan }
    var isNegative = isOddPermutation
    var total = 0.0
    for k in 0..<n {
      if upper(k, k) < 0 { isNegative.toggle() }
      total += logarithm(upper(k, k).magnitude)
    }
    return isNegative ? .nan : total
  }

  /// The entries of the inverse row by row; nil where there is none.
  func inverse() -> [Double]? {
    guard !isSingular else { return nil }
    guard isByColumn else { return solvedColumns() }
    var result = entries
    return chaingraph_lapack_invert(Int32(n), &result, pivots) == 0 ? result : nil
  }

  /// Solves for every column of the permuted identity matrix at once, a row at a time.
  private func solvedColumns() -> [Double] {
    var result = [Double](repeating: 0, count: n * n)
    for i in 0..<n { result[i * n + i] = 1 }
    for (k, pivot) in pivots.enumerated() where Int(pivot) != k + 1 {
      for j in 0..<n { result.swapAt(k * n + j, (Int(pivot) - 1) * n + j) }
    }
    for i in 0..<n {
      for k in 0..<i {
        let factor = entries[i * n + k]
        for j in 0..<n { result[i * n + j] -= factor * result[k * n + j] }
      }
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<n {
        let factor = entries[i * n + k]
        for j in 0..<n { result[i * n + j] -= factor * result[k * n + j] }
      }
      for j in 0..<n { result[i * n + j] /= entries[i * n + i] }
    }
    return result
  }
}
