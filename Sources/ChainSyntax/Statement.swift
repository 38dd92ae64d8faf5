package import ChainDiagnostics

/// One line of a source.
///
/// A statement that could be read in part is kept with what is known, so that its names do not
/// seem unknown elsewhere; what is missing is nil or a `missing` expression.
package enum Statement: Sendable {
  indirect case declaration(DeclarationSyntax)
  indirect case functionDeclaration(FunctionDeclarationSyntax)
  case definition(DefinitionSyntax)
  indirect case query(QuerySyntax)
  indirect case point(PointSyntax)
  indirect case dimensions(DimensionsSyntax)
  indirect case setting(SettingSyntax)
  indirect case plot(PlotSyntax)

  /// From the first to the last character of the statement.
  package var range: SourceRange {
    switch self {
    case .declaration(let syntax): return syntax.range
    case .functionDeclaration(let syntax): return syntax.range
    case .definition(let syntax): return syntax.range
    case .query(let syntax): return syntax.range
    case .point(let syntax): return syntax.range
    case .dimensions(let syntax): return syntax.range
    case .setting(let syntax): return syntax.range
    case .plot(let syntax): return syntax.range
    }
  }
}

/// Inputs with their shape: `a, b : R^n positive`.
package struct DeclarationSyntax: Sendable {
  package let names: [NameSyntax]
  /// Nil if it could not be read.
  package let space: SpaceSyntax?
  package let properties: [PropertySyntax]
  package let range: SourceRange

  package init(
    names: [NameSyntax], space: SpaceSyntax?, properties: [PropertySyntax], range: SourceRange
  ) {
    self.names = names
    self.space = space
    self.properties = properties
    self.range = range
  }
}

/// An abstract function: `g : R^n, R -> R^n`.
package struct FunctionDeclarationSyntax: Sendable {
  package let names: [NameSyntax]
  /// One space an argument, at least one.
  package let domain: [SpaceSyntax]
  /// Nil if it could not be read.
  package let codomain: SpaceSyntax?
  package let range: SourceRange

  package init(
    names: [NameSyntax], domain: [SpaceSyntax], codomain: SpaceSyntax?, range: SourceRange
  ) {
    self.names = names
    self.domain = domain
    self.codomain = codomain
    self.range = range
  }
}

/// A named value or function: `r = x - A*s`, `f(x) = x^2`.
package struct DefinitionSyntax: Sendable {
  package let name: NameSyntax
  /// Nil where there are no brackets; never empty, never a name twice.
  package let parameters: [NameSyntax]?
  package let body: ExpressionID
  package let range: SourceRange

  package init(
    name: NameSyntax, parameters: [NameSyntax]?, body: ExpressionID, range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.range = range
  }
}

/// Where to evaluate: `at x = [1; 2], t = 0.5`.
package struct PointSyntax: Sendable {
  package let values: [AssignmentSyntax]
  package let range: SourceRange

  package init(values: [AssignmentSyntax], range: SourceRange) {
    self.values = values
    self.range = range
  }
}

/// `where m = 3, n = 2m`: each value is written as a dimension is.
package struct DimensionsSyntax: Sendable {
  package let values: [AssignmentSyntax]
  package let range: SourceRange

  package init(values: [AssignmentSyntax], range: SourceRange) {
    self.values = values
    self.range = range
  }
}

/// A name and what it is given.
package struct AssignmentSyntax: Sendable {
  package let name: NameSyntax
  package let value: ExpressionID

  package init(_ name: NameSyntax, _ value: ExpressionID) {
    self.name = name
    self.value = value
  }
}

/// A matter of presentation: `set title "The chain rule"`.
package struct SettingSyntax: Sendable {
  package let key: String
  package let keyRange: SourceRange
  /// Without quotes; nil for a key alone.
  package let value: String?
  /// Of the value with its quotes, empty where there is none.
  package let valueRange: SourceRange
  package let range: SourceRange

  package init(
    key: String, keyRange: SourceRange, value: String?, valueRange: SourceRange, range: SourceRange
  ) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
    self.valueRange = valueRange
    self.range = range
  }
}

/// A curve or a map of contours: `plot f, t = 0 .. 3, secants 4`.
package struct PlotSyntax: Sendable {
  package struct Interval: Sendable {
    package let name: NameSyntax
    package let from: ExpressionID
    package let to: ExpressionID
  }

  package struct Option: Sendable {
    package let name: NameSyntax
    package let value: ExpressionID?
  }

  package let function: ExpressionID
  package let intervals: [Interval]
  package let options: [Option]
  package let range: SourceRange

  package init(
    function: ExpressionID, intervals: [Interval], options: [Option], range: SourceRange
  ) {
    self.function = function
    self.intervals = intervals
    self.options = options
    self.range = range
  }
}
