import ChainDerivation
import ExpressionGraph
import TensorCalculus

/// Names for the nodes of a figure that the source gives none, and expressions in these names.
///
/// An unnamed operation becomes v₁, v₂ …; an unnamed output f or y if nothing else is called so;
/// an abstract function at its arguments is called as the function is: x, not x(t).
struct StandIns {
  /// Holds the stand-ins besides everything the derivation mentions.
  private(set) var graph: ExpressionGraph
  private var variables: [NodeID: NodeID] = [:]
  private var images: [NodeID: NodeID] = [:]

  /// `accumulated` are derivatives as accumulation left them, to be simplified.
  init(_ derivation: Derivation, simplifying accumulated: [NodeID]) {
    graph = derivation.graph
    var taken = Self.names(in: derivation)
    var count = 0
    for node in derivation.figure.nodes {
      guard let name = Self.name(for: node, taken: taken, count: &count, in: graph) else {
        continue
      }
      taken.insert(name)
      let variable = Variable(name: name, shape: graph.shape(of: node.reference))
      variables[node.reference] = graph.variable(variable)
    }
    var simplifier = Simplifier()
    for root in accumulated where images[root] == nil {
      images[root] = simplifier.simplified(rebuilt(root), in: &graph)
    }
    guard !variables.isEmpty else { return }
    let figure = derivation.figure
    let roots =
      figure.nodes.compactMap(\.body) + figure.edges.flatMap { [$0.jacobian] + $0.strands }
      + derivation.derivatives.flatMap { $0.products.map(\.product) }
    for root in roots where images[root] == nil { images[root] = rebuilt(root) }
  }

  /// The variable that stands for a node of the figure; the node itself if it has a name.
  func name(of reference: NodeID) -> NodeID { variables[reference] ?? reference }

  /// An expression of the derivation with stand-ins in the place of what has no name.
  func image(of node: NodeID) -> NodeID { images[node] ?? node }

  private mutating func rebuilt(_ root: NodeID) -> NodeID {
    let stops = variables
    let before = graph
    return graph.rebuilt(
      root,
      isLeaf: { node in
        guard node != root else { return false }
        if stops[node] != nil { return true }
        if case .definition = before.operation(of: node) { return true }
        return false
      }
    ) { _, node, _ in node == root ? nil : stops[node] }
  }

  private static func names(in derivation: Derivation) -> Set<String> {
    let graph = derivation.graph
    return Set(
      derivation.figure.nodes.compactMap { node in
        switch graph.operation(of: node.reference) {
        case .variable(let id): graph[id].name
        case .definition(let id): graph[id].name
        case .application(let id): graph[id].function.name
        case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
          .literal, .slice, .selector, .choice, .matrixFunction, .reshape, .join, .triangle:
          nil
        }
      })
  }

  private static func name(
    for node: FigureGraph.Node, taken: Set<String>, count: inout Int, in graph: ExpressionGraph
  ) -> String? {
    switch graph.operation(of: node.reference) {
    case .variable, .definition: return nil
    case .application(let id): return graph[id].function.name
    case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
      .literal, .slice, .selector, .choice, .matrixFunction, .reshape, .join, .triangle:
      if node.isOutput, let name = ["f", "y"].first(where: { !taken.contains($0) }) { return name }
      repeat { count += 1 } while taken.contains("v\(count)")
      return "v\(count)"
    }
  }
}
