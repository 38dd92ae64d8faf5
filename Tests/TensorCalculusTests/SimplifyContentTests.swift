import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")

private struct Row: Sendable, CustomTestStringConvertible {
  let sketch: Sketch
  let text: String

  var testDescription: String { text }
}

private let rows: [Row] = [
  Row(sketch: sin(x) * (2 * x + 4 * y), text: "2*sin(x)*(x + 2*y)"),
  Row(sketch: sin(x) * (-(2 * x) - 4 * y), text: "-2*sin(x)*(x + 2*y)"),
  Row(sketch: (4 - 8 * x) * (1 - 2 * x), text: "4*(1 - 2*x)^2"),
  Row(sketch: (x - y) * (y - x), text: "-(x - y)^2"),
  Row(sketch: (x - y) * ((y - x) ^ 2), text: "(x - y)^3"),
  Row(sketch: x * ((x / 2 - y / 3) ^ 2), text: "x*(3*x - 2*y)^2/36"),
  // What stands alone keeps its numbers: a textbook writes 4 - 8*x.
  Row(sketch: 4 - 8 * x, text: "4 - 8*x"),
  Row(sketch: x * (2 * x + 3 * y), text: "x*(2*x + 3*y)"),
]

@Test(arguments: rows)
private func numbersThatTermsShareJoinTheCoefficient(row: Row) {
  var bench = Bench()
  let node = bench.build(row.sketch)
  let neat = bench.simplifier.simplified(node, in: &bench.graph)
  #expect(bench.text(neat) == row.text)
  let point = bench.point(for: [node])
  #expect(agree(bench.value(neat, point), bench.value(node, point), within: 1e-12))
}
