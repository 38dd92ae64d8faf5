import ChainGeometry
import ChainScene
import ChainTheme
import MathTypesetting

/// How much of a label stands on its edge, most first.
enum LabelDetail: Int, Hashable, CaseIterable, Comparable {
  /// `∂f/∂x = 2x = 0.959`
  case full
  /// The same, the numbers of several paths above the formula.
  case stacked
  /// `∂f/∂x = 0.959`; the formula stands below the graph.
  case withoutFormula
  /// `0.959`, or the formula where there is no value; a number in brackets leads to the table below
  /// that says the rest.
  case shortest

  static func < (a: LabelDetail, b: LabelDetail) -> Bool { a.rawValue < b.rawValue }
}

extension LabelContent {
  /// The label at a detail; what it leaves out is to be said below the graph.
  func formula(_ detail: LabelDetail) -> Formula? {
    let shown: [Formula?]
    switch detail {
    case .full, .stacked: shown = [symbol, formula, value]
    case .withoutFormula: shown = [symbol, value ?? (symbol == nil || isNumber ? formula : nil)]
    case .shortest: shown = [value ?? formula ?? symbol]
    }
    return equation(shown.compactMap(\.self))
  }

  /// Whether the label at a detail leaves out something but its symbol.
  func dropsFormula(_ detail: LabelDetail) -> Bool {
    switch detail {
    case .full, .stacked: false
    case .withoutFormula: symbol != nil && formula != nil && !isNumber
    case .shortest: value != nil && formula != nil && !isNumber
    }
  }
}

/// `a = b = c`; nothing of nothing.
func equation(_ parts: [Formula]) -> Formula? {
  guard let first = parts.first else { return nil }
  let rest = parts.dropFirst().flatMap { [Formula.relation("="), $0] }
  return rest.isEmpty ? first : .row([first] + rest)
}

/// A label with its text set: an opaque box that interrupts its arrow.
struct EdgeLabel {
  private let text: TextBlock
  private let pen: Pen
  private let border: Color
  let size: Size
  /// What it shows; less than wished where that would be too wide.
  let detail: LabelDetail

  /// The widest label in em before its formula moves below the graph.
  private static let widest = 11.5

  init?(_ content: EdgeContent, detail wish: LabelDetail, pen: Pen) {
    func lines(_ detail: LabelDetail) -> [Line] {
      let numbers = content.paths.map(Piece.number) + content.tableNumber(at: detail)
      let formula = content.label.formula(detail).map { [Piece.formula($0, .text)] } ?? []
      let glyph = content.label.structure.map { [Piece.structure($0)] } ?? []
      let badge = content.label.badge.map { glyph + [Piece.formula($0, .muted)] } ?? []
      let isStacked = detail >= .stacked && content.paths.count > 1
      return (isStacked ? [numbers, formula, badge] : [numbers + formula, badge])
        .filter { !$0.isEmpty }.map { Line($0, size: .small, pen: pen) }
    }
    var detail = wish
    var block = TextBlock(lines(detail), gap: 0.25 * pen.textSize)
    while block.size.width > Self.widest * pen.textSize,
      let next = LabelDetail(rawValue: detail.rawValue + 1), next < .shortest
    {
      detail = next
      block = TextBlock(lines(detail), gap: 0.25 * pen.textSize)
    }
    guard block.size.width > 0 else { return nil }
    text = block
    self.detail = detail
    self.pen = pen
    border = pen.color(of: content)
    size = Size(
      width: block.size.width + 0.6 * pen.textSize, height: block.size.height + 0.5 * pen.textSize)
  }

  func elements(in frame: Rectangle) -> [SceneElement] {
    [
      .rectangle(
        frame.insetBy(pen.hairline / 2), cornerRadius: 0.2 * pen.textSize,
        stroke: Stroke(color: border, width: pen.hairline),
        fill: pen.theme.background)
    ] + text.elements(center: frame.center)
  }
}

extension EdgeContent {
  /// `[7]`, where the label leaves to the table what it has no room for.
  func tableNumber(at detail: LabelDetail) -> [Piece] {
    guard detail == .shortest, let number, label.dropsFormula(detail) else { return [] }
    return [.formula(.row([number.formula, .space(mu: 4)]), .muted)]
  }
}

extension Pen {
  /// An edge has the colour of its path; one that several share, or none, that of the text.
  func color(of edge: EdgeContent) -> Color {
    if edge.isZero || edge.isConstant { return theme.muted }
    return edge.paths.count == 1 ? theme.color(of: .path(edge.paths[0])) : theme.text
  }
}
