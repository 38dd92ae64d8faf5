import ChainScene
import ChainTheme
import Testing

struct ContrastTests {
  @Test func contrastsAreThoseOfTheStandard() {
    let white = Color(hex: 0xFFFFFF)
    #expect(abs(white.contrast(with: Color(hex: 0x000000)) - 21) < 0.01)
    #expect(white.contrast(with: white) == 1)
    // Published ratios on white.
    #expect(abs(Color(hex: 0x767676).contrast(with: white) - 4.54) < 0.01)
    #expect(abs(Color(hex: 0x0000FF).contrast(with: white) - 8.59) < 0.01)
    #expect(abs(Color(hex: 0xFF0000).contrast(with: white) - 4.0) < 0.01)
  }

  @Test func theOrderDoesNotMatter() {
    let (a, b) = (Color(hex: 0x123456), Color(hex: 0xABCDEF))
    #expect(a.contrast(with: b) == b.contrast(with: a))
  }
}
