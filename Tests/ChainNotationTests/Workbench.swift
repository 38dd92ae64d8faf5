import ChainNotation
import ExpressionGraph

/// Short ways to build a graph in a test.
struct Workbench {
  var graph = ExpressionGraph()

  mutating func scalar(_ name: String) -> NodeID { tensor(name) }

  /// An input; dimensions are numbers or symbols.
  mutating func tensor(_ name: String, _ dimensions: String...) -> NodeID {
    graph.variable(Variable(name: name, shape: shape(dimensions)))
  }

  func shape(_ dimensions: [String]) -> Shape {
    Shape(dimensions.map { Int($0).map { Dimension($0) } ?? Dimension(symbol: $0) })
  }

  mutating func number(_ text: String) -> NodeID { graph.number(value(text)) }

  /// `3`, `-1/2` or a decimal.
  func value(_ text: String) -> Number {
    let parts = text.split(separator: "/")
    if parts.count == 2, let over = Int64(parts[0]), let under = Int64(parts[1]) {
      return Number(numerator: over, denominator: under) ?? .zero
    }
    if let whole = Int(text) { return Number(whole) }
    let places = text.split(separator: ".").last?.count ?? 0
    let digits = Int64(text.filter { $0 != "." }) ?? 0
    var denominator: Int64 = 1
    for _ in 0..<places { denominator *= 10 }
    return Number(numerator: digits, denominator: denominator, isDecimal: true) ?? .zero
  }

  mutating func sum(_ terms: (String, NodeID)...) -> NodeID {
    graph.sum(terms.map { (value($0.0), $0.1) })
  }

  /// A product of scalars with exponents.
  mutating func product(_ coefficient: String = "1", _ factors: (NodeID, String)...) -> NodeID {
    graph.scalarProduct(coefficient: value(coefficient), factors.map { ($0.0, value($0.1)) })
  }

  /// A product by labels: `einsum("ij,j->i", A, x)`; the lengths of axes come from the operands,
  /// of labels that only the output has from `lengths`.
  mutating func einsum(
    _ pattern: String, _ operands: NodeID..., coefficient: String = "1",
    exponents: [String] = [], lengths: [Character: String] = [:],
    sizes: [ProductPattern.SizePower] = []
  ) -> NodeID {
    let sides = pattern.components(separatedBy: "->")
    let inputs =
      sides[0].isEmpty ? [] : sides[0].split(separator: ",", omittingEmptySubsequences: false)
    var letters: [Character] = []
    for letter in inputs.joined() + sides[1] where !letters.contains(letter) {
      letters.append(letter)
    }
    func labels(_ text: some StringProtocol) -> [Label] {
      text.map { Label(letters.firstIndex(of: $0) ?? 0) }
    }
    var extents = letters.map { lengths[$0].map { shape([$0]).dimensions[0] } ?? Dimension(1) }
    for (input, operand) in zip(inputs, operands) {
      for (letter, length) in zip(input, graph.shape(of: operand).dimensions) {
        extents[letters.firstIndex(of: letter) ?? 0] = length
      }
    }
    let factors = inputs.enumerated().map { place, input in
      ProductPattern.Factor(
        labels: labels(input), exponent: place < exponents.count ? value(exponents[place]) : .one)
    }
    return graph.product(
      ProductPattern(
        coefficient: value(coefficient), sizes: sizes, factors: factors, output: labels(sides[1]),
        extents: extents),
      Array(operands))
  }

  mutating func apply(_ function: ElementwiseFunction, _ operands: NodeID...) -> NodeID {
    graph.node(.elementwise(function), operands)
  }

  func text(_ node: NodeID, _ orientation: Orientation = .column) -> String {
    Notation(graph: graph).phrase(of: node, orientation: orientation).text
  }
}

extension String {
  func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
