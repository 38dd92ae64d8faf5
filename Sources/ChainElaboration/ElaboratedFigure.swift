package import ChainDiagnostics
package import ChainSyntax
package import ExpressionGraph

/// What one figure of a source means: an expression graph, and which of its nodes are what.
package struct ElaboratedFigure: Sendable {
  package var graph: ExpressionGraph
  /// Variables in source order: every declared one, and of the implied ones those that occur.
  package var inputs: [NodeID]
  /// The named intermediates that the queries need, in source order.
  ///
  /// An instance of a function stands after the definition it is an instance of. Without a query, those that the last
  /// definition needs.
  package var definitions: [NodeID]
  package var queries: [ElaboratedQuery]
  /// One value a name, in source order of the names' first values.
  package var point: [PointValue]
  /// Lengths of symbolic dimensions, by name: what `where` says and what the point implies.
  package var sizes: [String: Int]
  /// As written; keys and values are not validated here.
  package var settings: [SettingSyntax]
  /// In the order written.
  package var plots: [ElaboratedPlot]
  /// Where each node was first written.
  package var ranges: SourceRanges
  /// Where each definition node comes from.
  package var definitionSources: [NodeID: DefinitionSource]
  /// Inputs and definitions that are rows: the graph knows only axes.
  package var rows: Set<NodeID>
}

/// A derivative to show.
package struct ElaboratedQuery: Sendable {
  package let output: NodeID
  /// Above the bar as the source spells it, without brackets and without `d`.
  package let outputName: String
  /// One entry a differentiation, in the order written; as many as the order of the derivative.
  package let heldInputs: [HeldInput]
  /// Whether the output depends on something besides what stands below the bar: on other inputs,
  /// or on a definition that is held as if it were an input.
  package let isPartial: Bool
  package let range: SourceRange

  package init(
    output: NodeID, outputName: String, heldInputs: [HeldInput], isPartial: Bool,
    range: SourceRange
  ) {
    self.output = output
    self.outputName = outputName
    self.heldInputs = heldInputs
    self.isPartial = isPartial
    self.range = range
  }

  /// The nodes below the bar.
  package var wrt: [NodeID] { heldInputs.map(\.node) }
}

/// What stands below the bar of a query once.
package struct HeldInput: Hashable, Sendable {
  /// A variable, or a definition that is held as an input.
  package let node: NodeID
  /// The part of the node by which is differentiated, `x[1]`; nil for all of it.
  package let component: [SlicePattern.Axis]?
  /// As the source spells it.
  package let name: String

  package init(node: NodeID, component: [SlicePattern.Axis]?, name: String) {
    self.node = node
    self.component = component
    self.name = name
  }
}

/// What the point gives a variable, or a definition that a query holds as an input.
package struct PointValue: Sendable {
  package let node: NodeID
  /// An expression without variables, of the node's shape with every length known.
  package let value: NodeID
  /// Of the name; in the overriding source if `isOverriding`.
  package let range: SourceRange
  /// Whether the value comes from outside the figure's source.
  package let isOverriding: Bool

  package init(node: NodeID, value: NodeID, range: SourceRange, isOverriding: Bool) {
    self.node = node
    self.value = value
    self.range = range
    self.isOverriding = isOverriding
  }
}

/// Where a definition node stands in the source.
package struct DefinitionSource: Hashable, Sendable {
  /// Of the name where it is defined.
  package let name: SourceRange
  /// Of what the name stands for.
  package let body: SourceRange
  /// Of the application that made an instance: `f(a)`.
  package let application: SourceRange?

  package init(name: SourceRange, body: SourceRange, application: SourceRange?) {
    self.name = name
    self.body = body
    self.application = application
  }
}

/// The source range of every node that elaboration made.
package struct SourceRanges: Sendable {
  private var ranges: [SourceRange] = []

  package init() {}

  /// Nil for a node that was made later.
  package subscript(node: NodeID) -> SourceRange? {
    Int(node.index) < ranges.count ? ranges[Int(node.index)] : nil
  }

  /// Gives all nodes up to `count` that have no range yet this one.
  mutating func cover(_ count: Int, with range: SourceRange) {
    while ranges.count < count { ranges.append(range) }
  }
}

/// What elaboration found.
package struct Elaboration: Sendable {
  /// Nil if there is an error.
  package let figure: ElaboratedFigure?
  /// In reading order; those of the syntax are not repeated.
  package let diagnostics: [Diagnostic]
  /// Findings in the overriding point, whose ranges lie in its own source.
  package let overridingDiagnostics: [Diagnostic]

  package init(
    figure: ElaboratedFigure?, diagnostics: [Diagnostic], overridingDiagnostics: [Diagnostic]
  ) {
    self.figure = figure
    self.diagnostics = diagnostics
    self.overridingDiagnostics = overridingDiagnostics
  }
}

/// A figure of point statements that comes from elsewhere, with its own source.
package struct OverridingPoint: Sendable {
  package let figure: FigureSyntax
  package let source: SourceText

  package init(figure: FigureSyntax, source: SourceText) {
    self.figure = figure
    self.source = source
  }
}
