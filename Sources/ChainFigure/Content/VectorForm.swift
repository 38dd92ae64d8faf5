import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

/// The sum over paths of two edges as a row of derivatives times a column of derivatives, for
/// abstract functions: [∂f/∂x₁ ∂f/∂x₂][dx₁/dt; dx₂/dt].
struct VectorForm {
  let product: Formula
  let shapes: Formula

  init?(wording: Wording, query: QueryDerivation, group: PathGroup) {
    let paths = group.products.map { query.products[$0].path }
    guard paths.count > 1, query.remainder == nil, paths.allSatisfy({ $0.edges.count == 2 }),
      paths.contains(where: { $0.edges.contains(where: wording.isAbstract) }),
      paths.allSatisfy({ $0.nodes.allSatisfy { wording.shape($0).isScalar } })
    else { return nil }
    let row = paths.map { wording.symbol($0.edges[1]).onOneLine }
    let column = paths.map { [wording.symbol($0.edges[0]).onOneLine] }
    product = .row([
      .matrix(rows: [row], left: "[", right: "]"), .matrix(rows: column, left: "[", right: "]"),
    ])
    let length = Shape([Dimension(paths.count)])
    shapes = JacobianShape.productFormula(
      [
        JacobianShape(output: .scalar, input: length),
        JacobianShape(output: length, input: .scalar),
      ], result: JacobianShape(output: .scalar, input: .scalar))
  }
}

extension Wording {
  /// Whether an expression mentions an abstract function or a derivative of one.
  func involvesAbstract(_ root: NodeID) -> Bool {
    derivation.graph.nodes(below: [root]).contains { node in
      if case .application = derivation.graph.operation(of: node) { true } else { false }
    }
  }
}
