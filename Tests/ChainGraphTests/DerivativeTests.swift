import ChainGraph
import Testing

@Suite struct DerivativeTests {
  @Test func higherOrdersNameEveryInput() throws {
    let document = Document("f = x^3*y\nd^2 f / dx dy\nd^2 f/dx^2\nat x = 2, y = 1\n")
    let rows = try #require(document.figures.first?.derivatives)
    #expect(rows.map(\.inputs) == [["x", "y"], ["x", "x"]])
    #expect(rows.map(\.value) == [[12], [12]])
    #expect(rows.map(\.symbol) == ["d^2f/dx dy", "d^2f/dx^2"])
  }

  @Test func largeExpressionsNameTheirParts() throws {
    let factors = (1...40).map { "sin(\($0)*x + cos(x))" }.joined(separator: "*")
    let derivative = try #require(Document("f = \(factors)\ndf/dx\n").figures.first?.derivatives[0])
    #expect(!derivative.expression.contains("…"))
    #expect(derivative.isChecked)
  }

  @Test func abstractDerivativesAreWritten() throws {
    let source = "x : R -> R^2\nf : R^2 -> R\nd f(x(t)) / dt\n"
    let derivative = try #require(Document(source).figures.first?.derivatives.first)
    #expect(derivative.expression == "D(f, 1)(x(t))*D(x, 1)(t)")
    #expect(derivative.value == nil)
    #expect(derivative.checkPoints > 0 && derivative.isChecked)
  }
}
