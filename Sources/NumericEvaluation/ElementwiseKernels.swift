import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An entrywise function at a number, or at two for those of two arguments; NaN outside its domain.
func value(of function: ElementwiseFunction, _ x: Double, _ y: Double = 0) -> Double {
  switch function {
  case .sin: sin(x)
  case .cos: cos(x)
  case .tan: tan(x)
  case .asin: asin(x)
  case .acos: acos(x)
  case .atan: atan(x)
  case .sinh: sinh(x)
  case .cosh: cosh(x)
  case .tanh: tanh(x)
  case .asinh: asinh(x)
  case .acosh: acosh(x)
  case .atanh: atanh(x)
  case .exp: exp(x)
  case .log: log(x)
  case .log2: log2(x)
  case .log10: log10(x)
  case .log1p: log1p(x)
  case .expm1: expm1(x)
  case .sqrt: sqrt(x)
  case .abs: abs(x)
  case .sign: x.isNaN ? x : x > 0 ? 1 : x < 0 ? -1 : 0
  case .relu: x.isNaN ? x : max(x, 0)
  case .leakyrelu: x > 0 ? x : 0.01 * x
  case .elu: x > 0 ? x : expm1(x)
  case .gelu: x * 0.5 * erfc(-x / 2.0.squareRoot())
  case .silu: x * logistic(x)
  case .sigmoid: logistic(x)
  case .softplus: max(x, 0) + log1p(exp(-abs(x)))
  case .erf: erf(x)
  case .step: x.isNaN ? x : x > 0 ? 1 : 0
  case .power: pow(x, y)
  case .atan2: atan2(x, y)
  case .min: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
  case .max: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
  }
}

/// 1/(1 + e⁻ˣ) without overflow on either side.
private func logistic(_ x: Double) -> Double {
  x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
}

/// A constant power; small integers by multiplication.
func power(_ x: Double, _ exponent: Number) -> Double {
  switch exponent.integer {
  case 1: x
  case 2: x * x
  case 3: x * x * x
  case -1: 1 / x
  case -2: 1 / (x * x)
  default: pow(x, exponent.double)
  }
}
