import ExpressionGraph
import TensorCalculus
import Testing

private let z = Sketch.input("z", "n")
private let u = Sketch.input("u")

@Test(arguments: [
  TextRow("softmax(z)'", exp(z) / einsum("i->", exp(z))),
  TextRow("sigmoid(u)", exp(u) / (1 + exp(u))),
  TextRow("relu(u)", apply(.relu, u) * apply(.step, u)),
  TextRow("exp(u)/(2 + exp(u))", exp(u) / (2 + exp(u))),
  TextRow("exp(z)'/sum(z)", exp(z) / einsum("i->", z)),
])
func productsThatAreFunctionsWithNames(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch) == row.text)
}

@Test func derivativesOfSoftmaxWrittenOut() {
  var bench = Bench()
  let spelt = exp(z) / einsum("i->", exp(z))
  #expect(bench.slope(spelt, by: z) == "diag(softmax(z)) - softmax(z)*softmax(z)'")
  #expect(bench.slope(log(einsum("i->", exp(z))), by: z) == "softmax(z)'")
}
