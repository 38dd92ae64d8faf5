package import ExpressionGraph

extension ExpressionGraph {
  /// The derivative of an entrywise function by one of its operands, entry by entry: a node of the
  /// operands' shape.
  ///
  /// One row a function; at a kink the value is the language's convention.
  package mutating func elementwiseDerivative(of node: NodeID, operand position: Int) -> NodeID {
    guard case .elementwise(let function) = operation(of: node) else {
      preconditionFailure("only an entrywise function has an entrywise derivative")
    }
    let x = operand(of: node)
    let s = shape(of: node)
    switch function {
    case .sin: return elementwise(.cos, x)
    case .cos: return times(-1, [(elementwise(.sin, x), 1)], s)
    case .tan: return times(1, [(elementwise(.cos, x), -2)], s)
    case .asin: return reciprocalRoot(1, x, squareSign: -1, sign: 1, s)
    case .acos: return times(-1, [(reciprocalRoot(1, x, squareSign: -1, sign: 1, s), 1)], s)
    case .atan: return times(1, [(affine(1, (1, square(x, s)), s), -1)], s)
    case .sinh: return elementwise(.cosh, x)
    case .cosh: return elementwise(.sinh, x)
    case .tanh: return affine(1, (-1, square(node, s)), s)
    case .asinh: return reciprocalRoot(1, x, squareSign: 1, sign: 1, s)
    case .acosh: return reciprocalRoot(-1, x, squareSign: 1, sign: 1, s)
    case .atanh: return times(1, [(affine(1, (-1, square(x, s)), s), -1)], s)
    case .exp: return node
    case .log: return times(1, [(x, -1)], s)
    case .log2: return times(1, [(x, -1), (naturalLog(of: 2), -1)], s)
    case .log10: return times(1, [(x, -1), (naturalLog(of: 10), -1)], s)
    case .log1p: return times(1, [(affine(1, (1, x), s), -1)], s)
    case .expm1: return elementwise(.exp, x)
    case .sqrt: return times(Number(numerator: 1, denominator: 2) ?? .one, [(node, -1)], s)
    case .abs: return elementwise(.sign, x)
    case .sign, .step: return zero(s)
    case .relu: return elementwise(.step, x)
    case .leakyrelu: return leakySlope(x, s)
    // elu(x) = e^x − 1 below zero, so that e^x = min(elu(x), 0) + 1 never overflows.
    case .elu:
      let below = binary(.elementwise(.min), node, broadcast(number(0), to: s))
      return affine(1, (1, below), s)
    case .gelu: return geluDerivative(x, s)
    case .silu:
      let sigma = elementwise(.sigmoid, x)
      let slope = times(1, [(node, 1), (affine(1, (-1, sigma), s), 1)], s)
      return sum([(.one, sigma), (.one, slope)])
    case .sigmoid: return times(1, [(node, 1), (affine(1, (-1, node), s), 1)], s)
    case .softplus: return elementwise(.sigmoid, x)
    case .erf:
      return times(2, [(elementwise(.sqrt, unaryPi()), -1), (gaussian(x, -1, s), 1)], s)
    case .power: return powerDerivative(of: node, operand: position, s)
    case .atan2: return atan2Derivative(of: node, operand: position, s)
    case .max, .min: return selectionMask(of: node, largest: function == .max, position, s)
    }
  }

  /// coefficient · Π factor^exponent, entry by entry; scalars are broadcast.
  ///
  /// One factor of a scalar, the commonest case, needs no pattern of its own.
  private mutating func times(
    _ coefficient: Number, _ factors: [(NodeID, Int)], _ shape: Shape
  ) -> NodeID {
    if shape.isScalar, factors.count == 1, factors[0].1 == 1 {
      return binary(.product(plainProduct), number(coefficient), factors[0].0)
    }
    return hadamard(coefficient: coefficient, factors.map { ($0.0, Number($0.1)) }, shape: shape)
  }

  private mutating func times(
    _ coefficient: Int, _ factors: [(NodeID, Int)], _ shape: Shape
  ) -> NodeID {
    times(Number(coefficient), factors, shape)
  }

  private mutating func square(_ x: NodeID, _ shape: Shape) -> NodeID { times(1, [(x, 2)], shape) }

