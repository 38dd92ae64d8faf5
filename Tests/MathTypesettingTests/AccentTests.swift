import ChainGeometry
import MathTypesetting
import Testing

/// Distances are those that Latin Modern Math states, in em.
@Suite struct AccentTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func hat(_ base: Formula) -> MathLayout { font.layout(.accent("\u{302}", base: base)) }

  @Test func theMarkStandsOverTheSkewOfItsLetter() throws {
    let layout = hat(.identifier("f"))
    let mark = try #require(layout.glyphs.first { $0.scalar == "\u{302}" })
    #expect(abs(mark.x - (0.464 + 0.264)) < 1e-9)
    #expect(layout.width == font.layout(.identifier("f")).width)
  }

  /// A letter no higher than the accent's base height leaves the mark where it is drawn.
  @Test func theMarkRisesWithTheHeightOfItsBase() throws {
    let low = try #require(hat(.identifier("x")).glyphs.last)
    #expect(low.y == 0)
    let high = try #require(hat(.identifier("A")).glyphs.last)
    #expect(abs(high.y - (font.layout(.identifier("A")).height - 0.45)) < 1e-9)
  }

  @Test func overSeveralLettersTheMarkIsCentred() throws {
    let base = Formula.row([.identifier("x"), .identifier("x")])
    let mark = try #require(hat(.classed(.ordinary, base)).glyphs.last)
    #expect(abs(mark.x - (font.layout(base).width / 2 + 0.264)) < 1e-9)
  }

  @Test func aStretchingMarkIsAsWideAsFitsItsBase() throws {
    func width(over letters: Int) throws -> Double {
      let base = Formula.row([Formula](repeating: .identifier("x"), count: letters))
      let layout = font.layout(.accent("\u{302}", base: base, stretches: true))
      let mark = try #require(layout.glyphs.first { $0.scalar == "\u{302}" })
      let alone = font.outline(of: mark.glyph)
      let xs = alone.path.segments.flatMap { segment -> [Double] in
        switch segment {
        case .move(let end), .line(let end): [end.x]
        case .cubic(_, _, let end): [end.x]
        case .close: []
        }
      }
      let ink = ((xs.max() ?? 0) - (xs.min() ?? 0)) / alone.unitsPerEm
      #expect(ink <= font.layout(base).width)
      return ink
    }
    #expect(try width(over: 1) < width(over: 2))
    #expect(try width(over: 2) < width(over: 4))
  }
}
