import ChainGeometry

extension LayoutGraph {
  /// The rank separation, larger where many arrows leave or enter one node, so that the outermost
  /// do not have to climb more than about four times as far as they go forward; at most doubled.
  var rankSeparationForFans: Double {
    var leaving = [Fan](repeating: Fan(), count: nodes.count)
    var entering = leaving
    for edge in edges where edge.from != edge.to {
      leaving[edge.from.value].add(breadth(of: edge.label ?? nodes[edge.to.value].size))
      entering[edge.to.value].add(breadth(of: edge.label ?? nodes[edge.from.value].size))
    }
    let climb = (leaving + entering).reduce(0) { max($0, $1.climb(separation: nodeSeparation)) }
    return min(max(rankSeparation, climb / 4), 2 * rankSeparation)
  }

  private func breadth(of size: Size) -> Double {
    switch direction {
    case .right, .left: size.height
    case .up, .down: size.width
    }
  }
}

/// What one node's arrows lead to, side by side.
private struct Fan {
  private var count = 0
  private var breadth = 0.0

  mutating func add(_ breadth: Double) {
    count += 1
    self.breadth += breadth
  }

  /// How far the outermost stands from the middle, all being of one breadth.
  func climb(separation: Double) -> Double {
    count < 2 ? 0 : (breadth / Double(count) + separation) * Double(count - 1) / 2
  }
}
