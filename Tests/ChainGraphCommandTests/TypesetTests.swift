import Foundation
import Testing

@Suite struct TypesetTests {
  @Test func measuresAreOneObject() throws {
    try Program.inFolder { program throws in
      let result = try program("typeset", "-x", "-f", "json", "--font-size", "20")
      #expect(result.status == 0)
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let lengths = try #require(object as? [String: Double])
      #expect(lengths.keys.sorted() == ["depth", "height", "width"])
      #expect(lengths.values.allSatisfy { $0 > 0 })
    }
  }

  @Test func formulasBecomePictures() throws {
    try Program.inFolder { program throws in
      #expect(try program("typeset", "\\frac{\\partial f}{\\partial x}", "-o", "f.svg").status == 0)
      #expect(try program("typeset", "-x^2", "-o", "f.png").status == 0)
      #expect(try program.read("f.svg").contains("<svg"))
      #expect(program.exists("f.png"))
    }
  }

  @Test func whatIsNotUnderstoodIsShown() throws {
    try Program.inFolder { program throws in
      let result = try program("typeset", "x + \\nonsense")
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.messages.hasPrefix("<formula>:1:5: error: "))
    }
  }

  @Test(arguments: ["0", "-3", "many"])
  func sizesArePositive(_ size: String) throws {
    try Program.inFolder { program throws in
      #expect(try program("typeset", "x", "--font-size=\(size)").status == 64)
    }
  }
}
