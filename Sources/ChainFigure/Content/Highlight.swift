import ChainDerivation
import ChainNotation
import ChainScene
import ExpressionGraph
import MathTypesetting

/// What is drawn strong while the rest is faded: paths by number, nodes by name.
struct Highlight: Hashable {
  private struct Product: Hashable {
    let position: Int
    let query: Int
  }

  private var nodes = Set<Int>()
  private var edges = Set<Int>()
  private var products = Set<Product>()
  /// What was asked for and is neither a path nor a node.
  private(set) var unknown: [String] = []

  /// Nil where nothing is asked for.
  init?(_ wording: Wording) {
    let wishes = wording.options.highlight
    guard !wishes.isEmpty else { return nil }
    for wish in wishes {
      let isFound = Int(wish).map { add(path: $0, of: wording.derivation) } ?? add(wish, wording)
      if !isFound { unknown.append(wish) }
    }
  }

  /// Whether a group is strong; what shows no part of the graph always is.
  func includes(_ subject: SceneSubject) -> Bool {
    switch subject {
    case .node(let index): nodes.contains(index)
    case .edge(let index, _, _, _): edges.contains(index)
    case .product(let position, let query):
      products.isEmpty || products.contains(Product(position: position, query: query))
    case .total(let query): products.isEmpty || products.contains { $0.query == query }
    }
  }

  /// The path of a number, counted from 1 through the products of all queries.
  private mutating func add(path number: Int, of derivation: Derivation) -> Bool {
    var rest = number - 1
    for (query, derivative) in derivation.derivatives.enumerated() {
      if derivative.products.indices.contains(rest) {
        let path = derivative.products[rest].path
        nodes.formUnion(path.nodes.map(\.index))
        edges.formUnion(path.edges.map(\.index))
        products.insert(Product(position: rest, query: query))
        return true
      }
      rest -= derivative.products.count
      if rest < 0 { return false }
    }
    return false
  }

  /// A node with the edges that touch it.
  private mutating func add(_ name: String, _ wording: Wording) -> Bool {
    let wanted = linearText(Name(name).formula())
    guard let node = wording.names.firstIndex(where: { linearText($0) == wanted }) else {
      return false
    }
    nodes.insert(node)
    edges.formUnion((wording.figure.incoming[node] + wording.figure.outgoing[node]).map(\.index))
    return true
  }

  /// What is to be said of wishes that name nothing.
  func warnings(_ wording: Wording) -> [String] {
    guard !unknown.isEmpty else { return [] }
    let count = wording.derivation.derivatives.reduce(0) { $0 + $1.products.count }
    let names = wording.names.prefix(12).map(linearText).joined(separator: ", ")
    return unknown.map { wish in
      "nothing to highlight is called `\(wish)`: paths are 1 to \(count), names are \(names)"
    }
  }
}
