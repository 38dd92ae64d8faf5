package import ChainDerivation
package import ChainScene
package import ChainTheme
package import MathTypesetting

/// What a figure shows, without sizes and places, for formats that set it anew.
package struct FigureOutline: Sendable {
  /// What a node is, which decides its shape.
  package enum Look: Hashable, Sendable {
    case input, parameter, constant, definition, operation, abstract, output
  }

  package struct Node: Sendable {
    package var look: Look
    /// Definition, space, value, derivatives, as far as they are shown.
    package var lines: [Formula]
    /// Without its values, as in `x₁ = sin t`.
    package var title: Formula
    package var value: Formula?
    /// `∂f/∂x₁`, with its value if it is shown, where derivatives stand at nodes.
    package var derivative: Formula?
    package var sentence: String
  }

  package struct Edge: Sendable {
    /// Positions among the nodes.
    package var from: Int
    package var to: Int
    /// `∂f/∂x = 2x = 0.959`.
    package var label: Formula?
    /// The shape of a Jacobian that is not scalar.
    package var shape: Formula?
    /// The numbers, as the reader sees them, of the paths along it.
    package var paths: [Int]
    /// One a path that has one.
    package var colors: [Color]
    /// Whether its partial is zero.
    package var isZero: Bool
    package var sentence: String
  }

  /// A line of the derivation below the graph; its parts after the first begin with a relation.
  package struct Row: Sendable {
    package var isTotal: Bool
    /// The position of the query it belongs to, if it belongs to one.
    package var query: Int?
    /// The position of the product it writes among those of its query.
    package var product: Int?
    package var number: Int?
    package var via: Formula?
    package var parts: [Formula]
  }

  /// `∂f/∂x = 2x = 0.959` of two nodes, whatever their number of arrows.
  package struct LocalDerivative: Sendable {
    /// The position of the edge in the figure.
    package var edge: Int
    package var equation: Formula
    /// The shape of a Jacobian that is not scalar.
    package var shape: Formula?
  }

  package var title: Formula?
  package var facts: [Formula]
  package var nodes: [Node]
  package var edges: [Edge]
  package var localDerivatives: [LocalDerivative]
  package var rows: [Row]
  package var notes: [Formula]
  package var caption: Formula?
  /// How each derivative was checked, a sentence each.
  package var checks: [String]
  /// Sentences that let a reader follow the figure without seeing it.
  package var description: String
  package var direction: FigureDirection
  package var theme: Theme
}

/// What the figure of a derivation shows; equal arguments give equal outlines.
package func outline(
  of derivation: Derivation, header: FigureHeader = FigureHeader(),
  options: FigureOptions = FigureOptions()
) -> FigureOutline {
  let wording = Wording(derivation, options)
  let content = FigureContent(wording, header: header)
  return FigureOutline(
    title: content.title, facts: content.facts, nodes: content.nodes.map(\.outline),
    edges: content.edges.map { $0.outline(options.theme) },
    localDerivatives: wording.localDerivatives, rows: content.panel.map(\.outline),
    notes: content.notes, caption: content.caption, checks: wording.checkSentences,
    description: header.alternative ?? wording.description(of: content),
    direction: options.direction, theme: options.theme)
}

extension Wording {
  fileprivate var localDerivatives: [FigureOutline.LocalDerivative] {
    figure.edges.indices.compactMap { index in
      let id = FigureEdgeID(index)
      guard figure[figure[id].from].role != .constant else { return nil }
      let label = label(of: figure[id].jacobian, edge: id, isWhole: true)
      return label.formula(.full).map {
        FigureOutline.LocalDerivative(edge: index, equation: $0, shape: label.badge)
      }
    }
  }
}

extension NodeContent {
  fileprivate var outline: FigureOutline.Node {
    FigureOutline.Node(
      look: outlineLook, lines: lines.map(\.formula), title: lines[0].formula,
      value: lines.first { $0.ink == .value }?.formula,
      derivative: lines.first { $0.ink == .derivative }?.formula, sentence: sentence)
  }

  private var outlineLook: FigureOutline.Look {
    switch look {
    case .input: .input
    case .parameter: .parameter
    case .constant: .constant
    case .definition: .definition
    case .operation: .operation
    case .abstract: .abstract
    case .output: .output
    }
  }
}

extension EdgeContent {
  fileprivate func outline(_ theme: Theme) -> FigureOutline.Edge {
    FigureOutline.Edge(
      from: from, to: to, label: label.formula(.full), shape: label.badge,
      paths: paths.map { $0.index + 1 }, colors: paths.map { theme.color(of: .path($0)) },
      isZero: isZero, sentence: sentence)
  }
}

extension PanelRow {
  fileprivate var outline: FigureOutline.Row {
    let (product, query): (Int?, Int?) =
      switch subject {
      case .product(let product, let query): (product, query)
      case .total(let query): (nil, query)
      case .node, .edge, nil: (nil, nil)
      }
    return FigureOutline.Row(
      isTotal: kind == .total, query: query, product: product, number: number.map { $0.index + 1 },
      via: via,
      parts: [lead, formula, numbers, value].filter { !$0.isEmpty }.map { pieces in
        pieces.count == 1 ? pieces[0].formula : .row(pieces.map(\.formula))
      })
  }
}

extension Piece {
  /// The piece in a line of formulas; the number of a path becomes ①.
  fileprivate var formula: Formula {
    switch self {
    case .formula(let formula, _): formula
    case .number(let path): .ordinary(circledDigit(path.index + 1))
    case .structure: .row([])
    }
  }
}

/// ① for 1; at most 20 have a sign of their own.
package func circledDigit(_ number: Int) -> Unicode.Scalar {
  Unicode.Scalar(0x2460 + UInt32(min(max(number, 1), 20)) - 1) ?? "\u{2460}"
}
