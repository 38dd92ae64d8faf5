import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct PathListingTests {
  private let fan =
    (1...6).map { "a\($0) = \($0)*x" }.joined(separator: "\n")
    + "\nf = a1 + a2 + a3 + a4 + a5 + a6\ndf/dx\nat x = 1"

  @Test func allAreListedTheLargestFirst() throws {
    let derived = try Derived(fan)
    #expect(
      derived.paths.map { String($0.prefix { $0 != ":" }) }
        == (1...6).reversed().map { "x a\($0) f" })
    #expect(derived.derivation.derivatives[0].remainder == nil)
  }

  @Test func ofManyTheLargestAreListedFirst() throws {
    let derived = try Derived(fan, pathLimit: 2)
    let query = derived.derivation.derivatives[0]
    #expect(query.products.map { derived.number($0.expression) } == [6, 5])
    #expect(derived.number(query.remainder) == 10)
  }

  /// Factors stand as they multiply: output first.
  @Test func factorsRunFromOutputToInput() throws {
    let derived = try Derived("a = x^2\nf = sin(a)\ndf/dx")
    let product = derived.derivation.derivatives[0].products[0]
    #expect(product.factors.map { derived.text($0) } == ["cos(a)", "2*x"])
    #expect(derived.text(product.product) == "2*x*cos(a)")
    #expect(derived.text(product.expression) == "2*x*cos(x^2)")
  }
}
