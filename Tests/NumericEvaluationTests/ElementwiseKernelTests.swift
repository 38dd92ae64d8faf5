import ExpressionGraph
import Foundation
import NumericEvaluation
import Testing

@Suite struct ElementwiseKernelTests {
  private func value(_ function: ElementwiseFunction, _ arguments: Double...) -> Double {
    var graph = ExpressionGraph()
    let operands = arguments.indices.map { graph.scalar("x\($0)") }
    let node = graph.node(.elementwise(function), operands)
    let values = zip(operands, arguments).map { ($0, Tensor($1)) }
    return evaluate(node, in: graph, Dictionary(uniqueKeysWithValues: values))?.scalar ?? .nan
  }

  /// Textbook definitions, written out from few functions and without care for rounding.
  private func reference(_ function: ElementwiseFunction, _ x: Double) -> Double? {
    switch function {
    case .sin: cos(x - Double.pi / 2)
    case .cos: 1 - 2 * sin(x / 2) * sin(x / 2)
    case .tan: sin(x) / cos(x)
    case .asin: atan(x / (1 - x * x).squareRoot())
    case .acos: Double.pi / 2 - atan(x / (1 - x * x).squareRoot())
    case .atan: atan2(x, 1)
    case .sinh: (exp(x) - exp(-x)) / 2
    case .cosh: (exp(x) + exp(-x)) / 2
    case .tanh: 1 - 2 / (exp(2 * x) + 1)
    case .asinh: log(x + (x * x + 1).squareRoot())
    case .acosh: log(x + (x * x - 1).squareRoot())
    case .atanh: log((1 + x) / (1 - x)) / 2
    case .exp: pow(M_E, x)
    case .log: log2(x) * M_LN2
    case .log2: log(x) / log(2)
    case .log10: log(x) / log(10)
    case .log1p: log(1 + x)
    case .expm1: exp(x) - 1
    case .sqrt: pow(x, 0.5)
    case .abs: max(x, -x)
    case .sign: x == 0 ? 0 : x / abs(x)
    case .relu: max(x, 0)
    case .leakyrelu: max(x, 0) + 0.01 * min(x, 0)
    case .elu: max(x, 0) + exp(min(x, 0)) - 1
    case .gelu: x * (1 + erf(x / 2.0.squareRoot())) / 2
    case .silu: x / (1 + exp(-x))
    case .sigmoid: (1 + tanh(x / 2)) / 2
    case .softplus: log(1 + exp(x))
    case .erf: 1 - erfc(x)
    case .step: x > 0 ? 1 : 0
    case .power, .atan2, .min, .max: nil
    }
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func aFunctionOfOneArgumentFollowsItsDefinition(_ function: ElementwiseFunction) {
    for x in [-2.3, -0.7, -0.2, 0.3, 0.8, 1.5, 3.1] {
      guard let expected = reference(function, x) else { continue }
      #expect(isClose(value(function, x), expected, 1e-11), "\(function)(\(x))")
    }
  }

  @Test func functionsOfTwoArguments() {
    #expect(isClose(value(.power, 2.5, 1.3), exp(1.3 * log(2.5))))
    #expect(value(.power, -2, 3) == -8)
    #expect(value(.power, -8, 1.0 / 3).isNaN)
    #expect(isClose(value(.atan2, 1, -1), 3 * Double.pi / 4))
    #expect(isClose(value(.atan2, -1, 0), -Double.pi / 2))
    #expect(value(.min, 2, -3) == -3)
    #expect(value(.max, 2, -3) == 2)
    #expect(value(.max, .nan, 1).isNaN)
    #expect(value(.max, 1, .nan).isNaN)
    #expect(value(.min, 1, .nan).isNaN)
  }

  @Test func kinksFollowTheConventionOfTheLanguage() {
    for function in [ElementwiseFunction.sign, .step, .relu, .abs, .leakyrelu, .elu] {
      #expect(value(function, 0) == 0)
    }
  }

  @Test func extremeArgumentsNeitherOverflowNorCancel() {
    #expect(value(.softplus, 1000) == 1000)
    #expect(isClose(value(.softplus, -50), exp(-50)))
    #expect(value(.sigmoid, -1000) == 0)
    #expect(isClose(value(.sigmoid, -40), exp(-40), 1e-14))
    #expect(value(.sigmoid, 1000) == 1)
    #expect(value(.silu, -1000) == 0)
    #expect(isClose(value(.expm1, 1e-12), 1e-12, 1e-11))
    #expect(isClose(value(.log1p, 1e-12), 1e-12, 1e-11))
    #expect(isClose(value(.elu, -1e-12), -1e-12, 1e-11))
    // Φ(−10) = 7.6198530241605e-24, from tables.
    #expect(isClose(value(.gelu, -10), -10 * 7.619853024160525e-24, 1e-10))
  }

  @Test func whatIsUndefinedIsNotANumberAndDoesNotTrap() {
    #expect(value(.log, -1).isNaN)
    #expect(value(.log, 0) == -.infinity)
    #expect(value(.sqrt, -1).isNaN)
    #expect(value(.asin, 2).isNaN)
    #expect(value(.exp, 1000) == .infinity)
    for function in ElementwiseFunction.allCases where function.arity == 1 {
      #expect(value(function, .nan).isNaN, "\(function)(NaN)")
    }
  }
}
