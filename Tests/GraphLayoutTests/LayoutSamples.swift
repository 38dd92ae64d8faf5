import ChainGeometry
import GraphLayout

extension LayoutGraph.Node {
  /// A box, or an ellipse where it is first.
  static func box(
    _ width: Double, _ height: Double, _ rank: LayoutGraph.Rank = .free
  ) -> LayoutGraph.Node {
    .init(
      size: Size(width: width, height: height), shape: rank == .first ? .ellipse : .box,
      rank: rank)
  }
}

extension LayoutGraph.Edge {
  static func arrow(_ from: Int, _ to: Int) -> LayoutGraph.Edge {
    .init(from: .init(from), to: .init(to))
  }

  static func labelled(
    _ from: Int, _ to: Int, _ width: Double = 60, _ height: Double = 24
  ) -> LayoutGraph.Edge {
    .init(from: .init(from), to: .init(to), label: Size(width: width, height: height))
  }
}

/// f(x₁, x₂) with x₁ and x₂ functions of t.
func diamond(_ direction: LayoutGraph.Direction = .right) -> LayoutGraph {
  LayoutGraph(
    direction: direction,
    nodes: [.box(40, 30, .first), .box(60, 34), .box(60, 34), .box(80, 34, .last)],
    edges: [.labelled(0, 1), .labelled(0, 2), .labelled(1, 3), .labelled(2, 3)])
}

/// SplitMix64, after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// A graph like those of computations: mostly short edges, some that skip, some parallel.
func randomGraph(seed: UInt64) -> LayoutGraph {
  var random = SeededGenerator(seed: seed)
  let count = Int.random(in: 2...30, using: &random)
  let inputs = Int.random(in: 1...max(1, min(5, count / 3)), using: &random)
  var graph = LayoutGraph(
    direction: LayoutGraph.Direction.allCases.randomElement(using: &random) ?? .right)
  for node in 0..<count {
    let rank: LayoutGraph.Rank = node < inputs ? .first : node == count - 1 ? .last : .free
    graph.nodes.append(
      .box(
        .random(in: 24...110, using: &random), .random(in: 20...50, using: &random), rank))
  }
  for node in inputs..<count {
    let operands = Int.random(in: 1...2, using: &random)
    for _ in 0..<operands {
      let isSkip = Int.random(in: 0..<6, using: &random) == 0
      let from = isSkip ? 0..<node : max(0, node - 4)..<node
      graph.addRandomStrands(.random(in: from, using: &random), node, using: &random)
    }
  }
  return graph
}

extension LayoutGraph {
  fileprivate mutating func addRandomStrands(
    _ from: Int, _ to: Int, using random: inout SeededGenerator
  ) {
    let strands = Int.random(in: 0..<8, using: &random) == 0 ? 2 : 1
    for _ in 0..<strands {
      let isPlain = Int.random(in: 0..<8, using: &random) == 0
      edges.append(
        isPlain
          ? .arrow(from, to)
          : .labelled(
            from, to, .random(in: 30...120, using: &random), .random(in: 14...40, using: &random)))
    }
  }
}
