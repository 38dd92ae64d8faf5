// Written out: asking an enumeration for the name of its case wakes Swift's reflection, which takes
// longer than a small figure's derivatives.

extension ElementwiseFunction {
  /// The name in the language; a power is written with `^` or `.^`.
  package var name: String {
    switch self {
    case .sin: "sin"
    case .cos: "cos"
    case .tan: "tan"
    case .asin: "asin"
    case .acos: "acos"
    case .atan: "atan"
    case .sinh: "sinh"
    case .cosh: "cosh"
    case .tanh: "tanh"
    case .asinh: "asinh"
    case .acosh: "acosh"
    case .atanh: "atanh"
    case .exp: "exp"
    case .log: "log"
    case .log2: "log2"
    case .log10: "log10"
    case .log1p: "log1p"
    case .expm1: "expm1"
    case .sqrt: "sqrt"
    case .abs: "abs"
    case .sign: "sign"
    case .relu: "relu"
    case .leakyrelu: "leakyrelu"
    case .elu: "elu"
    case .gelu: "gelu"
    case .silu: "silu"
    case .sigmoid: "sigmoid"
    case .softplus: "softplus"
    case .erf: "erf"
    case .step: "step"
    case .power: "^"
    case .atan2: "atan2"
    case .min: "min"
    case .max: "max"
    }
  }
}

extension Reduction {
  /// The name in the language.
  package var name: String {
    switch self {
    case .norm1: "norm1"
    case .norm2: "norm2"
    case .norminf: "norminf"
    case .logsumexp: "logsumexp"
    case .prod: "prod"
    case .max: "max"
    case .min: "min"
    }
  }
}

extension VectorFunction {
  /// The name in the language; the derivatives of extrema have none and are called by their cases.
  package var name: String {
    switch self {
    case .softmax: "softmax"
    case .logsoftmax: "logsoftmax"
    case .firstMaximum: "firstMaximum"
    case .firstMinimum: "firstMinimum"
    }
  }
}

extension MatrixFunction {
  /// The name in the language.
  package var name: String {
    switch self {
    case .inverse: "inv"
    case .determinant: "det"
    case .logDeterminant: "logdet"
    case .adjugate: "adj"
    }
  }
}
