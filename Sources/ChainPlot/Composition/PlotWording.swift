import ChainDerivation
import ChainFigure
import ChainNotation
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// The names, formulas and numbers that a plot's text is put together from.
struct PlotWording {
  let numbers: NumberFormat
  /// What the function is called: its own name, or a letter that nothing else has.
  let name: Formula
  let variables: [Formula]
  /// What the function is called on an axis: `f(t)`, or `y`.
  let label: Formula
  /// The function written out in its variables: `f(t) = t²`; nil where that is too long.
  let definition: Formula?
  private let subject: PlotSubject
  private let notation: Notation

  /// Longer expressions are not written beside others.
  private static let longestFormula = 24

  init(_ subject: PlotSubject, digits: Int) {
    self.subject = subject
    numbers = NumberFormat(digits: digits)
    var graph = subject.derivation.graph
    let derivatives = subject.derivation.derivatives
    let function = derivatives[0].query.output
    let body = graph.inlined(function, keeping: Set(derivatives.map { $0.query.inputs[0] }))
    let notation = Notation(graph: graph)
    self.notation = notation
    let variables = subject.variables.map { Name($0.name).formula() }
    self.variables = variables
    let call = "(" + subject.variables.map(\.name).joined(separator: ", ") + ")"
    let own = graph.definitionName(of: function, calledWith: call)
    name = Name(own?.name ?? graph.freeName()).formula()
    let hasArguments = own == nil || own?.isCalled == true || subject.leavesOutArguments
    label = hasArguments ? .row([name, .list(variables)]) : name
    let isShort = notation.operationCount(of: body) <= Self.longestFormula
    definition =
      isShort ? .row([label, .relation("="), notation.phrase(of: body).formula()]) : nil
  }

  /// The function at arguments: `f(1 + h)`.
  func call(_ arguments: [Formula]) -> Formula { .row([name, .list(arguments)]) }

  /// Where the point is, as short as can be: a number of few digits, or the variable's own name.
  func place(of variable: Int, at value: Double) -> Formula {
    isExact(value) ? numbers.formula(of: value) : variables[variable]
  }

  /// ∂f/∂x, or df/dt where there is but one variable.
  func symbol(of variable: Int) -> Formula {
    let isTotal = variables.count == 1
    return .styled(
      .display,
      DerivativeSymbol(of: name, by: [variables[variable]], isTotal: isTotal).formula)
  }

  /// A partial derivative in the variables; nil where it is too long, or no more than a number.
  func derivative(by variable: Int) -> Formula? {
    let node = subject.derivation.derivatives[variable].total
    guard notation.operationCount(of: node) <= Self.longestFormula,
      subject.derivation.graph.constant(node) == nil
    else { return nil }
    return notation.ofDerivatives.phrase(of: node).formula()
  }

  /// `df/dt = 2t = 2`; the sign says where the number is rounded.
  func derivativeRow(by variable: Int, value: Double) -> [Piece] {
    var pieces: [Piece] = [.formula(symbol(of: variable))]
    if let formula = derivative(by: variable) {
      pieces.append(.formula(.row([.thickSpace, .relation("="), formula])))
    }
    let number = Formula.row([.thickSpace, relation(to: value), numbers.formula(of: value)])
    return pieces + [.formula(number, .derivative)]
  }

  /// `=`, or `≈` before a number that is rounded.
  func relation(to value: Double) -> Formula {
    .relation(isExact(value) ? "=" : "\u{2248}")
  }

  /// Whether a number is what is written of it, but for the last digits of its calculation.
  func isExact(_ value: Double) -> Bool {
    abs(numbers.rounded(value) - value) <= 1e-14 * abs(value)
  }

  /// `∂f/∂x = 2`.
  func slope(of variable: Int, _ value: Double) -> Formula {
    .row([symbol(of: variable), relation(to: value), numbers.formula(of: value)])
  }

  /// A number in a sentence.
  func words(_ value: Double) -> String { numbers.text(of: value).description }

  /// `t = 1`.
  func equation(_ variable: Int, _ value: Double) -> Formula {
    .classed(
      .ordinary, .row([variables[variable], relation(to: value), numbers.formula(of: value)]))
  }
}

extension PlotSubject {
  /// How the derivatives were checked.
  var checkSentence: String { derivation.checkSentences.joined(separator: " ") }
}

extension Formula {
  /// What stands before a sign of equality that begins a piece of a line.
  static let thickSpace = Formula.space(mu: 5)

  /// Arguments in parentheses.
  fileprivate static func list(_ arguments: [Formula]) -> Formula {
    .parenthesized(.row(Array(arguments.map { [$0] }.joined(separator: [.punctuation(",")]))))
  }
}

extension ExpressionGraph {
  /// The name of a definition, and whether it was called, with just these arguments; nil for what
  /// has no name, or was called with others.
  fileprivate func definitionName(
    of node: NodeID, calledWith call: String
  ) -> (name: String, isCalled: Bool)? {
    guard case .definition(let id) = operation(of: node) else { return nil }
    guard let application = self[id].application else { return (self[id].name, false) }
    return application == self[id].name + call ? (self[id].name, true) : nil
  }

  /// A letter for a function, taken by nothing else.
  fileprivate func freeName() -> String {
    var taken: Set<String> = []
    for index in 0..<count {
      switch operation(of: NodeID(index: Int32(index))) {
      case .variable(let id): taken.insert(self[id].name)
      case .definition(let id): taken.insert(self[id].name)
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join,
        .triangle:
        continue
      }
    }
    return ["f", "g", "h", "u", "v"].first { !taken.contains($0) } ?? "F"
  }
}
