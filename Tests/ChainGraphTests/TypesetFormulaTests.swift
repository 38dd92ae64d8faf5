import ChainGraph
import Testing

@Suite struct TypesetFormulaTests {
  @Test func theBoxScalesWithTheFont() throws {
    let small = try TypesetFormula(tex: "\\frac{1}{2}", fontSize: 10)
    let large = try TypesetFormula(tex: "\\frac{1}{2}", fontSize: 20)
    #expect(small.problems.isEmpty)
    #expect(abs(large.width - 2 * small.width) < 1e-9)
    #expect(small.height > 0 && small.depth > 0)
    #expect(small.json.hasPrefix("{ \"width\": "))
  }

  @Test func whatIsNotUnderstoodHasItsPlace() throws {
    let formula = try TypesetFormula(tex: "x + \\nonsense", fontSize: 10)
    #expect(formula.problems.map(\.column) == [5])
  }

  @Test func picturesHaveTheirSignature() throws {
    let formula = try TypesetFormula(tex: "x^2", fontSize: 10)
    #expect(formula.svg().starts(with: "<?xml".utf8))
    let image = try formula.png()
    #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func aMissingFontIsAnError() {
    #expect(throws: DrawingError.self) {
      try TypesetFormula(tex: "x", fontSize: 10, font: "No Such Font")
    }
  }
}
