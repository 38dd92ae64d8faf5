import ExpressionGraph
import NumericEvaluation

/// The chain rule's other ways to a derivative at the point, beside that of the whole graph.
struct Agreement {
  let total: Total
  let draft: QueryDraft
  let figure: FigureGraph
  let graph: ExpressionGraph
  let evaluation: Evaluation

  /// Whether every way that is at hand gives the number of the whole graph; nil where there is
  /// none, or where rounding leaves too few digits to tell.
  ///
  /// The ways are accumulation over the figure's edges from the output, from the input, the sum of
  /// the products along all paths, and vertex elimination where that is little work.
  var holds: Bool? {
    guard let whole = evaluation[total.shown], draft.figureTotal != nil else { return nil }
    let others = [reverse, forward, pathSum?.entries].compactMap(\.self)
    guard !others.isEmpty else { return nil }
    let scale = max(whole.data.finiteMagnitude, pathSum?.scale ?? 0)
    func agree(within slack: Double) -> Bool {
      others.allSatisfy { areEqual(whole.data, $0, scale: scale, slack: slack) }
        && eliminationAgrees(with: whole, slack: slack)
    }
    if agree(within: 0) { return true }
    let noise = roundingNoise
    return noise > 1e-4 * (1 + scale) ? nil : agree(within: 100 * noise)
  }

  /// How far off rounding may put any entry that is compared.
  private var roundingNoise: Double {
    let compared =
      [total.shown, draft.figureTotal, soleEnd(draft.outputs).flatMap { draft.tangents[$0.index] }]
      .compactMap(\.self) + draft.products.map(\.expression)
    return evaluation.roundingNoise(of: compared).joined().reduce(0) { largest, noise in
      noise.isFinite ? max(largest, noise) : largest
    }
  }

  private var reverse: [Double]? { draft.figureTotal.flatMap { evaluation[$0]?.data } }

  /// The tangent at the only output, where neither end is part of a whole.
  private var forward: [Double]? {
    guard let output = soleEnd(draft.outputs), soleEnd(draft.inputs) != nil,
      let tangent = draft.tangents[output.index]
    else { return nil }
    return evaluation[tangent]?.data
  }

  /// The sum of all paths' products, and the largest of their entries, which may cancel.
  private var pathSum: (entries: [Double], scale: Double)? {
    let products = draft.products.compactMap { evaluation[$0.expression]?.data }
    guard let first = products.first, draft.remainder == nil,
      products.count == draft.products.count
    else { return nil }
    let sum = products.dropFirst().reduce(first) { zip($0, $1).map { $0 + $1 } }
    return (sum, products.map(\.finiteMagnitude).max() ?? 0)
  }

  private func soleEnd(_ ends: [View.End]) -> FigureNodeID? {
    ends.count == 1 && ends[0].position == nil && draft.query.component.isEmpty
      ? ends[0].node : nil
  }

  // MARK: Vertex elimination

  /// More multiplications than this are not done for the sake of another check.
  private static let mostMultiplications = 100_000

  private func eliminationAgrees(with whole: Tensor, slack: Double) -> Bool {
    guard draft.query.component.isEmpty, let values = edgeValues else { return true }
    var algebra = MatrixAlgebra(limit: Self.mostMultiplications)
    let inputs = draft.inputs.map(\.node)
    var remaining = EliminationGraph<MatrixAlgebra>(
      of: figure, from: inputs, to: draft.outputs.map(\.node),
      jacobian: { values[$0.index] }, in: &algebra)
    // Neither forwards nor backwards: where fewest edges meet first.
    let degrees = remaining.incoming.indices.map {
      remaining.incoming[$0].count * remaining.outgoing[$0].count
    }
    for vertex in remaining.intermediates.sorted(by: { degrees[$0.index] < degrees[$1.index] }) {
      remaining.eliminate(vertex, in: &algebra)
    }
    guard !algebra.isExhausted else { return true }
    return draft.outputs.allSatisfy { output in
      draft.inputs.allSatisfy { input in
        guard output.node != input.node else { return true }
        let matrix = remaining.jacobian(from: input.node, to: output.node)
        let part = part(of: whole, output, input)
        return areEqual(
          part, matrix?.entries ?? part.map { _ in 0 },
          scale: max(part.finiteMagnitude, matrix?.bound ?? 0), slack: slack)
      }
    }
  }

