import ChainGraph
import Testing

@Suite struct GivenPointTests {
  private func ids(_ source: String) -> [String] { Document(source).findings.map(\.id) }

  @Test func valuesAreExpressionsWithoutInputs() throws {
    let document = Document("f = x^2\ndf/dx\nat x = sqrt(2)*pi/pi\n")
    let value = try #require(document.figures.first?.derivatives.first?.value?.first)
    #expect(abs(value - 2 * 2.0.squareRoot()) < 1e-12)
  }

  @Test func whatIsUndefinedThereIsTold() {
    #expect(!ids("f = log(x)\ndf/dx\nat x = -1\n").isEmpty)
    #expect(ids("f = log(x)\ndf/dx\nat x = 1\n").isEmpty)
  }

  @Test func aKinkIsTold() {
    #expect(ids("f = abs(x)\ndf/dx\nat x = 0\n") == ["kink"])
    #expect(ids("f = abs(x)\ndf/dx\nat x = 2\n").isEmpty)
  }

  @Test func withoutAPointNothingIsSaid() {
    #expect(ids("f = log(x)\ndf/dx\n").isEmpty)
  }
}
