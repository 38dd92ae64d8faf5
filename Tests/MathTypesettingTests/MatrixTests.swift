import ChainGeometry
import MathTypesetting
import Testing

@Suite struct MatrixTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func matrix(_ rows: [[String]], _ alignment: ColumnAlignment = .center) -> MathLayout {
    font.layout(
      .matrix(
        rows: rows.map { $0.map(Formula.identifier) }, left: nil, right: nil,
        alignment: alignment), style: .display)
  }

  /// LaTeX's arrays: struts of 0.84 and 0.36 em, an em between columns.
  @Test func rowsAndColumnsKeepLaTeXsDistances() {
    let layout = matrix([["x", "x"], ["x", "x"]])
    let letter = font.layout(.identifier("x")).width
    #expect(abs(layout.width - (2 * letter + 1)) < 1e-9)
    let (first, below) = (layout.glyphs[0], layout.glyphs[2])
    #expect(abs(first.y - below.y - 1.2) < 1e-9 && first.x == below.x)
  }

  @Test func cellsAreCentredUnlessTheyLead() {
    let wide = font.layout(.identifier("m")).width - font.layout(.identifier("i")).width
    #expect(abs(matrix([["m"], ["i"]]).glyphs[1].x - wide / 2) < 1e-9)
    #expect(matrix([["m"], ["i"]], .leading).glyphs[1].x == 0)
  }

  @Test func tallRowsDoNotTouch() throws {
    let tall = Formula.fraction(numerator: .identifier("p"), denominator: .identifier("q"))
    let layout = font.layout(
      .matrix(rows: [[tall], [tall]], left: nil, right: nil), style: .display)
    let bars = layout.rules.map(\.y)
    let cell = font.layout(tall, style: .text)
    #expect(abs(bars[0] - bars[1]) >= cell.height + cell.depth + 0.3 - 1e-9)
  }

  @Test func delimitersReachAroundAllRows() {
    let bare = matrix([["a"], ["b"], ["c"]])
    let fenced = font.layout(
      .matrix(
        rows: ["a", "b", "c"].map { [.identifier($0)] }, left: "[", right: "]"), style: .display)
    #expect(fenced.width > bare.width + 0.5)
    #expect(fenced.ink.height > bare.ink.height)
  }
}
