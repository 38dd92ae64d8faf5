import ChainDerivation
import ChainFigure
import ChainRendering
import ChainScene
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// The HTML of one figure.
struct PageMarkup {
  private let figure: PageFigure
  private let program: PageProgram
  /// Why the point cannot be changed; nil where it can.
  private let obstacle: String?

  init(_ figure: PageFigure) {
    self.figure = figure
    do throws(PageProgram.Obstacle) {
      program = try PageProgram(of: figure.roots, in: figure.derivation)
      obstacle = nil
    } catch {
      program = PageProgram(fixing: figure.roots, in: figure.derivation)
      obstacle = error.sentence
    }
  }

  private var font: MathFont { figure.scene.font }

  var html: String {
    """
    <article class="figure">
    \(header)<div class="graphbox">
    \(graph)</div>
    \(steps)\(point)\(panel)<div class="tables">
    \(nodeTable)\(edgeTable)</div>
    \(footer)<script type="application/json">\(figure.data(program).json)</script>
    </article>

    """
  }

  private var header: String {
    figure.outline.title.map { "<h1>\(lineOfText($0, font: font))</h1>\n" } ?? ""
  }

  /// The drawing, without the declaration that only a file of its own has.
  private var graph: String {
    let document = String(
      decoding: svg(figure.scene, options: SVGOptions(transparent: true, marks: true)),
      as: UTF8.self)
    let element = document.drop { $0 != "\n" }.dropFirst()
    return element.replacingFirst("<svg ", with: "<svg class=\"graph\" ")
  }

  private var steps: String {
    """
    <div class="steps" role="group" aria-label="Steps through values and derivatives">
    <button type="button" class="start" aria-label="To the beginning">|◀</button>
    <button type="button" class="back" aria-label="Step back">◀</button>
    <input type="range" min="0" max="0" value="0" aria-label="Step">
    <button type="button" class="forth" aria-label="Step forward">▶</button>
    <button type="button" class="end" aria-label="Show all">▶|</button>
    <p class="step" aria-live="polite"></p>
    </div>

    """
  }
}

// MARK: The point

extension PageMarkup {
  /// More entries than this are not edited one by one.
  private static let mostEntries = 36

  private var point: String {
    let variables = figure.derivation.graph
    let isVariable = { (node: NodeID) in
      if case .variable = variables.operation(of: node) { true } else { false }
    }
    let fields = program.inputs.filter { isVariable($0.node) }.map { field($0.row, $0.node) }
    let reason = obstacle.map { "<p class=\"reason\">The point is fixed here: \($0).</p>\n" } ?? ""
    let reset = "<button type=\"button\" class=\"reset\"\(disabled)>Reset</button>\n"
    return "<form class=\"point\" aria-label=\"The point\" onsubmit=\"return false\">\n"
      + fields.joined() + reset + reason + "</form>\n"
  }

  private var disabled: String { obstacle == nil ? "" : " disabled" }

  private func field(_ row: Int, _ node: NodeID) -> String {
    let graph = figure.derivation.graph
    guard case .variable(let id) = graph.operation(of: node),
      let shape = graph.shape(of: node).lengths(figure.derivation.sizes)
    else { return "" }
    let index = figure.derivation.figure.nodes.firstIndex { $0.reference == node }
    let name = index.map(figure.name) ?? graph[id].name
    let sign = index.map { formulaPicture(figure.nameFormula(of: $0), font: font) }
    let count = shape.reduce(1, *)
    guard count <= Self.mostEntries else {
      return "<span>\(escaped(name)) keeps its \(count) entries: too many to edit here</span>\n"
    }
    let values = figure.derivation.value(of: node)?.data
    let rules = EntryRules(graph[id].properties, shape)
    let inputs = (0..<count).map { entry in
      let value = values.map { " value=\"\(JSONValue.number($0[entry]).json)\"" } ?? ""
      let label = shape.isEmpty ? name : "\(name), entry \(entry + 1)"
      return "<input type=\"number\" step=\"any\" data-input=\"\(row)\"\(value)"
        + " aria-label=\"\(escaped(label))\"\(rules.attributes(of: entry))\(disabled)>"
    }
    let columns = shape.count == 2 ? shape[1] : 1
    let note = rules.note.map { "<small> \($0)</small>" } ?? ""
    return "<span>\(sign ?? escaped(name)) = <span class=\"entries\""
      + " style=\"grid-template-columns:repeat(\(columns),auto)\">\(inputs.joined())</span>\(note)</span>\n"
  }
}

// MARK: Derivation

