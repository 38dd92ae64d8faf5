import ExpressionGraph

/// How tightly a phrase holds together in text: what its surroundings decide brackets by.
enum Binding: Hashable {
  case sum, negation, times, scaled, chain, hadamard, quotient, entrywiseQuotient, power, transpose
  case atom
}

extension Set<Binding> {
  /// What a prime, a power or an index can be put behind.
  static let atom: Set = [.atom]
  /// What can stand among the factors of any product.
  static let factor: Set = [.atom, .power, .transpose]
  /// What can stand behind a minus sign or above a slash.
  static let product: Set = [
    .atom, .power, .transpose, .times, .scaled, .chain, .hadamard, .quotient, .entrywiseQuotient,
  ]
  static let scalarFactor: Set = [.atom, .power, .transpose, .times, .quotient]
  static let tensorFactor: Set = [.atom, .power, .transpose, .chain, .hadamard, .entrywiseQuotient]
  static let entrywise: Set = [.atom, .power, .transpose, .hadamard, .entrywiseQuotient]
}

extension Phrase {
  /// How the phrase's text holds together.
  var binding: Binding {
    switch self {
    case .sum: .sum
    case .negated: .negation
    case .times: .times
    case .indexed(let product):
      product.summed.isEmpty && product.factors.count == 1 ? .atom : .times
    case .scaled: .scaled
    case .chain: .chain
    case .hadamard: .hadamard
    case .quotient: .quotient
    case .entrywiseQuotient: .entrywiseQuotient
    case .power, .entrywisePower: .power
    case .transpose: .transpose
    case .triangular(_, let pattern): pattern.mask == nil ? .atom : .hadamard
    case .vectorFunction(let function, _): function == .softmax ? .atom : .sum
    case .index, .number, .pi, .name, .instance, .ellipsis, .elementwise, .reduction, .linear,
      .matrixFunction, .reshape, .kronecker, .join, .triangle,
      .identity, .ones, .zeros, .unit, .literal, .contraction, .choice, .application, .commutation:
      .atom
    }
  }
}
