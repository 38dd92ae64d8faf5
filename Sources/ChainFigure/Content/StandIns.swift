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
  private var inOwnName: [FigureEdgeID: NodeID] = [:]

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
    let figure = derivation.figure
    let products = derivation.derivatives.flatMap(\.products)
    if !variables.isEmpty {
      let roots =
        figure.nodes.compactMap(\.body) + figure.edges.flatMap { [$0.jacobian] + $0.strands }
        + products.map(\.product)
      for root in roots where images[root] == nil { images[root] = rebuilt(root) }
    }
    sayInOwnName(figure, products, &simplifier)
  }

  /// The variable that stands for a node of the figure; the node itself if it has a name.
  func name(of reference: NodeID) -> NodeID { variables[reference] ?? reference }

  /// An expression of the derivation with stand-ins in the place of what has no name.
  func image(of node: NodeID) -> NodeID { images[node] ?? node }

  /// The Jacobian of an edge, in the name of the node it enters where that is how it is written.
  func jacobian(of edge: FigureEdgeID, _ jacobian: NodeID) -> NodeID {
    inOwnName[edge] ?? jacobian
  }

  /// Derivatives of p = σ(z) as p(1 − p), and products that hold them.
  private mutating func sayInOwnName(
    _ figure: FigureGraph, _ products: [PathProduct], _ simplifier: inout Simplifier
  ) {
    for (index, edge) in figure.edges.enumerated() {
      guard let body = figure[edge.to].body, body != figure[edge.to].reference,
        graph.hasDerivativeInOwnName(body)
      else { continue }
      let said = name(of: figure[edge.to].reference)
      let jacobian = image(of: edge.jacobian)
      let rebuilt = graph.rebuilt(jacobian, isLeaf: { $0 == body }) { _, node, _ in
        node == body ? said : nil
      }
      if rebuilt != jacobian { inOwnName[FigureEdgeID(index)] = rebuilt }
    }
    for product in products where product.path.edges.contains(where: { inOwnName[$0] != nil }) {
      guard product.path.edges.count > 1 else { continue }
      guard product.path.nodes.allSatisfy({ graph.isScalar(figure[$0].reference) }) else {
        images[product.product] = named(image(of: product.product), along: product.path, figure)
        continue
      }
      let factors = product.path.edges.reversed().map { edge in
        (node: inOwnName[edge] ?? image(of: figure[edge].jacobian), exponent: Number.one)
      }
      let whole = graph.scalarProduct(factors)
      images[product.product] = simplifier.simplified(whole, in: &graph)
    }
  }

  /// An expression with the values of a path's nodes said by their names.
  private mutating func named(
    _ root: NodeID, along path: FigurePath, _ figure: FigureGraph
  ) -> NodeID {
    var names: [NodeID: NodeID] = [:]
    for edge in path.edges where inOwnName[edge] != nil {
      let node = figure[figure[edge].to]
      if let body = node.body { names[body] = name(of: node.reference) }
    }
    return graph.rebuilt(root, isLeaf: { names[$0] != nil }) { _, node, _ in names[node] }
  }

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

extension ExpressionGraph {
  /// Whether the function's derivative is written with its value: σ′ = σ(1 − σ).
  fileprivate func hasDerivativeInOwnName(_ node: NodeID) -> Bool {
    switch operation(of: node) {
    case .elementwise(let function): function == .sigmoid || function == .tanh
    case .vectorFunction(let function): function == .softmax
    case .variable, .definition, .application, .number, .pi, .dimension, .sum, .product,
      .reduction, .literal, .slice, .selector, .choice, .matrixFunction, .reshape, .join,
      .triangle:
      false
    }
  }
}
