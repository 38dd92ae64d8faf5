import ChainGraph
import Testing

/// Random expressions from fixed seeds.
private struct ExpressionSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return choices[Int(state % UInt64(choices.count))]
  }

  mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return pick(["x", "y", "2", "1/3", "0.5", "x", "y"]) }
    let a = expression(depth: depth - 1)
    switch pick([0, 1, 2, 3, 4, 5, 6]) {
    case 0: return "(\(a) + \(expression(depth: depth - 1)))"
    case 1: return "(\(a) - \(expression(depth: depth - 1)))"
    case 2: return "(\(a))*(\(expression(depth: depth - 1)))"
    case 3: return "(\(a))/(2 + (\(expression(depth: depth - 1)))^2)"
    case 4: return "(\(a))^\(pick(["2", "3"]))"
    case 5: return "-(\(a))"
    default: return "\(pick(["sin", "cos", "tanh", "atan", "sigmoid", "erf"]))(\(a))"
    }
  }
}

@Suite struct PrintedExpressionsTests {
  private func printed(_ expression: String) throws -> Report.Figure {
    let document = Document(
      "x, y : R\nf = \(expression)\nd f / d x\nat x = 0.7, y = -0.4\n")
    #expect(!document.hasErrors, "\(document.report(style: .short))")
    return try #require(try Report(document).figures.first)
  }

  private func text(of figure: Report.Figure) -> String? {
    figure.nodes.first { $0.name == "f" }?.expression
  }

  /// Printing then parsing then printing is printing, and the value stays.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func printingThenParsingIsTheIdentity(_ seed: UInt64) throws {
    var source = ExpressionSource(seed: seed)
    let expression = source.expression(depth: 2 + Int(seed % 3))
    let once = try printed(expression)
    let first = try #require(text(of: once))
    let twice = try printed(first)
    #expect(text(of: twice) == first, "from \(expression)")
    let value = try #require(once.value(ofNode: "f"))
    #expect(agree(twice.value(ofNode: "f"), value, 1e-12), "from \(expression)")
  }

  /// The derivative's text differentiated as a function gives the second derivative.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func derivativesReadAgainAreDerivatives(_ seed: UInt64) throws {
    var source = ExpressionSource(seed: seed &+ 1000)
    let expression = source.expression(depth: 2)
    let first = try printed(expression)
    let derivative = try #require(first.derivatives.first)
    let again = try printed(derivative.expression)
    let second = Document(
      "x, y : R\nf = \(expression)\nd^2 f / d x^2\nat x = 0.7, y = -0.4\n")
    let want = try #require(second.figures.first?.derivatives.first?.value)
    #expect(agree(again.derivatives.first?.value?.data, want, 1e-9), "from \(expression)")
  }
}
