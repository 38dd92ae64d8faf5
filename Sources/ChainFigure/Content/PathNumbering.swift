import ChainDerivation

/// The numbers of the paths of all queries, and where they run.
///
/// Paths are numbered, with a hue and a dash each, where there are two to four of them in all.
struct PathNumbering {
  static let most = 4

  private var numbers: [[PathNumber]] = []
  private var byEdge: [FigureEdgeID: [PathNumber]] = [:]

  init(_ derivation: Derivation) {
    let queries = derivation.derivatives
    let isComplete = queries.allSatisfy { $0.pathCount.integer == $0.products.count }
    let count = queries.reduce(0) { $0 + $1.products.count }
    guard isComplete, (2...Self.most).contains(count) else { return }
    var next = 0
    for query in queries {
      numbers.append(query.products.indices.map { PathNumber(next + $0) })
      for product in query.products {
        for edge in product.path.edges { byEdge[edge, default: []].append(PathNumber(next)) }
        next += 1
      }
    }
  }

  /// The number of a query's path; nil where paths have none.
  func number(query: Int, product: Int) -> PathNumber? {
    numbers.isEmpty ? nil : numbers[query][product]
  }

  func paths(along edge: FigureEdgeID) -> [PathNumber] { byEdge[edge] ?? [] }
}
