import ChainSyntax

extension ExpressionSyntax.Kind {
  /// The expressions directly below, left to right.
  var operands: [ExpressionID] {
    switch self {
    case .missing, .number, .name, .string: []
    case .negation(let operand), .transpose(let operand), .norm(let operand, _),
      .root(let operand):
      [operand]
    case .power(let left, let right, _), .comparison(_, let left, let right): [left, right]
    case .sum(let terms): terms.map(\.expression)
    case .product(let factors): factors.map(\.expression)
    case .application(let head, let arguments): [head] + arguments.map(\.value)
    case .index(let operand, let subscripts): [operand] + subscripts.flatMap(\.operands)
    case .literal(let rows): rows.flatMap(\.self)
    }
  }
}
