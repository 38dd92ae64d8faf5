import ExpressionGraph

/// How many scalar multiplications the chain rule takes on the figure graph, by the order in which
/// Jacobians are multiplied.
///
/// The product of Jacobians of shapes w + v and v + u takes one for each value that their indices
/// can have together; additions, and the Jacobians themselves, are not counted.
package struct Multiplications: Sendable {
  package struct Counts: Sendable {
    /// Each path by itself, from the output's end, as the panel shows it.
    package let paths: Count
    /// Node by node from the inputs, and from the outputs.
    package let forward: Count
    package let reverse: Count
    /// In the best order found in which nodes can be eliminated.
    package let best: Count
    /// That order.
    package let order: [FigureNodeID]
    /// Whether no order of nodes is better; with many nodes each next one is only the cheapest.
    package let isExact: Bool

    /// Whether neither from the inputs nor from the outputs is as good as the best order.
    package var isBetterThanModes: Bool { best != forward && best != reverse }
  }

  /// Every Jacobian a full matrix.
  package let dense: Counts
  /// What is known to be zero left out, and products with entries 0, 1 and −1 free.
  package let structured: Counts
  /// The sizes of symbolic dimensions at which orders were compared.
  package let sizes: [(symbol: String, length: Int)]

  /// The same, symbols of one size together.
  package var sizeGroups: [(symbols: [String], length: Int)] {
    sizes.reduce(into: []) { groups, size in
      if let place = groups.firstIndex(where: { $0.length == size.length }) {
        groups[place].symbols.append(size.symbol)
      } else {
        groups.append(([size.symbol], size.length))
      }
    }
  }

  /// Whether what is known of zeros and signs saves a multiplication.
  package var hasStructure: Bool {
    dense.paths != structured.paths || dense.forward != structured.forward
      || dense.reverse != structured.reverse || dense.best != structured.best
  }
}

extension Derivation {
  /// A symbolic dimension without a size counts as this large when orders are compared.
  private static let typicalLength = 1000

  /// Counts the multiplications of a query of order one; nil for the orders above.
  ///
  /// Complexity: linear in the figure's edges for each end, apart from the best order.
  package func multiplications(of query: QueryDerivation) -> Multiplications? {
    guard query.query.inputs.count == 1 else { return nil }
    var seen: Set<String> = []
    let shapes = figure.nodes.map { graph.shape(of: $0.reference) }
    let symbols = shapes.flatMap(\.dimensions).flatMap(\.symbols).filter {
      seen.insert($0).inserted
    }
    let lengths = symbols.sorted().map { ($0, sizes[$0] ?? Self.typicalLength) }
    let dense = counts(of: query, lengths) { edge, outputOrder in
      JacobianStructure(dense: graph.shape(of: edge.jacobian), outputOrder: outputOrder)
    }
    let structured = counts(of: query, lengths) { edge, outputOrder in
      graph.structure(of: edge.jacobian, outputOrder: outputOrder)
    }
    return Multiplications(dense: dense, structured: structured, sizes: lengths)
  }

  private func counts(
    of query: QueryDerivation, _ sizes: [(String, Int)],
    structure: (FigureGraph.Edge, Int) -> JacobianStructure
  ) -> Multiplications.Counts {
    var table = StructureTable(sizes: Dictionary(uniqueKeysWithValues: sizes))
    let structures = figure.edges.map { edge in
      let outputOrder = graph.shape(of: figure[edge.to].reference).order
      return table.id(of: structure(edge, outputOrder))
    }
    let paths = figure.pathCost(
      from: query.inputs, to: query.outputs, structures, in: &table)
    let elimination = EliminationGraph<StructureTable>(
      of: figure, from: query.inputs, to: query.outputs,
      jacobian: { structures[$0.index] }, in: &table)
    let forward = elimination.forwardCost(in: &table)
    let reverse = elimination.reverseCost(in: &table)
    let best = elimination.bestOrder(in: &table)
    return Multiplications.Counts(
      paths: paths, forward: forward, reverse: reverse,
      best: elimination.cost(of: best.order, in: &table),
      order: best.order.map { elimination.figureNodes[$0.index] }, isExact: best.isExact)
  }
}

