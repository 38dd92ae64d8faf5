import ChainElaboration
import Testing

@Suite struct AlgebraTests {
  @Test(arguments: [
    ("x, y : R\nf = x*y\ndf/dx", "{x y}"), ("x, y : R\nf = x/y\ndf/dx", "{x y^-1}"),
    ("x, y : R\nf = x - 2*y\ndf/dx", "(+x -{2 y})"),
  ])
  func expressionsAreProductsAndSums(source: String, expected: String) {
    #expect(body(source) == expected)
  }

  /// A mean divides by the length, known or not.
  @Test func meansKeepTheirLength() {
    #expect(shape("x : R^n\nf = mean(x)\ndf/dx") == "R")
    #expect(body("x : R^n\nf = mean(x)\ndf/dx").contains("n"))
  }

  @Test func entrywiseProductsKeepTheirSpace() {
    #expect(shape("x, y : R^n\nf = x .* y\ndf/dx") == "R^n")
    #expect(shape("x, y : R^n\nf = (x .* y)'\ndf/dx") == "R^n row")
  }
}
