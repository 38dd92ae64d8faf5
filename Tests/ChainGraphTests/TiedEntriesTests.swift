import ChainGraph
import Testing

/// Where entries tie, a derivative's text picks the first as its value does, so that read again it
/// gives that value.
@Suite struct TiedEntriesTests {
  @Test(arguments: [
    ("x : R^3", "max(x)", "x = [2; 1; 2]", [1.0, 0, 0]),
    ("x : R^n", "max(x)", "x = [1; 2; 2]", [0, 1, 0]),
    ("x : R^3", "min(x)", "x = [2; 1; 1]", [0, 1, 0]),
    ("x : R^3", "norminf(x)", "x = [1; -2; 2]", [0, -1, 0]),
    ("x : R^2", "x*max(x.^2)", "x = [2; -2]", [12, 0, -8, 4]),
    ("x : R^{2 x 3}", "max(x)", "x = [1, 2, 5; 5, 5, 1]", [0, 0, 1, 0, 0, 0]),
    ("x : R^{m x n}", "norminf(x)", "x = [1, 2; -2, 2]", [0, 1, 0, 0]),
    ("x : R^{2 x 2}", "sum(max(x, axis=2))", "x = [3, 3; 4, 4]", [1, 0, 1, 0]),
  ])
  func theTextPicksTheFirst(
    _ declaration: String, _ function: String, _ point: String, _ value: [Double]
  ) throws {
    let document = Document("\(declaration)\nd(\(function))/dx\nat \(point)\n")
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(derivative.value == value)
    let again =
      "\(declaration)\nagain = z*(\(derivative.expression))\nd again / d z\nat \(point), z = 1\n"
    #expect(Document(again).figures.first?.derivatives.first?.value == value)
  }

  @Test func elsewhereTheTextStaysShort() {
    let document = Document("x : R^3\nd(max(x))/dx\nat x = [2; 1; 3]\n")
    #expect(document.figures.first?.derivatives.first?.expression == "(1 - sign(max(x) - x))'")
  }
}
