import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ExpressionGraph

/// Bounds on what is derived and drawn, which keep time and memory within what a reader of the
/// figure would wait for.
enum FigureSize {
  /// Nodes of a figure whose derivation is written.
  static let derivedNodes = 200_000
  /// Nodes of a figure that is laid out.
  static let drawnNodes = 3000
  static let queries = 1000
  /// Every query looks at every node.
  static let work = 400_000
  /// Numbers worked out for one plot.
  static let plotWork = 100_000_000

  /// What is too large about a figure; nil if it can be derived.
  ///
  /// - Parameter isDrawn: whether a picture is wanted, which holds far less than a derivation.
  static func finding(
    _ figure: ElaboratedFigure, detail: Detail, isDrawn: Bool
  ) -> Diagnostic? {
    let count = figure.queries.count
    guard count <= queries else {
      return .error(
        "figure-too-large", "the figure asks for \(count) derivatives, the limit is \(queries)",
        at: figure.queries[queries].range, help: mend)
    }
    let nodes = nodeCount(figure, detail: detail)
    guard nodes <= derivedNodes else {
      return .error(
        "figure-too-large", "the figure has \(nodes) nodes, the limit is \(derivedNodes)",
        at: figure.queries.first?.range, help: mend)
    }
    if isDrawn, let problem = drawingProblem(nodeCount: nodes) {
      let overview = detail == .functions ? "" : "draw fewer nodes with `--detail functions`, "
      return .error(
        "figure-too-large", problem, at: figure.queries.first?.range,
        help: overview + "split it into figures with lines `---`, "
          + "or write it with `chaingraph derive`, which has no such limit")
    }
    guard nodes * count <= work else {
      return .error(
        "figure-too-large", "\(count) derivatives of a figure of \(nodes) nodes are too many",
        at: figure.queries.first?.range, help: mend)
    }
    return nil
  }

  /// Why a figure that was derived is not drawn; nil if it is.
  static func drawingProblem(nodeCount: Int) -> String? {
    nodeCount > drawnNodes
      ? "a figure of \(nodeCount) nodes is too large to draw, the limit is \(drawnNodes)" : nil
  }

  private static let mend = "ask for less, or split it into figures with lines `---`"

  /// As many nodes as the figure will have, before entries of vectors are counted.
  private static func nodeCount(_ figure: ElaboratedFigure, detail: Detail) -> Int {
    let graph = figure.graph
    let nodes = graph.nodes(below: figure.queries.map(\.output))
    guard detail != .operations else { return nodes.count }
    return nodes.count { node in
      switch graph.operation(of: node) {
      case .variable, .definition, .application: true
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice:
        false
      }
    }
  }
}
