import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import NumericEvaluation

/// Values of the point that lack a property their inputs are declared to have: a derivative
/// simplified by it would be wrong there.
///
/// Those in the figure's own source, and those in a point given from outside.
func propertyFindings(
  _ figure: ElaboratedFigure, at point: GivenPoint?
) -> (own: [Diagnostic], overriding: [Diagnostic]) {
  var found: (own: [Diagnostic], overriding: [Diagnostic]) = ([], [])
  for row in figure.point {
    guard case .variable(let id) = figure.graph.operation(of: row.node),
      let value = point?.environment.values[row.node],
      let broken = figure.graph[id].properties.firstBroken(by: value)
    else { continue }
    let diagnostic = Diagnostic.brokenProperty(
      figure.graph[id].name, broken.name, broken.reason, row.range)
    if row.isOverriding {
      found.overriding.append(diagnostic)
    } else {
      found.own.append(diagnostic)
    }
  }
  return found
}

extension Diagnostic {
  fileprivate static func brokenProperty(
    _ name: String, _ property: String, _ reason: String, _ range: SourceRange
  ) -> Diagnostic {
    .error(
      "point-property", "`\(name)` is declared \(property), this value is not", at: range,
      label: reason, help: "change the value, or drop `\(property)` from the declaration")
  }
}

extension Properties {
  /// The first property that a value lacks, and in what it fails; nil if it has them all.
  fileprivate func firstBroken(by value: Tensor) -> (name: String, reason: String)? {
    if contains(.positive), let entry = value.data.first(where: { $0 <= 0 }) {
      return ("positive", "an entry is \(entry)")
    }
    guard value.shape.count == 2, value.count > 0, value.isFinite else { return nil }
    let matrix = SmallMatrix(value)
    if !isDisjoint(with: [.symmetric, .positiveDefinite]), !matrix.isSymmetric {
      return (
        contains(.positiveDefinite) ? "positive definite" : "symmetric",
        "it differs from its transpose"
      )
    }
    if contains(.positiveDefinite), !matrix.isPositiveDefinite {
      return ("positive definite", "a pivot of its elimination is not positive")
    }
    if contains(.diagonal), !matrix.isDiagonal {
      return ("diagonal", "an entry beside the diagonal is not 0")
    }
    if contains(.orthogonal), !matrix.isOrthogonal {
      return ("orthogonal", "its columns are not orthonormal")
    }
    return contains(.invertible) && matrix.isSingular
      ? ("invertible", "its determinant is 0") : nil
  }
}

/// A matrix of a point, looked at entry by entry.
private struct SmallMatrix {
  private let rows: Int
  private let columns: Int
  private let entries: [Double]
  private let scale: Double

  /// A number typed with six digits is taken at its word.
  private static let tolerance = 1e-6

  init(_ tensor: Tensor) {
    (rows, columns, entries) = (tensor.shape[0], tensor.shape[1], tensor.data)
    scale = tensor.largestMagnitude
  }

  private subscript(i: Int, j: Int) -> Double { entries[i * columns + j] }

  var isSymmetric: Bool {
    rows == columns
      && (0..<rows).allSatisfy { i in
        (0..<i).allSatisfy { abs(self[i, $0] - self[$0, i]) <= 1e-9 * scale }
      }
  }

  var isDiagonal: Bool {
    (0..<rows).allSatisfy { i in (0..<columns).allSatisfy { $0 == i || self[i, $0] == 0 } }
  }

  /// Columns of a tall matrix, rows of a wide one.
  var isOrthogonal: Bool {
    let isTall = rows >= columns
    let (count, length) = isTall ? (columns, rows) : (rows, columns)
    func entry(_ vector: Int, _ k: Int) -> Double { isTall ? self[k, vector] : self[vector, k] }
    return (0..<count).allSatisfy { i in
      (0...i).allSatisfy { j in
        let product = (0..<length).reduce(0) { $0 + entry(i, $1) * entry(j, $1) }
        return abs(product - (i == j ? 1 : 0)) <= Self.tolerance
      }
    }
  }

  /// Whether elimination without exchanges meets only positive pivots.
  var isPositiveDefinite: Bool {
    var rest = entries
    for k in 0..<rows {
      let pivot = rest[k * columns + k]
      guard pivot > 0 else { return false }
      for i in k + 1..<rows {
        let factor = rest[i * columns + k] / pivot
        for j in k..<columns { rest[i * columns + j] -= factor * rest[k * columns + j] }
      }
    }
    return true
  }

  /// Whether elimination with exchanges meets a pivot of 0, up to rounding.
  var isSingular: Bool {
    guard rows == columns else { return true }
    var rest = entries
    for k in 0..<rows {
      let best = (k..<rows).max { abs(rest[$0 * columns + k]) < abs(rest[$1 * columns + k]) } ?? k
      guard abs(rest[best * columns + k]) > Double(rows) * scale.ulp else { return true }
      for j in 0..<columns { rest.swapAt(k * columns + j, best * columns + j) }
      for i in k + 1..<rows {
        let factor = rest[i * columns + k] / rest[k * columns + k]
        for j in k..<columns { rest[i * columns + j] -= factor * rest[k * columns + j] }
      }
    }
    return false
  }
}
