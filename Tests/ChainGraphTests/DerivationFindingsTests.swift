import ChainGraph
import Testing

@Suite struct DerivationFindingsTests {
  private func ids(_ source: String) -> [String] { Document(source).findings.map(\.id) }

  @Test func aKinkIsAWarningAtItsPlace() throws {
    let document = Document("f = 2*abs(x)\ndf/dx\nat x = 0\n")
    let finding = try #require(document.findings.first)
    #expect(finding.severity == .warning && finding.id == "kink")
    #expect(finding.column == 7)
    #expect(document.figures.count == 1)
  }

  @Test func kinksOfEntriesAreToldToo() {
    let source = "x(t) = [abs(t); t]\nf(x) = relu(x[1]) + x[2]\ndf/dt\nat t = 0\n"
    #expect(ids(source) == ["kink", "kink"])
  }

  @Test func anInfiniteDerivativeIsAWarning() throws {
    let document = Document("f = sqrt(x)\ndf/dx\nat x = 0\n")
    #expect(document.findings.map(\.id) == ["undefined-derivative"])
    #expect(document.figures.first?.derivatives.first?.value == [.infinity])
    #expect(document.json.contains("\"data\": [\"inf\"]"))
  }

  @Test func theEdgeOfTheDomainIsNotChecked() {
    #expect(ids("f = x^(3/2)\ndf/dx\nat x = 0\n") == ["unchecked-point"])
  }

  @Test func withoutUsablePointsNothingIsChecked() throws {
    let document = Document("x : R positive\nf = log(-x)\n")
    #expect(document.findings.map(\.id) == ["unchecked"])
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(derivative.checkPoints == 0 && derivative.checkError == nil && derivative.isChecked)
  }

  @Test func whatTakesTooLongToCheckSaysSo() throws {
    let document = Document("X : R^{900 x 900}\nd(sum(inv(X)))/dX\n")
    let finding = try #require(document.findings.first)
    #expect(finding.id == "unchecked")
    #expect(finding.message.hasSuffix("is not checked: its finite differences would take too long"))
    #expect(document.figures.first?.derivatives.first?.checkPoints == 0)
  }

  @Test func whatDependsOnNothingIsRefused() {
    #expect(ids("f = 3\n") == ["nothing-to-differentiate"])
    #expect(ids("c : R constant\nf = 3*c\n") == ["nothing-to-differentiate"])
  }

  @Test func aFigureHasItsOwnFindings() throws {
    let report = try Report(
      Document("f = abs(x)\ndf/dx\nat x = 0\n---\ng = y^2\ndg/dy\n"))
    #expect(report.figures.map { $0.diagnostics.map(\.id) } == [["kink"], []])
  }

  @Test(arguments: [
    ("f = x", "df/dx"), ("f = x", "d f / d x"), ("f = x*y", "d^2 f/dx dy"),
    ("f = x", "d(x^2 + 1)/dx"),
  ])
  func symbolsAreWrittenAsQueries(_ definition: String, _ query: String) {
    let document = Document("x, y : R\n\(definition)\n\(query)\n")
    let written = query.replacing(" ", with: "").replacing("dxdy", with: "dx dy")
    #expect(
      document.figures.first?.derivatives.first?.symbol.replacing(" + ", with: "+") == written)
  }
}
