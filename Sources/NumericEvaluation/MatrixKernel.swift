import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func logarithm(_ x: Double) -> Double { log(x) }

/// Writes the value of a function of a square matrix; NaN where it is not defined.
func evaluate(
  _ function: MatrixFunction, of matrix: Entries, into result: UnsafeMutableBufferPointer<Double>
) {
  switch function {
  case .inverse:
    if let inverse = TriangularFactors(matrix).inverse() {
      for i in result.indices { result[i] = inverse[i] }
    } else {
      result.update(repeating: .nan)
    }
  case .determinant: result[0] = TriangularFactors(matrix).determinant
  case .logDeterminant: result[0] = TriangularFactors(matrix).logDeterminant
  case .adjugate:
    let adjugate = adjugate(of: matrix)
    for i in result.indices { result[i] = adjugate[i] }
  }
}

/// The adjugate, of singular matrices too, at the cost of n³.
///
/// With rows and columns exchanged so that pivots fall, A = P L U Q with ±1 and 1 as determinants
/// of P, Q and L, and adj(A) = |P| |Q| Qᵀ adj(U) L⁻¹ Pᵀ. Let u be the last pivot, U₁ the rest of U
/// and c the column above u: then adj(U) = |U₁| [[u U₁⁻¹, −U₁⁻¹ c], [0, 1]], in which no pivot that
/// vanishes alone is divided by. Where a second one vanishes, the adjugate is zero.
private func adjugate(of matrix: Entries) -> [Double] {
  let n = Int(Double(matrix.count).squareRoot().rounded())
  guard matrix.allSatisfy(\.isFinite) else { return Array(repeating: .nan, count: n * n) }
  guard n > 1 else { return Array(repeating: 1, count: n) }
  var factors = CompleteFactors(matrix, n)
  factors.eliminate()
  return factors.adjugate()
}

/// L below the diagonal and U on and above it, with the order of rows and columns.
private struct CompleteFactors {
  let n: Int
  var entries: [Double]
  var rows: [Int]
  var columns: [Int]
  var sign = 1.0

  init(_ matrix: Entries, _ n: Int) {
    self.n = n
    entries = Array(matrix)
    rows = Array(0..<n)
    columns = Array(0..<n)
  }

  mutating func eliminate() {
    for k in 0..<n {
      var (row, column) = (k, k)
      for i in k..<n {
        for j in k..<n
        where entries[i * n + j].magnitude > entries[row * n + column].magnitude {
          (row, column) = (i, j)
        }
      }
      exchange(row, column, at: k)
      let pivot = entries[k * n + k]
      guard pivot != 0 else { return }
      for i in k + 1..<n {
        let factor = entries[i * n + k] / pivot
        entries[i * n + k] = factor
        for j in k + 1..<n { entries[i * n + j] -= factor * entries[k * n + j] }
      }
    }
  }

  private mutating func exchange(_ row: Int, _ column: Int, at k: Int) {
    if row != k {
      for j in 0..<n { entries.swapAt(k * n + j, row * n + j) }
      rows.swapAt(k, row)
      sign = -sign
    }
    if column != k {
      for i in 0..<n { entries.swapAt(i * n + k, i * n + column) }
      columns.swapAt(k, column)
      sign = -sign
    }
  }

  func adjugate() -> [Double] {
    let last = n - 1
    let minor = (0..<last).reduce(sign) { $0 * entries[$1 * n + $1] }
    var result = [Double](repeating: 0, count: n * n)
    guard minor != 0 else { return result }
    for target in 0..<n {
      // Column `target` of adj(U) L⁻¹, by forward and back substitution.
      var column = [Double](repeating: 0, count: n)
      column[target] = 1
      for i in target + 1..<n {
        column[i] = -(target..<i).reduce(0) { $0 + entries[i * n + $1] * column[$1] }
      }
      let lowest = column[last]
      let pivot = entries[last * n + last]
      var solution = [Double](repeating: 0, count: n)
      solution[last] = lowest
      for i in (0..<last).reversed() {
        let known = (i + 1..<n).reduce(0) { $0 + entries[i * n + $1] * solution[$1] }
        solution[i] = (pivot * column[i] - known) / entries[i * n + i]
      }
      for i in 0..<n { result[columns[i] * n + rows[target]] = minor * solution[i] }
    }
    return result
  }
}

extension MatrixFunction {
  /// Why the function is undefined at a matrix of finite entries.
  func reason(_ operands: [ArraySlice<Double>]) -> UndefinedReason {
    let entries = Array(operands.first ?? [])
    let factors = entries.withUnsafeBufferPointer { TriangularFactors($0) }
    switch self {
    case .inverse: return factors.isSingular ? .singular : .overflow
    case .logDeterminant: return factors.isSingular ? .singular : .negativeDeterminant
    case .determinant, .adjugate: return .overflow
    }
  }
}
