import ChainDerivation
import ExpressionGraph
import NumericEvaluation
import Testing

/// Figures with vectors and matrices whose numbers were computed once by other means.
private struct Row: Sendable, CustomTestStringConvertible {
  let title: String
  let source: String
  /// The totals' entries, row by row, one list a query.
  let totals: [[Double]]

  var testDescription: String { title }
}

private let rows: [Row] = [
  Row(
    title: "a bilinear form",
    source: """
      a : R^2
      X : R^{2 x 3}
      b : R^3
      f = a'*X*b
      d f / d X
      d f / d a
      d f / d b
      at a = [1; -2], X = [2, 0, 1; 1, -1, 3], b = [1; 2; -1]
      """,
    totals: [[1, 2, -1, -2, -4, 2], [1, -4], [0, 2, -5]]),
  Row(
    title: "weighted least squares",
    source: """
      x : R^m
      s : R^n
      A : R^{m x n}
      W : R^{m x m} symmetric
      r = x - A*s
      f = r'*W*r
      df/ds
      df/dr
      at x = [1; 2], A = [1, 0, 2; 0, 1, -1], s = [0.5; -1; 0.25], W = [2, 0.5; 0.5, 1]
      """,
    totals: [[-3.25, -6.5, 0], [3.25, 6.5]]),
  Row(
    title: "a perceptron of two layers",
    source: """
      x : R^2
      W1 : R^{3 x 2}
      b1 : R^3
      W2 : R^{1 x 3}
      b2 : R^1
      y : R^1
      z = W1*x + b1
      h = tanh(z)
      o = W2*h + b2
      f = norm2(o - y)^2/2
      d f / d W1
      d f / d b1
      d f / d W2
      d f / d x
      at x = [1; -0.5], W1 = [0.4, -0.2; 0.1, 0.3; -0.5, 0.2], b1 = [0; 0.1; -0.1]
      at W2 = [0.7, -0.3, 0.5], b2 = [0.2], y = [1]
      """,
    totals: [
      [
        -0.4369366555418881, 0.21846832777094405, 0.2375125409540342, -0.1187562704770171,
        -0.2518930392969389, 0.12594651964846945,
      ],
      [-0.4369366555418881, 0.2375125409540342, -0.2518930392969389],
      [-0.36677748509968394, -0.03965143219386786, 0.47968029293835107],
      [-0.02507688847288239, 0.10826248553520008],
    ]),
  Row(
    title: "two outputs of two inputs",
    source: """
      x : R^2
      h = [x[1] + x[2]; 2*x[2]]
      y = [-h[1]; h[1] + h[2]]
      d y / d x
      at x = [1; 1]
      """,
    totals: [[-1, -1, 1, 3]]),
]

@Test(arguments: rows, Detail.allCases)
private func totalsOfTensorsAreThoseKnown(row: Row, detail: Detail) throws {
  let derived = try Derived(row.source, detail: detail)
  #expect(derived.isSound)
  for (query, expected) in zip(derived.derivation.derivatives, row.totals) {
    let entries = try #require(derived.derivation.value(of: query.total)).data
    #expect(entries.count == expected.count)
    for (entry, known) in zip(entries, expected) { #expect(abs(entry - known) < 1e-9) }
    // All paths listed add up to the total, in any order of the axes they pass.
    guard query.remainder == nil else { continue }
    let parts = query.products.compactMap { derived.derivation.value(of: $0.expression)?.data }
    for position in entries.indices {
      let sum = parts.reduce(0) { $0 + $1[position] }
      #expect(abs(sum - expected[position]) < 1e-9)
    }
  }
}

@Test func theLeastSquaresGradientReadsAsInATextbook() throws {
  let derived = try Derived(rows[1].source, detail: .functions)
  #expect(derived.edges.contains("r' <- s': -A"))
  #expect(derived.totals[0].hasPrefix("-2*(x - A*s)'*W"))
}
