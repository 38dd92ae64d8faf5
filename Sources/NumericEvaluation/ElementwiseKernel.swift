import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// These are free functions because inside the enum `sin` would be the case, not the function.

/// The value of a function of one argument, in a form that neither overflows nor cancels where the
/// value itself does not.
///
/// A function of two arguments has none here: NaN.
func value(of function: ElementwiseFunction, at x: Double) -> Double {
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
  case .sqrt: x.squareRoot()
  case .abs: x.magnitude
  case .sign: x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0
  case .relu: x > 0 || x.isNaN ? x : 0
  case .leakyrelu: x > 0 ? x : 0.01 * x
  case .elu: x > 0 ? x : expm1(x)
  // x Φ(x) with Φ(x) = erfc(−x/√2)/2, which keeps the digits of the lower tail.
  case .gelu: 0.5 * x * erfc(-x * 0.5.squareRoot())
  case .silu: x * logistic(x)
  case .sigmoid: logistic(x)
  // log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|)
  case .softplus: (x < 0 ? 0 : x) + log1p(exp(-x.magnitude))
  case .erf: erf(x)
  case .step: x > 0 ? 1 : x.isNaN ? x : 0
  case .power, .atan2, .min, .max: .nan
  }
}

/// The value of a function of two arguments; NaN for a function of one.
func value(of function: ElementwiseFunction, at a: Double, _ b: Double) -> Double {
  switch function {
  case .power: pow(a, b)
  case .atan2: atan2(a, b)
  case .min: a.isNaN || a <= b ? a : b
  case .max: a.isNaN || a >= b ? a : b
  case .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .exp,
    .log, .log2, .log10, .log1p, .expm1, .sqrt, .abs, .sign, .relu, .leakyrelu, .elu, .gelu, .silu,
    .sigmoid, .softplus, .erf, .step:
    .nan
  }
}

/// 1/(1 + e^−x), with an exponential that cannot overflow.
private func logistic(_ x: Double) -> Double {
  guard x < 0 else { return 1 / (1 + exp(-x)) }
  let e = exp(x)
  return e / (1 + e)
}
