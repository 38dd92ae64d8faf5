import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// One pass over a figure: the graph as it grows, and what has been found on the way.
///
/// The shapes of inputs that nothing declares are assumptions of the pass; a use that says more
/// becomes a wish, and the figure is elaborated again with it.
struct Elaborator {
  let syntax: FigureSyntax
  let source: SourceText
  let names: Names
  var dimensions: DimensionTable
  var graph = ExpressionGraph()
  var ranges = SourceRanges()
  var diagnostics: [Diagnostic] = []

  /// One an input of `names`.
  var inputs: [InputState] = []
  /// One an abstract function of `names`; nil if its spaces could not be read.
  var abstractFunctions: [AbstractFunction?] = []
  var abstractRows: [Bool] = []

  /// One a definition of `names`, as itself.
  var definitions: [Outcome]
  var instances: [Instance: Int] = [:]
  var instanceOutcomes: [InstanceOutcome] = []
  /// What must be worked out before the expression at hand can be.
  var pending: [Task] = []
  /// Every definition node, as it was made.
  var definitionNodes: [DefinitionNode] = []
  /// How often each definition is applied inside others that are applied, by definition.
  var nestedApplications: [Int: Int] = [:]
  /// Whether one of these was too many; then no more are worked out.
  var isTooNested = false
  var rows: Set<NodeID> = []

  /// Whether a use that a scalar would fit too may ask for a shape.
  var wishesByUse = true
  /// Shapes that uses ask for, by input; the first wins.
  var wishes: [Int: Space] = [:]
  /// Inputs that are used as vectors while nothing says how long they are; reported once.
  var missingShapes = OnceList()
  var reportedNames = OnceList()
  /// The names among which a misspelt one is looked up; the user's, found when first needed.
  lazy var knownNames = names.known(in: syntax)
  /// The last definition, where the figure asks for no derivative.
  var shownDefinition: NodeID?
  /// Whether variables are refused: in the values of a point.
  var allowsOnlyConstants = false

  /// An input with the shape this pass gives it.
  struct InputState {
    let node: NodeID
    let isRow: Bool
    /// Whether the shape is only assumed.
    let isOpen: Bool
    /// Whether the shape could not be read; silent from then on.
    let isBroken: Bool
  }

  /// How far a definition has come.
  enum Outcome {
    case unknown, running, failed
    case known(Value)
  }

  /// A function at arguments.
  struct Instance: Hashable {
    let definition: Int
    let arguments: [Value]
  }

  struct InstanceOutcome {
    let instance: Instance
    /// Of the application that asked for it first.
    let range: SourceRange
    /// The application as a reader would write it.
    let text: String
    var outcome: Outcome
  }

  struct DefinitionNode {
    let node: NodeID
    /// Position in `Names.definitions`.
    let definition: Int
    let source: DefinitionSource
  }

  /// Something to work out.
  enum Task: Hashable {
    case definition(Int)
    case instance(Int)
  }

  /// What names mean inside a body besides what they mean everywhere.
  struct Scope {
    var bindings: [NameID: Value] = [:]
    /// Where the function at hand is applied, to be shown with what goes wrong in its body.
    var application: SourceRange?

    static let global = Scope()
  }

  init(
    _ syntax: FigureSyntax, in source: SourceText, names: Names, dimensions: DimensionTable
  ) {
    self.syntax = syntax
    self.source = source
    self.names = names
    self.dimensions = dimensions
    definitions = Array(repeating: .unknown, count: names.definitions.count)
  }

  func range(of id: ExpressionID) -> SourceRange { syntax.expressions[id].range }

  func spelling(_ name: NameID) -> String { syntax.names[name].spelling }

  func shape(of value: Value) -> Shape { graph.shape(of: value.node) }

  func space(of value: Value) -> Space { Space(shape: shape(of: value), isRow: value.isRow) }

  func isScalar(_ value: Value) -> Bool {
    value.contextual == nil && graph.isScalar(value.node)
  }

  /// The number a value is, if it is one.
  func number(_ value: Value) -> Number? {
    value.contextual == nil ? graph.constant(value.node) : nil
  }

  /// Takes note of an error and gives the error value, on which later checks are silent.
  mutating func fail<Result>(_ diagnostic: Diagnostic, in scope: Scope) -> Result? {
    report(diagnostic, in: scope)
    return nil
  }

  /// Takes note of a finding, in an applied function together with where it is applied.
  mutating func report(_ diagnostic: Diagnostic, in scope: Scope) {
    guard let application = scope.application else {
      diagnostics.append(diagnostic)
      return
    }
    let label = Diagnostic.Label(application, "applied here")
    diagnostics.append(
      Diagnostic(
        diagnostic.severity, id: diagnostic.id, diagnostic.message, at: diagnostic.primary,
        secondary: diagnostic.secondary + [label], notes: diagnostic.notes,
        help: diagnostic.help, replacement: diagnostic.replacement))
  }

  /// What an expression stands for; nil if it is wrong, which has been reported, or if it must
  /// wait for what is pending.
  mutating func value(of id: ExpressionID, in scope: Scope) -> Value? {
    let expression = syntax.expressions[id]
    let value = unrecorded(expression, id, in: scope)
    ranges.cover(graph.count, with: expression.range)
    return value
  }

  private mutating func unrecorded(
    _ expression: ExpressionSyntax, _ id: ExpressionID, in scope: Scope
  ) -> Value? {
    switch expression.kind {
    case .missing: return nil
    case .number(let literal): return Value(graph.number(Number(literal)))
    case .name(let name): return self.value(of: name, at: expression.range, in: scope)
    case .string: return fail(.misplacedString(expression.range), in: scope)
    case .negation(let operand): return value(of: operand, in: scope).map { negated($0) }
    case .sum(let terms): return sum(terms, in: scope)
    case .product(let factors): return product(factors, in: scope)
    case .power(let base, let exponent, let isElementwise):
      return power(base, exponent, isElementwise: isElementwise, expression.range, in: scope)
    case .transpose(let operand):
      guard let operandValue = value(of: operand, in: scope) else { return nil }
      return transposed(Operand(operandValue, range(of: operand)), in: scope)
    case .application(let head, let arguments):
      return application(head, arguments, expression.range, in: scope)
    case .index(let operand, let subscripts):
      return indexed(operand, subscripts, expression.range, in: scope)
    case .literal(let rows): return literal(rows, expression.range, in: scope)
    case .norm(let operand, let kind): return norm(operand, kind, in: scope)
    case .root(let operand):
      return value(of: operand, in: scope).flatMap {
        elementwise(.sqrt, Operand($0, range(of: operand)), in: scope)
      }
    case .comparison: return fail(.misplacedComparison(expression.range), in: scope)
    }
  }
}

/// A value with where it stands, for messages.
struct Operand {
  var value: Value
  let range: SourceRange

  init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Number {
  /// Exactly what is written while that fits, the nearest double beyond.
  init(_ literal: DecimalLiteral) {
    let isDecimal = literal.exponent < 0
    if let integer = literal.integer {
      self.init(integer)
    } else if isDecimal, literal.exponent > -19, let digits = Int64(literal.digits),
      let exact = Number(
        numerator: digits,
        denominator: (0..<(-literal.exponent)).reduce(Int64(1)) { power, _ in power * 10 },
        isDecimal: true)
    {
      self = exact
    } else {
      self.init(Double("\(literal.digits)e\(literal.exponent)") ?? .infinity)
    }
  }
}
