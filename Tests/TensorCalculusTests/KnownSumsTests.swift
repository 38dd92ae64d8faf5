import ExpressionGraph
import TensorCalculus
import Testing

private let z = Sketch.input("z", "n")
private let y = Sketch.input("y", "n")
private let t = Sketch.input("t")
private let softmax = z.mixed(.softmax)

@Test(arguments: [
  TextRow("1", einsum("i->", softmax)),
  TextRow("t", einsum(",i->", t, softmax)),
  TextRow("softmax(z)'", einsum("i,j->i", softmax, softmax)),
  TextRow("y'*softmax(z)", einsum("i,i->", y, softmax)),
  TextRow("softmax(z)'*softmax(z)", einsum("i->", softmax, exponents: [2])),
  TextRow("1", einsum("i->", z.mixed(.firstMaximum))),
])
func whatSumsToOneIsOne(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch) == row.text)
}

@Test(arguments: [
  TextRow("1", (sin(t) ^ 2) + (cos(t) ^ 2)),
  TextRow("cos(2*t)", (cos(t) ^ 2) - (sin(t) ^ 2)),
  TextRow("-3*cos(6*t)", 3 * (sin(3 * t) ^ 2) - 3 * (cos(3 * t) ^ 2)),
  TextRow("2*cos(2*t) + sin(2*t)", 2 * (cos(t) ^ 2) + 2 * sin(t) * cos(t) - 2 * (sin(t) ^ 2)),
  TextRow("cos(t)^2 - 2*sin(t)^2", (cos(t) ^ 2) - 2 * (sin(t) ^ 2)),
  TextRow("(y.*cos(2*z))'", y * (cos(z) ^ 2) - y * (sin(z) ^ 2)),
  TextRow("sigmoid(t)", 1 - apply(.sigmoid, -t)),
  TextRow("sigmoid(2*z)'", 1 - apply(.sigmoid, -2 * z)),
  TextRow("1 - sigmoid(t)", 1 - apply(.sigmoid, t)),
])
func identitiesOfOneAngle(row: TextRow) {
  var bench = Bench(seed: 3)
  #expect(bench.neat(row.sketch) == row.text)
  let node = bench.build(row.sketch)
  let neat = bench.simplifier.simplified(node, in: &bench.graph)
  let point = bench.point(for: [node])
  #expect(agree(bench.value(neat, point), bench.value(node, point), within: 1e-12))
}

/// The scores of attention may all be moved by one number: softmax does not see it.
@Test func softmaxDoesNotSeeAShift() {
  var bench = Bench()
  let shifted = (z + t).mixed(.softmax)
  #expect(bench.slope(einsum("i,i->", y, shifted), by: t) == "0")
}
