import ChainFigure
import ChainGeometry
import ChainScene
import ChainTheme
import MathTypesetting

extension Block {
  /// The table of difference quotients: a step h a row, and below them what they close in on.
  init(
    _ secants: Secants, of wording: PlotWording, at point: Double, slope: Double, pen: Pen
  ) {
    let h = Formula.symbol("h", .ordinary, .italic)
    let place = wording.place(of: 0, at: point)
    let ahead = wording.call([.row([place, .binary("+"), h])])
    let quotient = Formula.fraction(
      numerator: .row([ahead, .minus, wording.call([place])]), denominator: h)
    let rows = secants.all.map { secant in
      (
        left: Line(wording.numbers.formula(of: secant.step), .path(.secant), pen: pen),
        right: Line(wording.numbers.formula(of: secant.slope), pen: pen),
        sentence: "For h = \(wording.words(secant.step)) the difference quotient is "
          + "\(wording.words(secant.slope))."
      )
    }
    let head = (left: Line(h, pen: pen), right: Line(quotient, pen: pen))
    let limit = (
      left: Line(.row([h, .relation("\u{2192}"), .number("0")]), .derivative, pen: pen),
      right: Line(
        .row([.relation("\u{2192}"), wording.numbers.formula(of: slope)]), .derivative, pen: pen)
    )
    self.init(head: head, rows: rows, limit: limit, pen: pen)
  }

  private init(
    head: (left: Line, right: Line), rows: [(left: Line, right: Line, sentence: String)],
    limit: (left: Line, right: Line), pen: Pen
  ) {
    let gap = 1.4 * pen.textSize
    let left = ([head.left, limit.left] + rows.map(\.left)).reduce(0) { max($0, $1.width) }
    let right = ([head.right, limit.right] + rows.map(\.right)).reduce(0) { max($0, $1.width) }
    let width = left + gap + right
    let rule = Stroke(color: pen.theme.text, width: pen.hairline)
    var elements: [SceneElement] = []
    var y = 0.0
    func add(_ a: Line, _ b: Line, _ sentence: String) {
      let ascent = max(a.ascent, b.ascent)
      let cells =
        a.elements(left: (left - a.width) / 2, baseline: y + ascent)
        + b.elements(left: left + gap + (right - b.width) / 2, baseline: y + ascent)
      elements.append(.group(SceneGroup(role: .panel, text: sentence, elements: cells)))
      y += ascent + max(a.descent, b.descent)
    }
    func addRule() {
      y += 0.35 * pen.textSize
      elements.append(line(Point(x: 0, y: y), Point(x: width, y: y), rule))
      y += 0.45 * pen.textSize
    }
    add(head.left, head.right, "")
    addRule()
    for (index, row) in rows.enumerated() {
      if index > 0 { y += 0.35 * pen.textSize }
      add(row.left, row.right, row.sentence)
    }
    addRule()
    add(limit.left, limit.right, "")
    self.init(size: Size(width: width, height: y), elements: elements)
  }
}

extension PathNumber {
  /// Whose hue secants have.
  static let secant = PathNumber(2)
}