  /// The values of all edges as matrices; nil where one has none or is large.
  private var edgeValues: [Matrix]? {
    var room = Self.mostMultiplications
    var values: [Matrix] = []
    for edge in figure.edges {
      guard let value = evaluation[edge.jacobian], value.count <= room else { return nil }
      room -= value.count
      let rows = graph.shape(of: figure[edge.to].reference).order
      values.append(
        Matrix(
          rows: value.shape.prefix(rows).reduce(1, *),
          columns: value.shape.dropFirst(rows).reduce(1, *), entries: value.data,
          bound: value.data.finiteMagnitude))
    }
    return values
  }

  /// The entries of the whole derivative that belong to two ends.
  private func part(of whole: Tensor, _ output: View.End, _ input: View.End) -> [Double] {
    let order = graph.shape(of: draft.query.output).order
    let (rows, columns) = (Array(whole.shape[..<order]), Array(whole.shape[order...]))
    let width = columns.reduce(1, *)
    return indices(output.position, in: rows).flatMap { row in
      indices(input.position, in: columns).map { whole[row * width + $0] }
    }
  }

  private func indices(_ position: [Int]?, in lengths: [Int]) -> Range<Int> {
    guard let position else { return 0..<lengths.reduce(1, *) }
    let index = zip(position, lengths).reduce(0) { $0 * $1.1 + $1.0 }
    return index..<index + 1
  }

  /// Whether two ways to the same numbers agree to the rounding of terms as large as `scale`
  /// and to `slack`; entries without a value are passed over.
  private func areEqual(
    _ a: [Double], _ b: [Double], scale: Double, slack: Double
  ) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { x, y in
        !x.isFinite || !y.isFinite || abs(x - y) <= 1e-8 * (1 + scale) + slack
      }
  }
}

extension [Double] {
  /// The largest magnitude of a finite entry.
  fileprivate var finiteMagnitude: Double {
    reduce(0) { $1.isFinite ? Swift.max($0, abs($1)) : $0 }
  }
}

/// A Jacobian's value with all axes of the output as one, and all of the input.
private struct Matrix {
  let rows: Int
  let columns: Int
  /// Row by row.
  let entries: [Double]
  /// No term of a sum that an entry came from is larger.
  let bound: Double
}

/// Products and sums of values, up to a number of multiplications.
private struct MatrixAlgebra: JacobianAlgebra {
  private var room: Int
  private(set) var isExhausted = false

  init(limit: Int) {
    room = limit
  }

  mutating func product(of outer: Matrix, _ inner: Matrix) -> Matrix {
    let work = outer.rows * outer.columns * inner.columns
    isExhausted = isExhausted || work > room
    room -= isExhausted ? 0 : work
    return Matrix(
      rows: outer.rows, columns: inner.columns,
      entries: isExhausted ? [] : entries(outer, inner),
      bound: Double(inner.rows) * outer.bound * inner.bound)
  }

  private func entries(_ outer: Matrix, _ inner: Matrix) -> [Double] {
    var entries = [Double](repeating: 0, count: outer.rows * inner.columns)
    for i in 0..<outer.rows {
      for k in 0..<inner.rows {
        let factor = outer.entries[i * outer.columns + k]
        for j in 0..<inner.columns {
          entries[i * inner.columns + j] += factor * inner.entries[k * inner.columns + j]
        }
      }
    }
    return entries
  }

  mutating func sum(of a: Matrix, _ b: Matrix) -> Matrix {
    Matrix(
      rows: a.rows, columns: a.columns, entries: zip(a.entries, b.entries).map { $0 + $1 },
      bound: max(a.bound, b.bound))
  }
}

extension EliminationGraph {
  /// What stands on the edge between two figure nodes; nil without an edge.
  func jacobian(from input: FigureNodeID, to output: FigureNodeID) -> Algebra.Jacobian? {
    guard let source = figureNodes.firstIndex(of: input),
      let target = figureNodes.firstIndex(of: output)
    else { return nil }
    return outgoing[source].first { $0.vertex == Vertex(target) }?.jacobian
  }
}
