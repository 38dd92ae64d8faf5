import ExpressionGraph
import NumericEvaluation

extension ExpressionGraph {
  mutating func scalar(_ name: String, _ properties: Properties = []) -> NodeID {
    variable(Variable(name: name, shape: .scalar, properties: properties))
  }

  mutating func tensor(
    _ name: String, _ lengths: [Int], _ properties: Properties = []
  ) -> NodeID {
    variable(
      Variable(name: name, shape: Shape(lengths.map { Dimension($0) }), properties: properties))
  }

  mutating func times(_ coefficient: Int, _ node: NodeID) -> NodeID {
    sum([(Number(coefficient), node)])
  }

  mutating func plus(_ a: NodeID, _ b: NodeID) -> NodeID { sum([(.one, a), (.one, b)]) }

  mutating func minus(_ a: NodeID, _ b: NodeID) -> NodeID { sum([(.one, a), (.minusOne, b)]) }

  mutating func power(_ node: NodeID, _ exponent: Number, times coefficient: Number = .one)
    -> NodeID
  {
    scalarProduct(coefficient: coefficient, [(node, exponent)])
  }

  /// A product in the letters of einsum: `"ij,jk->ik"`.
  mutating func einsum(_ text: String, _ operands: NodeID..., extents: [Int]) -> NodeID {
    let letters = Array(Set(text.filter(\.isLetter))).sorted()
    let labels = { (part: Substring) in
      part.filter(\.isLetter).map { Label(letters.firstIndex(of: $0) ?? 0) }
    }
    let arrow = text.firstIndex(of: ">") ?? text.endIndex
    let factors = text[..<arrow].split(separator: ",", omittingEmptySubsequences: false)
    return product(
      ProductPattern(
        factors: factors.map { .init(labels: labels($0)) }, output: labels(text[arrow...]),
        extents: extents.map { Dimension($0) }), operands)
  }
}

/// The value of one node, with the given values of variables.
///
/// A free function, since a method's graph would be read before its argument adds a node.
func evaluate(
  _ node: NodeID, in graph: ExpressionGraph, _ values: [NodeID: Tensor] = [:],
  sizes: [String: Int] = [:]
) -> Tensor? {
  Evaluator(graph, roots: [node], sizes: sizes)(
    Environment(values: values, sizes: sizes))[node]
}

/// Random numbers for tests, the same on every run.
func randomTensor(_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor {
  Tensor(shape: shape, data: (0..<shape.reduce(1, *)).map { _ in generator.normal() })
}

func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  a == b || a.isNaN && b.isNaN || abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-300)
}

func isClose(_ a: Tensor?, _ b: Tensor, _ tolerance: Double = 1e-12) -> Bool {
  guard let a, a.shape == b.shape else { return false }
  return zip(a.data, b.data).allSatisfy { abs($0 - $1) <= tolerance * max(1, b.largestMagnitude) }
}
