package import ExpressionGraph

extension Tensor {
  /// What was typed with few digits may miss orthogonality by so much.
  private static let typedTolerance = 1e-3

  /// The first of an input's declared properties that its value lacks; nil if it has all.
  ///
  /// Matrices are square where a property asks for it; entries are compared to rounding.
  package func brokenProperty(_ declared: Properties) -> Properties? {
    let tests: [(Properties, (Tensor) -> Bool)] = [
      (.positive, { $0.data.allSatisfy { $0 > 0 } }), (.diagonal, \.isDiagonal),
      (.symmetric, \.isSymmetric), (.positiveDefinite, { $0.isSymmetric && $0.isPositiveDefinite }),
      (.orthogonal, \.isOrthogonal), (.invertible, \.isInvertible),
    ]
    guard isFinite else { return nil }
    return tests.first { declared.contains($0.0) && !$0.1(self) }?.0
  }

  private var rowCount: Int { shape.first ?? 0 }

  private func entry(_ row: Int, _ column: Int) -> Double { data[row * rowCount + column] }

  private func holds(_ condition: (Int, Int) -> Bool) -> Bool {
    (0..<rowCount).allSatisfy { row in (0..<rowCount).allSatisfy { condition(row, $0) } }
  }

  private var isDiagonal: Bool { holds { $0 == $1 || entry($0, $1) == 0 } }

  private var isSymmetric: Bool {
    let rounding = 1e-9 * largestMagnitude
    return holds { abs(entry($0, $1) - entry($1, $0)) <= rounding }
  }

  private var isOrthogonal: Bool {
    holds { row, column in
      let product = (0..<rowCount).reduce(0) { $0 + entry($1, row) * entry($1, column) }
      return abs(product - (row == column ? 1 : 0)) <= Self.typedTolerance
    }
  }

  private var isInvertible: Bool {
    data.withUnsafeBufferPointer { !TriangularFactors($0).isSingular }
  }

  /// Whether Cholesky's factorisation of a symmetric matrix meets positive pivots alone.
  private var isPositiveDefinite: Bool {
    let n = rowCount
    var factor = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        let rest = (0..<j).reduce(entry(i, j)) { $0 - factor[i * n + $1] * factor[j * n + $1] }
        if i == j, !(rest > 0) { return false }
        factor[i * n + j] = i == j ? rest.squareRoot() : rest / factor[j * n + j]
      }
    }
    return true
  }
}
