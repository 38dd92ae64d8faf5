package import MathTypesetting

/// Words and formulas in as many lines as a width in points demands.
package func lines(
  of formula: Formula, _ ink: Ink = .text, size: Pen.Size, width: Double, pen: Pen
) -> [Line] {
  let whole = Line(formula, ink, size: size, pen: pen)
  guard whole.width > width else { return [whole] }
  var lines: [Line] = []
  var parts: [Formula] = []
  for part in formula.words {
    let longer = Line(.row(parts + [part]), ink, size: size, pen: pen)
    if longer.width > width, !parts.isEmpty {
      lines.append(Line(.row(parts), ink, size: size, pen: pen))
      parts = [part]
    } else {
      parts.append(part)
    }
  }
  return parts.isEmpty ? lines : lines + [Line(.row(parts), ink, size: size, pen: pen)]
}

extension Formula {
  /// Pieces between which a line may break: each word with the space behind it.
  fileprivate var words: [Formula] {
    switch self {
    case .row(let items): return items.flatMap(\.words)
    case .text(let text):
      var words: [Formula] = []
      var word = ""
      for character in text {
        word.append(character)
        if character == " " {
          words.append(.text(word))
          word = ""
        }
      }
      return word.isEmpty ? words : words + [.text(word)]
    case .symbol, .number, .function, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      return [self]
    }
  }
}
