import ChainDerivation
import ChainNotation
import ExpressionGraph
import TensorCalculus

/// Where the entries of a Jacobian vanish or agree, and the sides of the rectangle that shows it.
package struct MatrixStructure: Hashable {
  package enum Kind: String, Hashable, CaseIterable {
    case dense, diagonal, identity, symmetric, zero
    /// A Kronecker product with an identity: blocks that repeat.
    case kronecker = "Kronecker"
  }

  let kind: Kind
  /// Lengths in the proportions of the matrix, an unknown one of a middling length.
  let rows: Int
  let columns: Int
}

extension Wording {
  private static let nominalLength = 6
  /// Matrices of no longer sides are written out.
  private static let longestWritten = 3

  /// The structure of a local Jacobian that is too large to be written out; nil of one that is
  /// not, or of which nothing is known.
  func structure(of jacobian: NodeID, on edge: FigureEdgeID) -> MatrixStructure? {
    let shape = jacobianShape(edge)
    let sides = sides(of: shape)
    guard !isAbstract(edge), sides.contains(where: { $0 ?? .max > Self.longestWritten }) else {
      return nil
    }
    let lengths = sides.map { $0 ?? Self.nominalLength }
    return MatrixStructure(
      kind: kind(of: jacobian, shape), rows: lengths[0], columns: lengths[1])
  }

  /// Rows and columns where they are known: the output's entries by the input's, or those of the
  /// matrix where the other side is a scalar.
  private func sides(of shape: JacobianShape) -> [Int?] {
    let input = shape.inputs[0]
    if shape.output.isScalar, input.order == 2 { return input.dimensions.map(\.known) }
    if input.isScalar, shape.output.order == 2 { return shape.output.dimensions.map(\.known) }
    let sides = [shape.output.entryCount, input.entryCount]
    return shape.isTurned ? sides.reversed() : sides
  }

  private func kind(of jacobian: NodeID, _ shape: JacobianShape) -> MatrixStructure.Kind {
    let graph = derivation.graph
    if isZero(jacobian) { return .zero }
    if case .product(let id) = graph.operation(of: jacobian) {
      let labels = graph[id].output
      let isPlain = graph.operands(of: jacobian).isEmpty && graph[id].coefficient.isOne
      if Set(labels).count < labels.count {
        let half = shape.output.order
        let isDiagonal =
          labels.count == 2 * half && Set(labels).count == half
          && labels.prefix(half).elementsEqual(labels.suffix(half))
        return isDiagonal ? (isPlain ? .identity : .diagonal) : .kronecker
      }
    }
    var simplifier = Simplifier(facts: true)
    let isSquare = shape.output.order == 1 && shape.inputs[0].order == 1
    return isSquare && simplifier.isSymmetric(jacobian, in: graph) ? .symmetric : .dense
  }
}
