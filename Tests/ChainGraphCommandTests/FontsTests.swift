import Foundation
import Testing

@Suite struct FontsTests {
  @Test func fontsAreListedInColumns() throws {
    try Program.inFolder { program throws in
      let result = try program("fonts")
      #expect(result.status == 0 && result.messages.isEmpty)
      let first = try #require(result.output.split(separator: "\n").first)
      #expect(first.hasPrefix("Latin Modern Math"))
      #expect(first.contains("  serif  MATH, CFF"))
      #expect(first.hasSuffix("/latinmodern-math.otf"))
    }
  }

  @Test(arguments: [
    ("Latin Modrn Math", "replace it with `Latin Modern Math`"),
    ("latin moder", "replace it with `Latin Modern`"),
    ("Wingdings", "`chaingraph fonts` lists those that are"),
  ])
  func aFamilyThatIsNotThereIsMended(family: String, mend: String) throws {
    try Program.inFolder { program throws in
      let result = try program("render", "-", "--font", family, input: "f = x\ndf/dx\n")
      #expect(result.status == 64)
      #expect(result.messages.contains("the font `\(family)` is not installed; \(mend)"))
    }
  }
}
