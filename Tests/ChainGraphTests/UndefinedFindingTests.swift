import ChainGraph
import Testing

@Suite struct UndefinedFindingTests {
  @Test(arguments: [
    ("1/x + 3", "0", "division by zero at the point", 5, "choose a point where `x` is not 0"),
    ("3 + log(x)", "0", "logarithm of 0 at the point", 9, "choose a point where `x` is positive"),
    (
      "log(x - 1)", "0", "logarithm of a negative number at the point", 5,
      "choose a point where `x - 1` is positive"
    ),
    (
      "sqrt(x)", "-1", "root of a negative number at the point", 5,
      "choose a point where `x` is not negative"
    ),
    (
      "2*asin(x)", "3", "`asin` is not defined at the point", 7,
      "choose a point where `x` is between -1 and 1"
    ),
    (
      "exp(exp(x))", "100", "the value at the point is too large for a number", 5,
      "choose a point where it is smaller"
    ),
  ])
  func theReasonIsToldInWords(
    _ expression: String, _ x: String, _ message: String, _ column: Int, _ help: String
  ) throws {
    let document = Document("f = \(expression)\ndf/dx\nat x = \(x)\n")
    let finding = try #require(document.findings.first)
    #expect(document.findings.count == 1)
    #expect(finding.severity == .error && finding.id == "undefined-value")
    #expect(finding.message == message)
    #expect(finding.line == 1 && finding.column == column)
    #expect(finding.help == [help])
    #expect(document.figures.isEmpty)
  }

  @Test func aKinkOfWhatIsUndefinedIsNotToldAgain() {
    let document = Document("y = x/abs(x)\nat x = 0\n")
    #expect(document.findings.map(\.id) == ["undefined-value"])
  }

  @Test func branchesNotTakenMayBeUndefined() {
    let document = Document("f = cases(x > 0, log(x), 0)\ndf/dx\nat x = -1\n")
    #expect(document.findings.isEmpty)
    #expect(document.figures.first?.derivatives.first?.value == [0])
  }
}