extension PageMarkup {
  private var panel: String {
    let rows = figure.outline.rows
    guard !rows.isEmpty else { return "" }
    let lines = rows.enumerated().map { index, row in
      line(row, isLastOfQuery: index + 1 == rows.count || rows[index + 1].query != row.query)
    }
    return "<section aria-label=\"Chain rule\">\n<h2>Chain rule</h2>\n" + lines.joined()
      + "</section>\n"
  }

  private func line(_ row: FigureOutline.Row, isLastOfQuery: Bool) -> String {
    let product = row.product.flatMap { position in row.query.map { ($0, position) } }
    let target = product.map { " data-product=\"\(index(of: $0.1, query: $0.0))\"" } ?? ""
    let number = row.number.map { pathNumber($0) + " " }
    let via = row.via.map { "<span>\(lineOfText($0, font: font))</span> " }
    let parts = row.parts.map { lineOfText($0, font: font) + " " }
    return "<div class=\"row\(row.isTotal ? " total" : "")\" tabindex=\"0\"\(target)>"
      + (number ?? "") + (via ?? "") + parts.joined()
      + output(of: row, isLastOfQuery: isLastOfQuery) + "</div>\n"
  }

  /// A product's position among those of all queries.
  private func index(of position: Int, query: Int) -> Int {
    figure.derivation.derivatives[..<query].reduce(position) { $0 + $1.products.count }
  }

  /// A place for the row's number: a product's with its factors, a query's at its last row.
  private func output(of row: FigureOutline.Row, isLastOfQuery: Bool) -> String {
    guard let query = row.query else { return "" }
    let derivative = figure.derivation.derivatives[query]
    if let position = row.product {
      let product = derivative.products[position]
      let factors = product.factors.compactMap(program.row).map(String.init)
      return output(program.row(product.product), factors: factors.joined(separator: ","))
    }
    return isLastOfQuery ? output(program.row(derivative.total)) : ""
  }

  private func output(_ row: Int?, factors: String = "", style: String = "") -> String {
    guard let row else { return "" }
    let list = factors.isEmpty ? "" : " data-factors=\"\(factors)\""
    return "<output\(style) data-row=\"\(row)\"\(list)></output>"
  }
}

// MARK: Tables

extension PageMarkup {
  private var nodeTable: String {
    let rows = figure.derivation.figure.nodes.indices.map { index in
      let title = lineOfText(figure.outline.nodes[index].title, font: font)
      let value = output(program.row(figure.derivation.figure.nodes[index].reference))
      let adjoint = output(program.row(figure.adjoint(index)), style: " class=\"adjoint\"")
      return "<tr tabindex=\"0\" data-node=\"\(index)\"><th scope=\"row\">\(title)</th>"
        + "<td>\(value)</td><td>\(adjoint)</td></tr>\n"
    }
    let name = figure.adjointQuery?.outputs.first.map { figure.name(of: $0.index) }
    let note = name.map { ", and the derivatives of \(escaped($0))" } ?? ""
    return "<table>\n<caption>Values\(note)</caption>\n" + rows.joined() + "</table>\n"
  }

  private var edgeTable: String {
    let rows = figure.outline.localDerivatives.map { derivative in
      let edge = figure.derivation.figure.edges[derivative.edge]
      let equation = lineOfText(derivative.equation, font: font)
      return "<tr tabindex=\"0\" data-edge=\"\(derivative.edge)\"><th scope=\"row\">\(equation)"
        + "</th><td>\(output(program.row(edge.jacobian)))</td></tr>\n"
    }
    return "<table>\n<caption>Local derivatives</caption>\n" + rows.joined() + "</table>\n"
  }

  private var footer: String {
    let lines = figure.outline.notes + (figure.outline.caption.map { [$0] } ?? [])
    let paragraphs =
      lines.map { lineOfText($0, font: font) } + figure.outline.checks.map(escaped)
    return "<footer>\n" + paragraphs.map { "<p>\($0)</p>\n" }.joined() + "</footer>\n"
  }
}

extension PageProgram.Obstacle {
  /// The reason as part of a sentence, safe in HTML.
  fileprivate var sentence: String {
    switch self {
    case .abstract(let name): "\(escaped(name)) is abstract and has no numbers"
    case .symbolicSize: "a size is a symbol; give it with <code>where</code>"
    case .tooLarge: "the figure holds too many numbers for a page to work out again"
    }
  }
}

extension Substring {
  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    guard hasPrefix(text) else { return String(self) }
    return other + dropFirst(text.count)
  }
}
