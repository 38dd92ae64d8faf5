package import ExpressionGraph

/// An expression as text, with names for parts of it.
package struct BoundText: Hashable, Sendable {
  package struct Binding: Hashable, Sendable {
    package let name: String
    package let expression: String
  }

  package let expression: String
  /// In order, each using only names of earlier ones; a vector's binding is a column.
  package let bindings: [Binding]

  package init(expression: String, bindings: [Binding]) {
    self.expression = expression
    self.bindings = bindings
  }
}

extension Notation {
  /// The node's text; past `limit` operations, shared parts and long ones are bound to names
  /// `v1`, `v2` … that no input or definition has.
  ///
  /// Costs time and space linear in the graph below the node, however often parts are shared.
  package func boundText(
    of root: NodeID, orientation: Orientation = .column, limit: Int = Extent.defaultLimit
  ) -> BoundText {
    let parts = graph.nodes(below: [root], isLeaf: { graph.isNamed($0) })
    let plan = BindingPlan(parts: parts, root: root, graph: graph, limit: limit)
    var names = FreshNames(taken: plan.isEmpty ? [] : graph.names(of: parts))
    var reader = NodeReader(self, count: parts.count)
    var bindings: [BoundText.Binding] = []
    for part in parts {
      reader.read(part)
      guard plan.isBound(part) else { continue }
      let name = names.next()
      bindings.append(.init(name: name, expression: reader[part].phrase.text))
      reader.replace(part, by: .name(name, order: graph.shape(of: part).order))
    }
    return BoundText(expression: reader.phrase(of: root, orientation).text, bindings: bindings)
  }
}

/// Which parts of an expression get a name.
private struct BindingPlan {
  private var bound: Set<NodeID> = []

  var isEmpty: Bool { bound.isEmpty }

  func isBound(_ node: NodeID) -> Bool { bound.contains(node) }

  /// A part is bound if it is used twice and worth a name, or too large or deep to be written
  /// within another; none is while the whole is small.
  init(parts: [NodeID], root: NodeID, graph: ExpressionGraph, limit: Int) {
    let worthName = 3
    let largest = 200
    var extents: [NodeID: Extent] = Dictionary(minimumCapacity: parts.count)
    for part in parts { extents[part] = Extent(of: part, in: graph, below: extents) }
    let whole = extents[root] ?? Extent()
    guard whole.operations > limit || whole.depth > Extent.greatestDepth else { return }
    let isLarge = whole.operations > limit
    let uses = graph.useCounts(of: parts)
    for part in parts where part != root {
      let extent = Extent(of: part, in: graph, below: extents)
      let isShared = isLarge && (uses[part] ?? 0) > 1 && extent.operations >= worthName
      let isTooLarge = isLarge && extent.operations > largest
      if isShared || isTooLarge || extent.depth >= Extent.greatestDepth / 2 {
        bound.insert(part)
        extents[part] = Extent()
      } else {
        extents[part] = extent
      }
    }
  }
}

extension ExpressionGraph {
  fileprivate func useCounts(of parts: [NodeID]) -> [NodeID: Int] {
    var uses: [NodeID: Int] = Dictionary(minimumCapacity: parts.count)
    for part in parts where !isNamed(part) {
      for operand in operands(of: part) { uses[operand, default: 0] += 1 }
    }
    return uses
  }

  /// Every name that occurs among the parts.
  fileprivate func names(of parts: [NodeID]) -> Set<String> {
    var names: Set<String> = []
    for part in parts {
      switch operation(of: part) {
      case .variable(let id): names.insert(self[id].name)
      case .definition(let id): names.insert(self[id].name)
      case .application(let id): names.insert(self[id].function.name)
      case .dimension(let id): names.formUnion(self[id].symbols)
      case .number, .pi, .sum, .product, .elementwise, .reduction, .vectorFunction, .literal,
        .slice, .selector, .choice, .matrixFunction, .reshape, .join, .triangle:
        break
      }
      if !isScalar(part) { names.formUnion(shape(of: part).dimensions.flatMap(\.symbols)) }
    }
    return names
  }
}

/// Names `v1`, `v2` … with a letter that starts no taken name of that form.
private struct FreshNames {
  private let stem: String
  private var count = 0

  init(taken: Set<String>) {
    let stems = ["v", "w", "u", "z", "part", "shared", "binding"]
    let plain = Set(taken.map { $0.filter { $0 != "_" } })
    func collides(_ stem: String) -> Bool {
      plain.contains { $0.hasPrefix(stem) && $0.dropFirst(stem.count).allSatisfy(\.isNumber) }
    }
    stem =
      stems.first { !collides($0) } ?? "v"
      + String(repeating: "v", count: taken.map(\.count).max() ?? 0)
  }

  mutating func next() -> String {
    count += 1
    return stem + String(count)
  }
}