  /// constant + coefficient · node.
  private mutating func affine(
    _ constant: Int, _ term: (coefficient: Int, node: NodeID), _ shape: Shape
  ) -> NodeID {
    sum([
      (.one, broadcast(number(constant), to: shape)), (Number(term.coefficient), term.node),
    ])
  }

  /// 1/√(sign · (squareSign · x²) + constant), the slope of the inverse functions.
  private mutating func reciprocalRoot(
    _ constant: Int, _ x: NodeID, squareSign: Int, sign: Int, _ shape: Shape
  ) -> NodeID {
    let radicand = affine(constant, (squareSign, square(x, shape)), shape)
    return times(1, [(elementwise(.sqrt, radicand), -1)], shape)
  }

  private mutating func naturalLog(of base: Int) -> NodeID { elementwise(.log, number(base)) }

  private mutating func unaryPi() -> NodeID { node(.pi) }

  /// exp(coefficient · x²).
  private mutating func gaussian(_ x: NodeID, _ coefficient: Number, _ shape: Shape) -> NodeID {
    elementwise(.exp, times(coefficient, [(x, 2)], shape))
  }

  private mutating func gaussian(_ x: NodeID, _ coefficient: Int, _ shape: Shape) -> NodeID {
    gaussian(x, Number(coefficient), shape)
  }

  /// 0.01 below and at zero, 1 above: 0.01 + 0.99 step(x).
  private mutating func leakySlope(_ x: NodeID, _ shape: Shape) -> NodeID {
    let low = Number(numerator: 1, denominator: 100, isDecimal: true) ?? .zero
    return sum([
      (.one, broadcast(number(low), to: shape)), (.one - low, elementwise(.step, x)),
    ])
  }

  /// gelu(x) = x Φ(x), so gelu' = Φ + x φ with Φ = (1 + erf(x/√2))/2 and φ = exp(−x²/2)/√(2π).
  private mutating func geluDerivative(_ x: NodeID, _ shape: Shape) -> NodeID {
    let half = Number(numerator: 1, denominator: 2) ?? .one
    let scaled = times(1, [(x, 1), (elementwise(.sqrt, number(2)), -1)], shape)
    let distribution = times(half, [(affine(1, (1, elementwise(.erf, scaled)), shape), 1)], shape)
    let twoPi = scalarProduct(coefficient: 2, [(unaryPi(), .one)])
    let density = times(
      1, [(x, 1), (gaussian(x, -half, shape), 1), (elementwise(.sqrt, twoPi), -1)], shape)
    return sum([(.one, distribution), (.one, density)])
  }

  /// By the base: v u^(v−1).
  ///
  /// By the exponent: u^v log u.
  private mutating func powerDerivative(
    of node: NodeID, operand position: Int, _ shape: Shape
  ) -> NodeID {
    let (u, v) = (operand(of: node), operand(of: node, at: 1))
    if position == 1 {
      // 0ˣ is 0 wherever it has a derivative, and has no logarithm to say so.
      if isZero(u) { return zero(shape) }
      return times(1, [(node, 1), (elementwise(.log, u), 1)], shape)
    }
    let lowered = binary(.elementwise(.power), u, affine(-1, (1, v), shape))
    return times(1, [(v, 1), (lowered, 1)], shape)
  }

  /// atan2(y, x): by y it is x/(x² + y²), by x it is −y/(x² + y²).
  private mutating func atan2Derivative(
    of node: NodeID, operand position: Int, _ shape: Shape
  ) -> NodeID {
    let (y, x) = (operand(of: node), operand(of: node, at: 1))
    let squares = sum([(.one, square(x, shape)), (.one, square(y, shape))])
    return times(position == 0 ? 1 : -1, [(position == 0 ? x : y, 1), (squares, -1)], shape)
  }

  /// 1 where the operand is the one chosen, the first of two tied ones.
  ///
  /// The second operand b is the larger where step(b − a) = 1; the first one where it is not.
  private mutating func selectionMask(
    of node: NodeID, largest: Bool, _ position: Int, _ shape: Shape
  ) -> NodeID {
    let (a, b) = (operand(of: node), operand(of: node, at: 1))
    let sign = Number(largest ? 1 : -1)
    let second = elementwise(.step, sum([(sign, b), (-sign, a)]))
    return position == 1 ? second : affine(1, (-1, second), shape)
  }
}
