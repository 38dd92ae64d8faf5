import ChainDerivation
import ExpressionGraph
import NumericEvaluation

/// A figure's linearised graph as a plain list of edges, to accumulate in any order by the
/// textbook's rule: an implementation apart from the library's.
struct LinearGraph {
  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  let sizes: [Int]
  let inputs: [Int]
  let outputs: [Int]
  private var edges: [Pair: [Double]] = [:]

  init(_ derivation: Derivation, _ query: QueryDerivation) {
    let graph = derivation.graph
    sizes = derivation.figure.nodes.map { graph.shape(of: $0.reference).entryCount ?? 0 }
    inputs = query.inputs.map(\.index)
    outputs = query.outputs.map(\.index)
    for edge in derivation.figure.edges where !inputs.contains(edge.to.index) {
      let value = derivation.value(of: edge.jacobian)?.data ?? []
      add(value, from: edge.from.index, to: edge.to.index)
    }
    prune()
  }

  /// Nodes on a way from the inputs to the outputs that are neither.
  var intermediates: [Int] {
    let nodes = Set(edges.keys.map(\.from)).intersection(edges.keys.map(\.to))
    return nodes.subtracting(inputs).subtracting(outputs).sorted()
  }

  func value(from input: Int, to output: Int) -> [Double]? { edges[Pair(from: input, to: output)] }

  /// Eliminates a node; how many multiplications that takes.
  mutating func eliminate(_ node: Int) -> Int {
    let sources = edges.keys.filter { $0.to == node }.map(\.from).sorted()
    let targets = edges.keys.filter { $0.from == node }.map(\.to).sorted()
    var count = 0
    for source in sources {
      for target in targets {
        let inner = edges[Pair(from: source, to: node)] ?? []
        let outer = edges[Pair(from: node, to: target)] ?? []
        add(product(outer, inner, middle: sizes[node]), from: source, to: target)
        count += sizes[source] * sizes[node] * sizes[target]
      }
    }
    for source in sources { edges[Pair(from: source, to: node)] = nil }
    for target in targets { edges[Pair(from: node, to: target)] = nil }
    return count
  }

  private mutating func add(_ value: [Double], from source: Int, to target: Int) {
    let pair = Pair(from: source, to: target)
    edges[pair] = edges[pair].map { zip($0, value).map { $0 + $1 } } ?? value
  }

  private func product(_ outer: [Double], _ inner: [Double], middle: Int) -> [Double] {
    guard middle > 0, !outer.isEmpty, !inner.isEmpty else { return [] }
    let (rows, columns) = (outer.count / middle, inner.count / middle)
    return (0..<rows * columns).map { entry in
      (0..<middle).reduce(0) { sum, k in
        sum + outer[entry / columns * middle + k] * inner[k * columns + entry % columns]
      }
    }
  }

  /// Takes away edges that lie on no way from an input to an output.
  private mutating func prune() {
    while true {
      let targets = Set(edges.keys.map(\.to)).union(inputs)
      let sources = Set(edges.keys.map(\.from)).union(outputs)
      let dead = edges.keys.filter { !targets.contains($0.from) || !sources.contains($0.to) }
      if dead.isEmpty { return }
      for pair in dead { edges[pair] = nil }
    }
  }
}

/// All orders of a few elements.
func permutations(of elements: [Int]) -> [[Int]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index -> [[Int]] in
    var rest = elements
    let first = rest.remove(at: index)
    return permutations(of: rest).map { [first] + $0 }
  }
}
