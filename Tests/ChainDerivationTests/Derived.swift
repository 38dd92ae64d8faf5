import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ChainNotation
import ChainSyntax
import ExpressionGraph
import NumericEvaluation

/// A figure derived from its source text, with its parts by name.
struct Derived {
  let derivation: Derivation
  private let notation: Notation

  /// What was wrong with the source, if anything.
  struct Refusal: Error {
    let diagnostics: [Diagnostic]
  }

  /// - Parameter collapse: the definitions to be drawn as one box.
  init(
    _ text: String, detail: Detail = .auto, pathLimit: Int = 8, collapse: Set<String> = []
  ) throws {
    let source = SourceText(name: "test", text)
    guard let syntax = parse(source).figures.first else { throw Refusal(diagnostics: []) }
    let elaboration = elaborate(syntax, in: source)
    guard let figure = elaboration.figure else {
      throw Refusal(diagnostics: syntax.diagnostics + elaboration.diagnostics)
    }
    derivation = derive(Derived.request(figure, detail, pathLimit, collapse))
    notation = Notation(graph: derivation.graph)
  }

  private static func request(
    _ figure: ElaboratedFigure, _ detail: Detail, _ pathLimit: Int, _ collapse: Set<String>
  ) -> DerivationRequest {
    var point = Environment(sizes: figure.sizes)
    let given = Evaluator(figure.graph, roots: figure.point.map(\.value), sizes: figure.sizes)
    let values = given(point)
    for row in figure.point { point.values[row.node] = values[row.value] }
    let outputs = figure.queries.map(\.output)
    let collapsed = figure.graph.nodes(below: outputs).filter { node in
      guard case .definition(let id) = figure.graph.operation(of: node) else { return false }
      return collapse.contains(figure.graph[id].name)
    }
    return DerivationRequest(
      graph: figure.graph, inputs: figure.inputs,
      queries: figure.queries.map { query in
        DerivativeQuery(
          output: query.output, inputs: query.wrt,
          component: query.heldInputs.last?.component ?? [], outputName: query.outputName,
          inputNames: query.heldInputs.map(\.name))
      },
      point: figure.point.isEmpty ? nil : point, detail: detail, pathLimit: pathLimit,
      collapsed: collapsed)
  }
}

extension Derived {
  var figure: FigureGraph { derivation.figure }

  func text(_ node: NodeID, _ orientation: Orientation = .row) -> String {
    notation.phrase(of: node, orientation: orientation).text
  }

  /// The name a node goes by; of an unnamed one its formula.
  func name(_ node: FigureNodeID) -> String { text(figure[node].reference) }

  var names: [String] { figure.nodes.indices.map { name(FigureNodeID($0)) } }

  func number(_ node: NodeID?) -> Double? {
    node.flatMap { derivation.value(of: $0) }?.scalar
  }

  /// Every edge as `to <- from: Jacobian`, with its strands where there are several.
  var edges: [String] {
    figure.edges.map { edge in
      let strands = edge.strands.count > 1 ? edge.strands.map { text($0) } : []
      let parts = strands.isEmpty ? "" : " = " + strands.joined(separator: " + ")
      return "\(name(edge.to)) <- \(name(edge.from)): \(text(edge.jacobian))\(parts)"
    }
  }

  /// Every listed path of every query as `x1 f: product`.
  var paths: [String] {
    derivation.derivatives.flatMap(\.products).map { product in
      product.path.nodes.map(name).joined(separator: " ") + ": " + text(product.product)
    }
  }

  var totals: [String] { derivation.derivatives.map { text($0.total) } }

  /// Whether central differences and the sum over the figure's edges say the same.
  var isSound: Bool { derivation.derivatives.allSatisfy(\.isSound) }
}
