import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let v = Sketch.input("v", "n")

@Suite struct DerivativeTests {
  /// The output's axes come first, then the input's.
  @Test func shapesAreOutputThenInput() {
    var bench = Bench()
    let n = Dimension(symbol: "n")
    func shape(_ output: Sketch, _ input: Sketch) -> Shape {
      let nodes = (bench.build(output), bench.build(input))
      let derivative = bench.graph.derivative(of: nodes.0, by: nodes.1)
      return bench.graph.shape(of: derivative)
    }
    #expect(shape(sin(x), x) == .scalar && shape(sin(v), v) == Shape([n, n]))
    #expect(shape(x * v, x) == Shape([n]) && shape(einsum("i->", v), v) == Shape([n]))
  }

  @Test func whatDoesNotDependIsZero() {
    var bench = Bench()
    let (y, input) = (bench.build(.input("y")), bench.build(x))
    let derivative = bench.graph.derivative(of: y, by: input)
    #expect(bench.graph.constant(derivative) == .zero)
  }

  @Test func severalInputsAreTakenInTurn() {
    var bench = Bench()
    let y = Sketch.input("y")
    let mixed = bench.derivative(of: x * x * y, by: x, y)
    #expect(bench.text(mixed) == "2*x")
    let third = bench.derivative(of: x ^ 5, by: x, x, x)
    #expect(bench.text(third) == "60*x^2")
  }

  /// Forward from a scalar, backward from the output: both give the same.
  @Test func bothDirectionsAgree() {
    var bench = Bench()
    let (f, input) = (bench.build(sin(x * x) * exp(x)), bench.build(x))
    let forward = bench.graph.derivative(of: f, by: input)
    let backward = bench.graph.adjoints(of: f, by: [input])[input]
    let point = bench.at(input, 0.7)
    #expect(agree(bench.value(forward, point), backward.map { bench.value($0, point) } ?? []))
  }
}
