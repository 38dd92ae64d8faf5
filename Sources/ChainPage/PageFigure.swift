package import ChainDerivation
package import ChainFigure
package import ChainScene
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// A figure as a page shows it: its graph drawn, what is said below it, and its mathematics.
package struct PageFigure: Sendable {
  /// The graph alone, its numbers in groups of their own.
  let scene: Scene
  /// What the figure says, without numbers too.
  let outline: FigureOutline
  let derivation: Derivation
  /// Significant digits.
  let digits: Int

  package init(scene: Scene, outline: FigureOutline, derivation: Derivation, digits: Int) {
    self.scene = scene
    self.outline = outline
    self.derivation = derivation
    self.digits = digits
  }

  /// What the graph of a page shows: every number in a place of its own, and nothing below.
  package static func graphOptions(_ options: FigureOptions) -> FigureOptions {
    var graph = options
    graph.show.subtract([.products, .totals, .cost, .check])
    graph.show.insert(.valuesApart)
    graph.mode = .reverse
    return graph
  }

  /// What an outline for a page shows.
  package static func outlineOptions(_ options: FigureOptions) -> FigureOptions {
    var outline = options
    outline.show.remove(.values)
    outline.mode = .reverse
    return outline
  }
}

extension PageFigure {
  /// The program with what the page has to know of nodes, edges and products.
  func data(_ program: PageProgram) -> JSONValue {
    let point = program.inputs.compactMap { input in
      derivation.value(of: input.node).map { value in
        (String(input.row), JSONValue.list(value.data.map { .number($0) }))
      }
    }
    return .object([
      ("digits", .integer(digits)), ("rows", .list(program.rows)), ("point", .object(point)),
      ("nodes", .list(derivation.figure.nodes.indices.map { node($0, program) })),
      ("edges", .list(derivation.figure.edges.map { edge($0, program) })),
      ("products", .list(products.map(product))),
      ("summary", .text("All values and derivatives are shown.")),
    ])
  }

  /// The query whose adjoints stand at the nodes: the first, if it has one output in the figure.
  var adjointQuery: QueryDerivation? {
    derivation.derivatives.first.flatMap { query in
      query.outputs.count == 1 && query.query.inputs.count == 1 ? query : nil
    }
  }

  func adjoint(_ index: Int) -> NodeID? {
    guard let adjoints = adjointQuery?.adjoints, adjoints.indices.contains(index) else {
      return nil
    }
    return adjoints[index]
  }

  /// All listed products, of all queries in turn.
  var products: [PathProduct] { derivation.derivatives.flatMap(\.products) }

  private func node(_ index: Int, _ program: PageProgram) -> JSONValue {
    let node = derivation.figure.nodes[index]
    let derivative = outline.nodes[index].derivative.map { linearText(beforeRelation($0)) }
    return .object([
      ("name", .text(name(of: index))), ("title", .text(linearText(outline.nodes[index].title))),
      ("symbol", .text(derivative ?? "")), ("row", optional(program.row(node.reference))),
      ("adjoint", optional(program.row(adjoint(index)))),
      ("isConstant", .flag(node.role == .constant)),
    ])
  }

  /// What stands before the first relation of a node's title.
  func nameFormula(of index: Int) -> Formula { beforeRelation(outline.nodes[index].title) }

  private func beforeRelation(_ formula: Formula) -> Formula {
    guard case .row(let items) = formula else { return formula }
    let name = items.prefix { item in
      if case .symbol(_, .relation, _) = item { false } else { true }
    }
    return name.count == 1 ? name[0] : .row(Array(name))
  }

  func name(of index: Int) -> String { linearText(nameFormula(of: index)) }

  private func edge(_ edge: FigureGraph.Edge, _ program: PageProgram) -> JSONValue {
    .object([
      ("from", .integer(edge.from.index)), ("to", .integer(edge.to.index)),
      ("row", optional(program.row(edge.jacobian))), ("isWritten", .flag(isWritten(edge))),
    ])
  }

  /// Whether the drawing has a place for the value of an edge: that of a scalar that varies.
  private func isWritten(_ edge: FigureGraph.Edge) -> Bool {
    derivation.graph.isScalar(edge.jacobian) && derivation.graph.constant(edge.jacobian) == nil
      && derivation.value(of: edge.jacobian) != nil
  }

  private func product(_ product: PathProduct) -> JSONValue {
    .object([("edges", .integers(product.path.edges.map(\.index)))])
  }

  private func optional(_ row: Int?) -> JSONValue { row.map { .integer($0) } ?? .null }

  /// Every node of the graph that the page writes as a number.
  var roots: [NodeID] {
    derivation.figure.nodes.map(\.reference) + derivation.figure.edges.map(\.jacobian)
      + derivation.derivatives.map(\.total) + products.map(\.product)
      + derivation.figure.nodes.indices.compactMap(adjoint)
  }
}
