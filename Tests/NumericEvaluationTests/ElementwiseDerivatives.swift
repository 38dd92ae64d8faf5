import ExpressionGraph

extension ExpressionGraph {
  /// The derivative of a function of one argument, by textbook rules.
  mutating func derivative(of f: ElementwiseFunction, _ x: NodeID) -> NodeID? {
    let half = Number(0.5)
    let value = elementwise(f, x)
    let square = power(x, 2)
    let one = number(1)
    switch f {
    case .sin: return elementwise(.cos, x)
    case .cos: return times(-1, elementwise(.sin, x))
    case .tan: return plus(one, power(value, 2))
    case .asin: return power(minus(one, square), -half)
    case .acos: return power(minus(one, square), -half, times: -1)
    case .atan: return power(plus(one, square), -1)
    case .sinh: return elementwise(.cosh, x)
    case .cosh: return elementwise(.sinh, x)
    case .tanh: return minus(one, power(value, 2))
    case .asinh: return power(plus(one, square), -half)
    case .acosh: return power(minus(square, one), -half)
    case .atanh: return power(minus(one, square), -1)
    case .exp: return value
    case .log: return power(x, -1)
    case .log2: return scalarProduct([(x, -1), (elementwise(.log, number(2)), -1)])
    case .log10: return scalarProduct([(x, -1), (elementwise(.log, number(10)), -1)])
    case .log1p: return power(plus(one, x), -1)
    case .expm1: return elementwise(.exp, x)
    case .sqrt: return power(x, -half, times: half)
    case .abs: return elementwise(.sign, x)
    case .sign, .step: return number(0)
    case .relu: return elementwise(.step, x)
    case .leakyrelu:
      let slope = number(Number(0.01))
      return plus(slope, scalarProduct(coefficient: Number(0.99), [(elementwise(.step, x), 1)]))
    case .elu: return elementwise(.exp, binary(.elementwise(.min), x, number(0)))
    case .gelu:
      // Φ(x) + x φ(x)
      let scale = power(number(2), -half)
      let erf = elementwise(.erf, scalarProduct([(x, 1), (scale, 1)]))
      let density = elementwise(.exp, scalarProduct(coefficient: -half, [(x, 2)]))
      let tail = scalarProduct([(x, 1), (density, 1), (scale, 1), (node(.pi), -half)])
      return sum([(half, one), (half, erf), (1, tail)])
    case .silu:
      let logistic = elementwise(.sigmoid, x)
      let rest = scalarProduct([(x, 1), (logistic, 1), (minus(one, logistic), 1)])
      return plus(logistic, rest)
    case .sigmoid: return scalarProduct([(value, 1), (minus(one, value), 1)])
    case .softplus: return elementwise(.sigmoid, x)
    case .erf:
      let bell = elementwise(.exp, times(-1, square))
      return scalarProduct(coefficient: 2, [(node(.pi), -half), (bell, 1)])
    case .power, .atan2, .min, .max: return nil
    }
  }
}