extension EliminationGraph<StructureTable> {
  /// What tangents of every vertex by every input take.
  fileprivate func forwardCost(in table: inout StructureTable) -> Count {
    sweep(figureNodes.indices.map(Vertex.init), from: isInput, along: outgoing, in: &table) {
      table, edge, accumulated in table.multiply(edge, accumulated)
    }
  }

  /// What adjoints of every vertex by every output take.
  fileprivate func reverseCost(in table: inout StructureTable) -> Count {
    let order = figureNodes.indices.reversed().map(Vertex.init)
    return sweep(order, from: isOutput, along: incoming, in: &table) { table, edge, accumulated in
      table.multiply(accumulated, edge)
    }
  }

  private func sweep(
    _ order: [Vertex], from isStart: [Bool], along edges: [[Edge]], in table: inout StructureTable,
    product: (inout StructureTable, StructureTable.ID, StructureTable.ID) -> StructureTable.Product
  ) -> Count {
    var total = Count.zero
    for start in order where isStart[start.index] {
      var accumulated = [StructureTable.ID?](repeating: nil, count: order.count)
      for vertex in order {
        guard vertex == start || accumulated[vertex.index] != nil else { continue }
        for edge in edges[vertex.index] {
          var share = edge.jacobian
          if vertex != start, let derivative = accumulated[vertex.index] {
            let step = product(&table, edge.jacobian, derivative)
            total = total + step.cost
            share = step.structure
          }
          let known = accumulated[edge.vertex.index]
          accumulated[edge.vertex.index] = known.map { table.sum(of: $0, share) } ?? share
        }
      }
    }
    return total
  }

  /// What eliminating vertices in an order takes.
  fileprivate func cost(of order: [Vertex], in table: inout StructureTable) -> Count {
    var remaining = self
    var total = Count.zero
    for vertex in order {
      for pair in remaining.products(at: vertex) {
        total = total + table.multiply(pair.outer, pair.inner).cost
      }
      remaining.eliminate(vertex, in: &table)
    }
    return total
  }
}

extension FigureGraph {
  /// What the products along all paths take, each by itself from the output's end.
  ///
  /// Paths are not enumerated: those that meet in a node with products of one structure are counted
  /// together, as often as there are ways from an input to where they go on.
  fileprivate func pathCost(
    from inputs: [FigureNodeID], to outputs: [FigureNodeID], _ structures: [StructureTable.ID],
    in table: inout StructureTable
  ) -> Count {
    let ways = pathCounts(from: inputs)
    var total = Count.zero
    for output in outputs {
      var tails = [PathTails](repeating: PathTails(), count: nodes.count)
      for node in topologicalOrder.reversed() where ways[node.index] != Natural(0) {
        for edge in outgoing[node.index] where node != output {
          let target = edges[edge.index].to
          let structure = structures[edge.index]
          if target == output { tails[node.index].add(structure, Natural(1)) }
          guard !inputs.contains(target) else { continue }
          for tail in tails[target.index].rows {
            let step = table.multiply(tail.structure, structure)
            total = total + step.cost * Count(tail.count * ways[node.index])
            tails[node.index].add(step.structure, tail.count)
          }
        }
      }
    }
    return total
  }

  /// How many paths lead to each node from any of the inputs.
  private func pathCounts(from inputs: [FigureNodeID]) -> [Natural] {
    var counts = [Natural](repeating: Natural(0), count: nodes.count)
    for node in topologicalOrder {
      counts[node.index] =
        inputs.contains(node)
        ? Natural(1)
        : incoming[node.index].reduce(Natural(0)) { $0 + counts[edges[$1.index].from.index] }
    }
    return counts
  }
}

/// The ways from a node to an output, by the structure of their product.
private struct PathTails {
  private(set) var rows: [(structure: StructureTable.ID, count: Natural)] = []

  mutating func add(_ structure: StructureTable.ID, _ count: Natural) {
    if let place = rows.firstIndex(where: { $0.structure == structure }) {
      rows[place].count = rows[place].count + count
    } else {
      rows.append((structure, count))
    }
  }
}
