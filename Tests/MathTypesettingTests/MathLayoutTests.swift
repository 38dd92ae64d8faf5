import ChainGeometry
import MathTypesetting
import Testing

@Suite struct MathLayoutTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  @Test func inkIsWhatIsDrawnAndTheBoxWhatIsTaken() {
    let space = font.layout(.space(mu: 18))
    #expect(abs(space.width - 1) < 1e-9 && space.ink.width == 0)
    let f = font.layout(.identifier("f"))
    #expect(f.ink.maxX > f.width && f.ink.maxY <= f.height + 1e-9 && -f.ink.minY <= f.depth + 1e-9)
  }

  @Test func inkTakesInRulesAndAssemblies() {
    let root = font.layout(.radical(radicand: .identifier("x"), degree: nil))
    let bar = root.rules[0]
    #expect(root.ink.maxY >= bar.y + bar.height - 1e-9)
    #expect(root.ink.maxX >= bar.x + bar.width - 1e-9)
  }

  @Test func textIsTheFormulaInOneLine() {
    #expect(font.layout(readTeX(#"\frac{a}{b}"#).formula).text == "a/b")
    #expect(font.layout(readTeX("x^2").formula).text == "x²")
  }

  @Test func facesAndGlyphsAreComparedByWhatTheyAre() {
    let (a, b) = (GlyphID(face: .math, index: 7), GlyphID(face: .text, index: 7))
    #expect(a != b && a == GlyphID(face: .math, index: 7))
    #expect(FaceID.allCases.count == 3)
  }
}
