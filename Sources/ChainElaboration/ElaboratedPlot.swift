package import ChainDiagnostics
package import ExpressionGraph

/// A plot to draw: a scalar function over an interval, or over a rectangle.
package struct ElaboratedPlot: Sendable {
  /// What is plotted, a scalar.
  package let function: NodeID
  /// As the source spells it.
  package let functionName: String
  package let functionRange: SourceRange
  /// Whether the function is named without its arguments although it is defined with some: `f` of
  /// `f(x) = …`.
  package let leavesOutArguments: Bool
  /// One or two, in the order written; the first runs to the right.
  package let intervals: [Interval]
  package let options: Options
  package let range: SourceRange

  /// What a variable runs through.
  package struct Interval: Sendable {
    /// A variable, or a definition that is held as an input; a scalar.
    package let node: NodeID
    /// As the source spells it.
    package let name: String
    /// Expressions without variables, scalars.
    package let from: NodeID
    package let to: NodeID
    /// Of the two bounds.
    package let range: SourceRange
  }

  /// What is drawn besides the curve or the contours.
  package struct Options: Hashable, Sendable {
    /// How many secants; nil for none.
    package var secants: Int?
    package var hasTangent = false
    /// How many arrows stand along the longer side; nil for none.
    package var arrows: Int?
    /// About how many contours there are; nil for as many as read well.
    package var levels: Int?
  }
}

/// A word that a plot may end with.
package enum PlotOption: String, Sendable, CaseIterable {
  case secants, tangent, gradients, levels

  /// How many variables the plots it belongs to have.
  var variableCount: Int {
    switch self {
    case .secants, .tangent: 1
    case .gradients, .levels: 2
    }
  }

  /// The numbers that may follow it; nil if none may.
  var counts: ClosedRange<Int>? {
    switch self {
    case .secants: 1...12
    case .tangent: nil
    case .gradients: 2...40
    case .levels: 1...40
    }
  }

  /// The number it means where none follows.
  var standardCount: Int {
    switch self {
    case .secants: 3
    case .tangent: 0
    case .gradients: 9
    case .levels: 10
    }
  }
}
