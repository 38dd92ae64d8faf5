import ChainGeometry
import MathTypesetting
import Testing

@Suite struct StretchTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func brackets(around rows: Int) -> MathLayout {
    font.layout(
      .matrix(
        rows: (0..<rows).map { _ in [.identifier("x")] }, left: "(", right: ")"), style: .display)
  }

  @Test func variantsComeBeforePieces() {
    #expect(brackets(around: 1).assemblies.isEmpty)
    #expect(brackets(around: 2).assemblies.isEmpty)
    #expect(brackets(around: 12).assemblies.count == 2)
  }

  @Test func longerBracketsAreMadeOfMorePieces() throws {
    let counts = [12, 24, 48].map { brackets(around: $0).assemblies[0].count }
    #expect(counts == counts.sorted() && counts[0] < counts[2])
    let tall = brackets(around: 48)
    #expect(abs(tall.ink.maxY + tall.ink.minY - 0.5) < 0.05)
  }

  @Test func piecesFollowEachOtherFromBottomToTop() {
    let ys = brackets(around: 30).assemblies[0].map(\.y)
    #expect(zip(ys, ys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Set(brackets(around: 30).assemblies[0].map(\.x)).count == 1)
  }

  @Test func bracesRunFromLeftToRight() throws {
    let body = Formula.row((0..<30).map { _ in Formula.identifier("m") })
    let layout = font.layout(.overbrace(body, note: nil), style: .display)
    let pieces = try #require(layout.assemblies.first)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(Set(pieces.map(\.y)).count == 1)
    #expect(layout.width >= font.layout(body).width)
  }
}
