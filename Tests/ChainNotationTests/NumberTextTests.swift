import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (0.5, "0.5"), (0.479425538604203, "0.4794"), (1.9850041, "1.985"), (0, "0"), (-0.0, "0"),
    (-0.117, "−0.117"), (1234.5, "1235"), (12345, "12350"), (123456, "123500"),
    (1_234_567, "1.235×10⁶"), (1e-5, "1×10⁻⁵"), (0.00123456, "0.001235"),
    (0.000123456, "1.235×10⁻⁴"),
    (9.99996, "10"), (0.99996, "1"), (-99999.6, "−100000"), (1e300, "1×10³⁰⁰"),
    (Double.leastNonzeroMagnitude, "5×10⁻³²⁴"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "undefined"), (100, "100"), (2.0, "2"),
  ])
  func roundsForPeople(value: Double, text: String) {
    #expect(DecimalText(value).description == text)
  }

  @Test func roundsToAskedDigits() {
    #expect(DecimalText(Double.pi, digits: 1).description == "3")
    #expect(DecimalText(Double.pi, digits: 8).description == "3.1415927")
    #expect(DecimalText(1.2e-7).formula.latex == "1.2 \\times 10^{-7}")
  }

  @Test(arguments: [
    (0.1, "0.1"), (2, "2"), (-0.0, "0"), (1e-7, "1e-07"), (.nan, "nan"), (.infinity, "inf"),
    (-.infinity, "-inf"), (1 / 3.0, "0.3333333333333333"),
  ])
  func writesShortestForMachines(value: Double, text: String) {
    #expect(shortest(value) == text)
    if value.isFinite { #expect(Double(shortest(value)) == value) }
  }

  @Test func exactNumbersKeepTheirForm() throws {
    #expect(Number(7).text == "7")
    #expect(try #require(Number(numerator: -3, denominator: 4)).text == "-3/4")
    #expect(try #require(Number(numerator: -3, denominator: 4, isDecimal: true)).text == "-0.75")
    #expect(try #require(Number(numerator: 1, denominator: 3, isDecimal: true)).text == "1/3")
    #expect(Number(0.1).text == "0.1")
    let small = try #require(Number(numerator: 1, denominator: 1_000_000_000_000, isDecimal: true))
    #expect(small.text == "0.000000000001")
  }
}
