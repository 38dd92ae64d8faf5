import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")
private let t = Sketch.input("t")

/// A function, how often it is differentiated, and the derivative as a textbook prints it.
private struct Row: Sendable, CustomTestStringConvertible {
  let function: Sketch
  var input = x
  var order = 1
  let text: String

  var testDescription: String { text }
}

private func logistic(_ l: Sketch) -> Sketch { 4 * l * (1 - l) }

private let rows: [Row] = [
  Row(function: (sin(t) ^ 2) + 2 * cos(t), input: t, text: "2*sin(t)*cos(t) - 2*sin(t)"),
  Row(function: sin(cos(x)), text: "-sin(x)*cos(cos(x))"),
  Row(function: log(1 + (x ^ 2)), text: "2*x/(1 + x^2)"),
  Row(function: log(1 + (x ^ 2)), order: 2, text: "2/(1 + x^2) - 4*x^2/(1 + x^2)^2"),
  Row(function: x ** x, text: "x^x*(log(x) + 1)"),
  Row(function: x ** x, order: 2, text: "x^x*((log(x) + 1)^2 + 1/x)"),
  Row(function: 2 ** x, text: "2^x*log(2)"),
  Row(function: -(x ^ 2) - 3 * -x, text: "-2*x + 3"),
  Row(function: 1 / x / x, text: "-2/x^3"),
  Row(function: x / (1 + x), text: "1/(1 + x)^2"),
  Row(function: apply(.atan, x), text: "1/(1 + x^2)"),
  Row(function: apply(.atan, y / x), text: "-y/(x^2 + y^2)"),
  Row(function: tanh(x), text: "1 - tanh(x)^2"),
  Row(function: tanh(x), order: 2, text: "-2*tanh(x)*(1 - tanh(x)^2)"),
  Row(function: sqrt(1 + sqrt(x)), text: "1/(4*sqrt(x)*sqrt(1 + sqrt(x)))"),
  Row(function: apply(.erf, x), text: "2/sqrt(pi)*exp(-x^2)"),
  Row(
    function: apply(.sigmoid, x), order: 2,
    text: "sigmoid(x)*(1 - sigmoid(x))*(1 - 2*sigmoid(x))"),
  Row(function: apply(.sign, x) * (x ^ 2), text: "2*sign(x)*x"),
  Row(function: exp(-(x ^ 2) / 2) / sqrt(2 * .pi), text: "-x*exp(-x^2/2)/sqrt(2*pi)"),
  Row(function: exp(x * y) / (x + y), text: "exp(x*y)*(y/(x + y) - 1/(x + y)^2)"),
  Row(function: x ^ 5, order: 3, text: "60*x^2"),
  Row(function: 5 + 0 * x, text: "0"),
  Row(function: x - x, text: "0"),
  Row(function: (sin(x) ^ 2) + (cos(x) ^ 2), text: "0"),
  Row(
    function: sin(sin(sin(sin(x)))),
    text: "cos(sin(sin(sin(x))))*cos(sin(sin(x)))*cos(sin(x))*cos(x)"),
  Row(function: logistic(x), text: "4 - 8*x"),
  Row(
    function: logistic(logistic(x)),
    text: "16*(1 - x)*(1 - 2*x)^2 - 16*x*(1 - 2*x)^2 - 64*x*(1 - x)*(1 - 2*x)"),
  Row(
    function: 64 * x * (1 - x) * ((1 - 2 * x) ^ 2) * ((1 - 8 * x + 8 * (x ^ 2)) ^ 2),
    text: """
      128*x*(1 - x)*(-8 + 16*x)*(1 - 2*x)^2*(1 - 8*x + 8*x^2) \
      + 64*(1 - x)*(1 - 2*x)^2*(1 - 8*x + 8*x^2)^2 - 64*x*(1 - 2*x)^2*(1 - 8*x + 8*x^2)^2 \
      - 256*x*(1 - x)*(1 - 2*x)*(1 - 8*x + 8*x^2)^2
      """),
  Row(function: ((1 - x) ^ 2) + 100 * ((y - (x ^ 2)) ^ 2), text: "-2*(1 - x) - 400*x*(y - x^2)"),
  Row(function: apply(.gelu, x), text: "(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)"),
  Row(function: apply(.silu, x), text: "sigmoid(x) + silu(x)*(1 - sigmoid(x))"),
  Row(function: 1 / (1 + exp(-x)), text: "exp(-x)/(1 + exp(-x))^2"),
  Row(
    function: (sin(x / y) + x / y - exp(y)) * (x / y - exp(y)),
    text: "(cos(x/y)/y + 1/y)*(x/y - exp(y)) + (sin(x/y) + x/y - exp(y))/y"),
  Row(
    function: cos(x * sin(x * y)),
    text: "-sin(x*sin(x*y))*(sin(x*y) + x*y*cos(x*y))"),
  Row(function: x * sin(x * y) / y, text: "(sin(x*y) + x*y*cos(x*y))/y"),
]

/// At most 1.25 times a textbook's operations, plus one; the value is that of differences.
@Test(arguments: rows)
private func derivativesAreAsShortAsATextbooks(row: Row) {
  var bench = Bench()
  let input = bench.build(row.input)
  let output = bench.build(row.function)
  let inputs = Array(repeating: input, count: row.order)
  let derivative = bench.graph.derivative(of: output, by: inputs, simplifier: &bench.simplifier)
  let text = bench.text(derivative)
  let allowed = 5 * operationCount(row.text) / 4 + 1
  #expect(operationCount(text) <= allowed, "\(text) is longer than \(row.text)")
  let below = bench.graph.derivative(
    of: output, by: Array(inputs.dropLast()), simplifier: &bench.simplifier)
  let point = bench.point(for: [output, input], in: 0.2...0.9)
  let expected = bench.differences(of: below, by: input, at: point)
  #expect(agree(bench.value(derivative, point), expected), "\(text)")
}

/// Signs, functions and brackets' worth of a text: letters that begin a call, and operators.
private func operationCount(_ text: String) -> Int {
  var count = 0
  var previous: Character = " "
  for character in text {
    if "+-*/^".contains(character) { count += 1 }
    if character == "(", previous.isLetter || previous.isNumber { count += 1 }
    previous = character
  }
  return count
}

@Test func theLecturesExampleReadsAsOnTheBoard() {
  var bench = Bench()
  let derivative = bench.derivative(of: (sin(t) ^ 2) + 2 * cos(t), by: t)
  #expect(bench.text(derivative) == "2*sin(t)*cos(t) - 2*sin(t)")
}
