import ChainGeometry
import ChainRendering
import MathTypesetting

/// A formula as a small SVG element in a line of HTML: in the text's colour and size, on its
/// baseline, with its plain text for readers.
func formulaPicture(_ formula: Formula, font: MathFont) -> String {
  let layout = font.layout(formula, style: .display)
  let units = 1000.0
  var outline: [Path.Segment] = []
  for glyph in layout.glyphs + layout.assemblies.flatMap(\.self) {
    let shape = font.outline(of: glyph.glyph)
    let scale = glyph.scale * units / shape.unitsPerEm
    let place = Point(x: units * glyph.x, y: -units * glyph.y)
    outline +=
      shape.path.placed(by: Placement(shift: place, scaleX: scale, scaleY: -scale)).segments
  }
  for rule in layout.rules {
    outline +=
      Path.rectangle(
        Rectangle(
          minX: units * rule.x, minY: -units * (rule.y + rule.height),
          maxX: units * (rule.x + rule.width), maxY: -units * rule.y), cornerRadius: 0
      ).segments
  }
  let width = max(layout.width, 0.05)
  let (height, depth) = (max(layout.height, 0.7), max(layout.depth, 0.2))
  var buffer = MarkupBuffer()
  buffer.append("<svg class=\"formula\" role=\"img\" aria-label=\"")
  buffer.append(escaping: layout.text)
  buffer.append("\" viewBox=\"0 ")
  buffer.append(-units * height, decimals: 0)
  buffer.append(" ")
  buffer.append(units * width, decimals: 0)
  buffer.append(" ")
  buffer.append(units * (height + depth), decimals: 0)
  buffer.append("\" style=\"width:")
  buffer.append(width, decimals: 3)
  buffer.append("em;height:")
  buffer.append(height + depth, decimals: 3)
  buffer.append("em;vertical-align:")
  buffer.append(-depth, decimals: 3)
  buffer.append("em\"><path d=\"")
  buffer.append(pathData: Path(outline), decimals: 0)
  buffer.append("\"/></svg>")
  return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Words as words, formulas as pictures.
func lineOfText(_ formula: Formula, font: MathFont) -> String {
  switch formula {
  case .text(let words): escaped(words)
  case .symbol(let sign, _, _) where circledNumber(sign) != nil:
    pathNumber(circledNumber(sign) ?? 0)
  case .row(let items) where items.contains(where: \.standsAlone):
    items.map { lineOfText($0, font: font) }.joined()
  case .classed(.ordinary, let body): formulaPicture(body, font: font)
  case .symbol, .row, .number, .function, .scripts, .fraction, .radical, .fenced, .matrix,
    .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
    .classed:
    formulaPicture(formula, font: font)
  }
}

/// Text that is safe between tags and within quotes.
func escaped(_ text: String) -> String {
  var buffer = MarkupBuffer()
  buffer.append(escaping: text)
  return String(decoding: buffer.bytes, as: UTF8.self)
}

extension Formula {
  /// Whether HTML writes it: words, and the number of a path in its circle.
  fileprivate var standsAlone: Bool {
    switch self {
    case .text: true
    case .symbol(let sign, _, _): circledNumber(sign) != nil
    case .row, .number, .function, .scripts, .fraction, .radical, .fenced, .matrix, .bigOperator,
      .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled, .classed:
      false
    }
  }
}

/// 1 for ①.
private func circledNumber(_ sign: Unicode.Scalar) -> Int? {
  ("\u{2460}"..."\u{2473}").contains(sign) ? Int(sign.value) - 0x245F : nil
}

/// The number of a path in a circle of its colour.
func pathNumber(_ number: Int) -> String {
  "<span class=\"number p\(number)\">\(number)</span>"
}
