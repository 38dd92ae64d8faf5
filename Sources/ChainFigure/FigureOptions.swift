package import ChainNotation
package import ChainScene
package import ChainTheme
package import MathTypesetting

/// What is written on edges, on nodes and below the graph.
package struct Show: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The local derivative on each edge.
  package static let jacobians = Show(rawValue: 1)
  /// The product along each path, below the graph.
  package static let products = Show(rawValue: 2)
  package static let values = Show(rawValue: 4)
  /// Shapes of what is not scalar.
  package static let shapes = Show(rawValue: 8)
  /// The total derivative alone, where products are not shown.
  package static let totals = Show(rawValue: 16)
  /// How the derivatives were checked, in small type.
  package static let check = Show(rawValue: 32)
  /// How many multiplications the derivatives take, by the order of multiplying.
  package static let cost = Show(rawValue: 64)
  /// A label's value on a line of its own, for a page whose numbers change.
  package static let valuesApart = Show(rawValue: 1 << 15)

  package static let standard: Show = [.jacobians, .products, .values, .shapes]
}

/// Where the arrows point.
package enum FigureDirection: String, Hashable, Sendable, CaseIterable {
  /// Right where that fits the profile, else up.
  case auto
  case right, up, down, left
}

/// Which total derivatives stand at the nodes.
package enum DerivativeMode: String, Hashable, Sendable, CaseIterable {
  case none
  /// The output by each node.
  case reverse
  /// Each node by the input.
  case forward
  case both

  var showsAdjoints: Bool { self == .reverse || self == .both }
  var showsTangents: Bool { self == .forward || self == .both }
}

/// How a figure shows a derivation.
package struct FigureOptions: Hashable, Sendable {
  package var show: Show
  package var direction: FigureDirection
  package var profile: Profile
  package var mode: DerivativeMode
  /// Significant digits of numbers.
  package var digits: Int
  package var theme: Theme
  /// What the theme's colours become for a reader who prefers a dark page.
  package var darkColors: [ColorChange]
  /// How derivatives are written.
  package var form: DerivativeForm
  /// How names are set.
  package var style: FormulaStyle
  /// Whether the figure is revealed step by step.
  package var isStepped: Bool
  /// Numbers of paths and names of nodes that are drawn strong among the rest.
  package var highlight: [String]

  package init(
    show: Show = .standard, direction: FigureDirection = .auto, profile: Profile = .slide,
    mode: DerivativeMode = .none, digits: Int = 4, theme: Theme = .light,
    darkColors: [ColorChange] = [],
    form: DerivativeForm = .standard, style: FormulaStyle = .plain,
    isStepped: Bool = false, highlight: [String] = []
  ) {
    self.show = show
    self.direction = direction
    self.profile = profile
    self.mode = mode
    self.digits = digits
    self.theme = theme
    self.darkColors = darkColors
    self.form = form
    self.style = style
    self.isStepped = isStepped
    self.highlight = highlight
  }
}

/// What is written around a figure; texts may hold formulas between dollar signs.
package struct FigureHeader: Hashable, Sendable {
  package var title: String?
  package var caption: String?
  /// What a reader who cannot see the figure is told instead of the description we write.
  package var alternative: String?
  /// Facts under the title, such as `f: R² → R` or the point.
  package var facts: [Formula]

  package init(
    title: String? = nil, caption: String? = nil, alternative: String? = nil,
    facts: [Formula] = []
  ) {
    self.title = title
    self.caption = caption
    self.alternative = alternative
    self.facts = facts
  }
}
