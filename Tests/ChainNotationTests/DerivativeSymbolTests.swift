import ChainNotation
import MathTypesetting
import Testing

@Suite struct DerivativeSymbolTests {
  @Test func derivativeSymbolsCountTheirOrder() {
    let (f, x, y) = (Name("f").formula(), Name("x1").formula(), Name("y").formula())
    #expect(DerivativeSymbol(of: f, by: [x], isTotal: false).words == "∂f/∂x₁")
    #expect(
      DerivativeSymbol(of: f, by: [y], isTotal: true).latex == "\\frac{\\mathrm{d}f}{\\mathrm{d}y}")
    #expect(DerivativeSymbol(of: f, by: [y, y], isTotal: true).words == "d²f/dy²")
    #expect(
      DerivativeSymbol(of: f, by: [x, y], isTotal: false).latex
        == "\\frac{\\partial^2 f}{\\partial x_1\\,\\partial y}")
  }

  @Test func neighboursThatDifferKeepTheirOrder() {
    let (f, x, y) = (Name("f").formula(), Name("x").formula(), Name("y").formula())
    #expect(DerivativeSymbol(of: f, by: [x, x, y], isTotal: false).words == "∂³f/∂x² ∂y")
    #expect(DerivativeSymbol(of: f, by: [x, y, x], isTotal: false).latex.contains("\\partial^3 f"))
  }
}
