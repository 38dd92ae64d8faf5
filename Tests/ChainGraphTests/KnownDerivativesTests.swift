import ChainGraph
import Testing

/// Derivatives of scalars, paths and reductions against values from another implementation.
@Suite struct KnownDerivativesTests {
  @Test func thereAreMany() { #expect(KnownDerivative.all.count == 63) }

  @Test(arguments: KnownDerivative.all)
  func valuesAgree(_ known: KnownDerivative) throws {
    let document = Document(known.source)
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(agree(derivative.value, known.jacobian, 1e-8))
    #expect(derivative.isChecked)
  }

  /// The text of a derivative is an expression of the language with the derivative's value.
  @Test(arguments: KnownDerivative.all)
  func expressionsReadAgainHaveTheSameValue(_ known: KnownDerivative) throws {
    let derivative = try #require(Document(known.source).figures.first?.derivatives.first)
    let isQuery = { (line: Substring) in line.contains("/d") && !line.contains(":") }
    let lines = known.source.split(separator: "\n").filter { !isQuery($0) }.map(String.init)
    let bindings = derivative.bindings.map { "\($0.name) = \($0.expression)" }
    let input = try #require(derivative.inputs.first)
    let again = lines + bindings + ["again = \(derivative.expression)", "d again / d \(input)"]
    var settings = FigureSettings()
    settings[.detail] = "functions"
    let document = Document(again.joined(separator: "\n") + "\n", settings: settings)
    #expect(!document.hasErrors, "\(document.report(style: .short))")
    let figure = try #require(try Report(document).figures.first)
    let value = figure.value(ofNode: "again")
    let spread = value?.count == 1 && known.jacobian.count > 1
    let got = spread ? value.map { Array(repeating: $0[0], count: known.jacobian.count) } : value
    #expect(agree(got, known.jacobian, 1e-8), "\(derivative.expression)")
  }
}
