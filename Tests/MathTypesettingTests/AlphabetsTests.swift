import MathTypesetting
import Testing

@Suite struct AlphabetsTests {
  @Test(
    arguments: [
      ("x", .italic, "𝑥"), ("h", .italic, "ℎ"), ("α", .italic, "𝛼"), ("∂", .italic, "𝜕"),
      ("ϕ", .italic, "𝜙"), ("Γ", .italic, "Γ"), ("1", .italic, "1"), ("ı", .italic, "𝚤"),
      ("x", .upright, "x"), ("W", .bold, "𝐖"), ("α", .bold, "𝜶"), ("Σ", .bold, "𝚺"),
      ("3", .bold, "𝟑"), ("x", .boldItalic, "𝒙"), ("R", .doubleStruck, "ℝ"),
      ("A", .doubleStruck, "𝔸"), ("1", .doubleStruck, "𝟙"), ("L", .calligraphic, "ℒ"),
      ("A", .calligraphic, "𝒜"), ("S", .sansSerif, "𝖲"), ("+", .bold, "+"),
    ] as [(Unicode.Scalar, Alphabet, Unicode.Scalar)])
  func lettersComeFromTheirBlock(
    plain: Unicode.Scalar, alphabet: Alphabet, expected: Unicode.Scalar
  ) {
    #expect(alphabet.letter(for: plain) == expected)
  }

  @Test(arguments: ["Latin Modern Math", "TeX Gyre Termes Math"])
  func fontsHaveEveryLetter(family: String) throws {
    let font = try MathFont.load(family)
    let latin = ("a"..."z").map(Formula.identifier) + ("A"..."Z").map(Formula.identifier)
    #expect(latin.allSatisfy { font.layout($0).missing.isEmpty })
    for value in UInt32(0x3B1)...0x3C9 {
      let letter = try #require(Unicode.Scalar(value))
      for alphabet in [Alphabet.italic, .bold] {
        #expect(font.layout(.symbol(letter, .ordinary, alphabet)).missing.isEmpty)
      }
    }
  }
}

/// The letters between two, for tables of tests.
private func ... (first: String, last: String) -> [String] {
  guard let start = first.unicodeScalars.first?.value, let end = last.unicodeScalars.first?.value
  else { return [] }
  return (start...end).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
}
