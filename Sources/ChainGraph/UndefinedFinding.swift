import ChainDiagnostics
import ChainElaboration
import ChainNotation
import ExpressionGraph
import NumericEvaluation

extension Diagnostic {
  /// A value that the function itself does not have at the point, with the entry to blame.
  static func undefinedValue(
    _ undefined: UndefinedValue, _ figure: ElaboratedFigure, _ point: GivenPoint?,
    in source: SourceText
  ) -> Diagnostic {
    let culprit = Culprit(undefined, in: figure.graph, point)
    return .error(
      "undefined-value", undefined.reason.message(culprit?.value),
      at: figure.ranges[undefined.node] ?? figure.queries.first?.range,
      label: culprit?.sentence,
      help: undefined.reason.help(culprit?.name))
  }
}

/// The operand whose value an operation cannot take.
private struct Culprit {
  /// As an expression, if it is short.
  let name: String?
  /// The first value that is to blame.
  let value: Double
  let isEntry: Bool

  private static let longestName = 24

  init?(_ undefined: UndefinedValue, in graph: ExpressionGraph, _ point: GivenPoint?) {
    for (position, operand) in graph.operands(of: undefined.node).enumerated() {
      guard let tensor = point?.value(of: operand),
        let value = tensor.data.first(where: { value in
          graph.refuses(value, undefined, at: position)
        })
      else { continue }
      let text = Notation(graph: graph).phrase(of: operand).text
      name = text.count <= Self.longestName ? text : nil
      self.value = value
      isEntry = tensor.data.count > 1
      return
    }
    return nil
  }

  var sentence: String {
    let subject = name.map { isEntry ? "an entry of `\($0)`" : "`\($0)`" } ?? "the argument"
    // With the minus sign of the language.
    return "\(subject) is \(value < 0 ? "-" : "")\(DecimalText(abs(value)))"
  }
}

extension ExpressionGraph {
  /// Whether an operation is undefined for a value of an operand.
  fileprivate func refuses(
    _ value: Double, _ undefined: UndefinedValue, at position: Int
  ) -> Bool {
    switch undefined.reason {
    case .divisionByZero:
      guard case .product(let id) = operation(of: undefined.node) else { return value == 0 }
      return value == 0 && self[id].factors[position].exponent.isNegative
    case .logOfNonPositive:
      let isShifted = operation(of: undefined.node) == .elementwise(.log1p)
      return value <= (isShifted ? -1 : 0)
    case .rootOfNegative: return value < 0
    case .outOfDomain(let function): return !function.accepts(value)
    case .singular, .negativeDeterminant, .overflow: return false
    }
  }
}

extension ElementwiseFunction {
  fileprivate func accepts(_ value: Double) -> Bool {
    switch self {
    case .asin, .acos: value.magnitude <= 1
    case .atanh: value.magnitude < 1
    case .acosh: value >= 1
    case .power: value >= 0
    case .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh, .exp, .log, .log2, .log10, .log1p,
      .expm1, .sqrt, .abs, .sign, .relu, .leakyrelu, .elu, .gelu, .silu, .sigmoid, .softplus, .erf,
      .step, .atan2, .min, .max:
      true
    }
  }

  /// Where the function is defined, as the end of "choose a point where `x` is …".
  fileprivate var domain: String {
    switch self {
    case .asin, .acos: "between -1 and 1"
    case .atanh: "above -1 and below 1"
    case .acosh: "at least 1"
    case .power: "positive"
    case .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh, .exp, .log, .log2, .log10, .log1p,
      .expm1, .sqrt, .abs, .sign, .relu, .leakyrelu, .elu, .gelu, .silu, .sigmoid, .softplus, .erf,
      .step, .atan2, .min, .max:
      "in its domain"
    }
  }
}

extension UndefinedReason {
  fileprivate func message(_ value: Double?) -> String {
    switch self {
    case .divisionByZero: "division by zero at the point"
    case .logOfNonPositive:
      value == 0 ? "logarithm of 0 at the point" : "logarithm of a negative number at the point"
    case .rootOfNegative: "root of a negative number at the point"
    case .outOfDomain(.power): "broken power of a negative number at the point"
    case .outOfDomain(let function): "`\(function.name)` is not defined at the point"
    case .singular: "this matrix is singular at the point"
    case .negativeDeterminant: "the determinant is negative at the point"
    case .overflow: "the value at the point is too large for a number"
    }
  }

  fileprivate func help(_ name: String?) -> String {
    let place = "choose a point where \(name.map { "`\($0)`" } ?? "it")"
    return switch self {
    case .divisionByZero: "\(place) is not 0"
    case .logOfNonPositive: "\(place) is positive"
    case .rootOfNegative: "\(place) is not negative"
    case .outOfDomain(let function): "\(place) is \(function.domain)"
    case .singular: "choose a point where its determinant is not 0"
    case .negativeDeterminant: "choose a point where it is positive"
    case .overflow: "choose a point where it is smaller"
    }
  }
}
