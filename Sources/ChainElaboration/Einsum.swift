import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// `einsum("ij,jk->ik", A, B)`: letters name axes; those right of the arrow stay.
  mutating func einsum(_ call: Call) -> Value? {
    let specification = call.arguments[0].value
    guard case .string(let text) = syntax.expressions[specification].kind else {
      return fail(.einsumWithoutText(range(of: specification)), in: call.scope)
    }
    let operands = call.arguments.dropFirst().map { argument in
      value(of: argument.value, in: call.scope).map { Operand($0, range(of: argument.value)) }
    }
    guard let subscripts = EinsumSubscripts(text) else {
      return fail(.einsumUnreadable(text, range(of: specification)), in: call.scope)
    }
    let known = operands.compactMap(\.self)
    guard known.count == operands.count else { return nil }
    guard known.count == subscripts.operands.count else {
      return fail(
        .einsumCount(
          subscripts.operands.count, found: known.count, range(of: specification)),
        in: call.scope)
    }
    return einsum(subscripts, known, range(of: specification), call)
  }

  private mutating func einsum(
    _ subscripts: EinsumSubscripts, _ given: [Operand], _ text: SourceRange, _ call: Call
  ) -> Value? {
    let operands = zip(subscripts.operands, given).map { fitted($1, toAxes: $0.count) }
    var lengths: [Character: (dimension: Dimension, operand: Operand)] = [:]
    for (letters, operand) in zip(subscripts.operands, operands) {
      guard operand.value.contextual == nil else {
        return fail(.unsized(operand.range), in: call.scope)
      }
      let dimensions = shape(of: operand.value).dimensions
      if dimensions.isEmpty, !letters.isEmpty, operand.value.open != nil { continue }
      guard dimensions.count == letters.count else {
        return fail(
          .einsumOrder(String(letters), space(of: operand.value), operand.range), in: call.scope)
      }
      for (letter, dimension) in zip(letters, dimensions) {
        guard let first = lengths[letter] else {
          lengths[letter] = (dimension, operand)
          continue
        }
        guard first.dimension == dimension else {
          return fail(
            .einsumMismatch(
              letter, (first.operand.range, first.dimension), (operand.range, dimension)),
            in: call.scope)
        }
      }
    }
    guard wishOpenOperands(subscripts, operands, lengths.mapValues(\.dimension), call) else {
      return nil
    }
    return contraction(subscripts, operands, lengths.keys.sorted(), text, call)
  }

  /// A number as what has axes of length 1, a column or row as a matrix, where that many are named.
  private mutating func fitted(_ operand: Operand, toAxes count: Int) -> Operand {
    let (value, shape) = (operand.value, shape(of: operand.value))
    guard value.contextual == nil, value.open == nil, shape.order <= 1, shape.order < count else {
      return operand
    }
    let one = Dimension(1)
    if shape.isScalar {
      let whole = Shape(Array(repeating: one, count: count))
      return Operand(Value(graph.hadamard([(value.node, .one)], shape: whole)), operand.range)
    }
    guard count == 2 else { return operand }
    let sides = value.isRow ? [one] + shape.dimensions : shape.dimensions + [one]
    return Operand(Value(graph.reshape(value.node, to: Shape(sides))), operand.range)
  }

  /// Gives operands whose shape is open the one that the letters ask for; false if there are any.
  private mutating func wishOpenOperands(
    _ subscripts: EinsumSubscripts, _ operands: [Operand], _ lengths: [Character: Dimension],
    _ call: Call
  ) -> Bool {
    for (letters, operand) in zip(subscripts.operands, operands) {
      guard let open = operand.value.open, !letters.isEmpty else { continue }
      let dimensions = letters.compactMap { lengths[$0] }
      return dimensions.count == letters.count
        ? wish(open, Space(shape: Shape(dimensions))) ?? false
        : needsLength(open, operand.range, in: call.scope) ?? false
    }
    return true
  }

  private mutating func contraction(
    _ subscripts: EinsumSubscripts, _ operands: [Operand], _ letters: [Character],
    _ text: SourceRange, _ call: Call
  ) -> Value? {
    var labels: [Character: Int] = [:]
    for (index, letter) in letters.enumerated() { labels[letter] = index }
    for letter in subscripts.output where labels[letter] == nil {
      return fail(.einsumOutput(letter, text), in: call.scope)
    }
    return contraction(
      zip(subscripts.operands, operands).map { letters, operand in
        (operand.value.node, letters.compactMap { labels[$0] })
      },
      output: subscripts.output.compactMap { labels[$0] })
  }
}

/// The letters of an einsum, one list an operand, and of its result.
struct EinsumSubscripts {
  let operands: [[Character]]
  let output: [Character]

  /// Without an arrow, the letters that occur once stay, in alphabetical order.
  init?(_ text: String) {
    let compact = text.filter { $0 != " " }
    let letters = compact.replacing("->", with: "").filter { $0 != "," }
    guard letters.allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
    let sides = compact.split(separator: "->", omittingEmptySubsequences: false)
    guard sides.count <= 2, let left = sides.first else { return nil }
    operands = left.split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    if sides.count == 2 {
      guard !sides[1].contains(",") else { return nil }
      output = Array(sides[1])
    } else {
      let all = operands.flatMap(\.self)
      output = all.filter { letter in all.count { $0 == letter } == 1 }.sorted()
    }
  }
}
