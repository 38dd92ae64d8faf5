import ChainNotation
import ExpressionGraph
import NumericEvaluation
import TensorCalculus

/// A graph with values for its inputs, all lengths different unless a test says otherwise.
struct Bench {
  var graph = ExpressionGraph()
  var simplifier = Simplifier()
  var sizes = ["m": 2, "n": 3, "p": 4, "q": 5]
  var random: Random

  init(seed: UInt64 = 1) {
    random = Random(seed: seed)
  }

  mutating func build(_ sketch: Sketch) -> NodeID { sketch.build(&graph) }

  mutating func derivative(of sketch: Sketch, by inputs: Sketch...) -> NodeID {
    let output = build(sketch)
    let nodes = inputs.map { build($0) }
    return graph.derivative(of: output, by: nodes, simplifier: &simplifier)
  }

  func text(_ node: NodeID, _ orientation: Orientation = .row) -> String {
    Notation(graph: graph).phrase(of: node, orientation: orientation).text
  }

  func lengths(of node: NodeID) -> [Int] {
    graph.shape(of: node).dimensions.map { dimension in
      dimension.substituting { sizes[$0].map { Dimension($0) } }.known ?? 0
    }
  }

  /// Random values between the bounds for every input below the roots.
  mutating func point(
    for roots: [NodeID], in range: ClosedRange<Double> = -1...1
  ) -> [NodeID: Tensor] {
    var values: [NodeID: Tensor] = [:]
    for input in graph.variables(below: roots) {
      let shape = lengths(of: input)
      let data = (0..<shape.reduce(1, *)).map { _ in random.number(in: range) }
      values[input] = Tensor(shape: shape, data: data)
    }
    return values
  }

  /// The node's entries at a point, row by row; empty if it has no value.
  func value(_ node: NodeID, _ point: [NodeID: Tensor]) -> [Double] {
    var environment = Environment(values: point, sizes: sizes)
    for function in functions(below: node) {
      environment.functions[function] = StandIn(for: function, sizes: sizes, seed: 1)
    }
    return Evaluator(graph, roots: [node], sizes: sizes)(environment)[node]?.data ?? []
  }

  private func functions(below root: NodeID) -> [AbstractFunction] {
    graph.nodes(below: [root]).compactMap { node in
      if case .application(let id) = graph.operation(of: node) { graph[id].function } else { nil }
    }
  }

  /// The derivative by central differences of fourth order: output's entries, then input's.
  func differences(of output: NodeID, by input: NodeID, at point: [NodeID: Tensor]) -> [Double] {
    guard let centre = point[input] else { return [] }
    let step = 1e-3
    let columns = centre.data.indices.map { entry in
      let values = [-2.0, -1, 1, 2].map { offset in
        var moved = point
        moved[input]?.data[entry] += offset * step
        return value(output, moved)
      }
      return values[0].indices.map { row in
        (values[0][row] - 8 * values[1][row] + 8 * values[2][row] - values[3][row]) / (12 * step)
      }
    }
    return (columns.first ?? []).indices.flatMap { row in columns.map { $0[row] } }
  }
}

/// SplitMix64: the same numbers everywhere for a seed.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

/// Whether two lists of numbers agree, by default to the accuracy of differences.
func agree(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-7) -> Bool {
  guard a.count == b.count, !a.isEmpty else { return false }
  let scale = 1 + b.reduce(0) { max($0, abs($1)) }
  return zip(a, b).allSatisfy { x, y in
    abs(x - y) <= tolerance * scale || x.isNaN && y.isNaN || x == y
  }
}

extension Bench {
  /// A point that fixes one scalar.
  func at(_ x: NodeID, _ value: Double) -> [NodeID: Tensor] { [x: Tensor(value)] }
}
