import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

/// Points inside each function's domain, on both sides of its kinks.
private func points(for function: ElementwiseFunction) -> [Double] {
  switch function {
  case .asin, .acos, .atanh: [-0.9, -0.3, 0.2, 0.7]
  case .log, .log2, .log10, .sqrt: [0.2, 1, 3.7]
  case .acosh: [1.1, 2.5]
  case .log1p: [-0.7, 0.4, 5]
  case .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh, .exp, .expm1, .abs, .sign, .relu,
    .leakyrelu, .elu, .gelu, .silu, .sigmoid, .softplus, .erf, .step, .power, .atan2, .min, .max:
    [-2.3, -0.4, 0.3, 1.2]
  }
}

@Test(arguments: ElementwiseFunction.allCases.filter { $0.arity == 1 })
func derivativeOfEveryFunctionOfOneArgument(function: ElementwiseFunction) {
  var bench = Bench()
  let x = bench.build(.input("x"))
  let node = bench.graph.elementwise(function, x)
  let slope = bench.graph.elementwiseDerivative(of: node, operand: 0)
  let neat = bench.simplifier.simplified(slope, in: &bench.graph)
  for point in points(for: function) {
    let expected = bench.differences(of: node, by: x, at: bench.at(x, point))
    #expect(agree(bench.value(slope, bench.at(x, point)), expected), "\(function) at \(point)")
    #expect(agree(bench.value(neat, bench.at(x, point)), expected), "\(function) at \(point)")
  }
}

@Test(arguments: ElementwiseFunction.allCases.filter { $0.arity == 2 }, [0, 1])
func derivativeOfEveryFunctionOfTwoArguments(function: ElementwiseFunction, position: Int) {
  var bench = Bench()
  let operands = [bench.build(.input("x", "n")), bench.build(.input("y", "n"))]
  let node = bench.graph.node(.elementwise(function), operands)
  let slope = bench.graph.elementwiseDerivative(of: node, operand: position)
  #expect(bench.graph.shape(of: slope) == bench.graph.shape(of: node))
  let whole = bench.graph.derivative(of: node, by: operands[position])
  for _ in 0..<4 {
    let point = bench.point(for: [node], in: 0.2...2)
    let expected = bench.differences(of: node, by: operands[position], at: point)
    #expect(agree(bench.value(whole, point), expected), "\(function)")
    let diagonal = stride(from: 0, to: expected.count, by: 4).map { expected[$0] }
    #expect(agree(bench.value(slope, point), diagonal), "\(function)")
  }
}

/// What the language promises at kinks: 0 at 0 for abs and relu, the first of tied entries.
@Test func kinksHaveTheirConvention() {
  var bench = Bench()
  let (x, y) = (Sketch.input("x"), Sketch.input("y"))
  func slope(_ sketch: Sketch, by input: Sketch) -> [Double] {
    let d = bench.derivative(of: sketch, by: input)
    let at = bench.graph.variables(below: [bench.build(sketch)])
    return bench.value(d, Dictionary(uniqueKeysWithValues: at.map { ($0, .init(0)) }))
  }
  #expect(slope(apply(.abs, x), by: x) == [0])
  #expect(slope(apply(.relu, x), by: x) == [0])
  #expect(slope(apply(.sign, x), by: x) == [0])
  #expect(slope(apply(.step, x), by: x) == [0])
  #expect(slope(apply(.max, x, y), by: x) == [1])
  #expect(slope(apply(.max, x, y), by: y) == [0])
  #expect(slope(apply(.min, x, y), by: x) == [1])
  #expect(slope(apply(.min, x, y), by: y) == [0])
}
