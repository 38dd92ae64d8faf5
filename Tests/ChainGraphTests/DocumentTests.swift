import ChainGraph
import Testing

@Suite struct DocumentTests {
  @Test func theDocumentedExampleHolds() throws {
    let document = Document("f = x^2 + y\ndf/dx\nat x = 3, y = 1\n")
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(document.findings.isEmpty)
    #expect(derivative.expression == "2*x")
    #expect(derivative.value == [6])
  }

  @Test func figuresShareNothing() throws {
    let document = Document("f = x^2\ndf/dx\n---\ng = f + y\ndg/dy\n---\nh = z^3\ndh/dz\n")
    #expect(document.figureCount == 3)
    #expect(document.figures.map(\.number) == [1, 3])
    #expect(document.hasErrors)
    #expect(document.findings.map(\.id) == ["unknown-name"])
    #expect(document.findings.first?.line == 4)
    #expect(document.findings.first?.column == 5)
  }

  @Test func aPointFromOutsideWinsNameByName() throws {
    let document = Document("f = x*y\ndf/dx\nat x = 1, y = 2\n", point: "y = 5")
    #expect(document.figures.first?.derivatives.first?.value == [5])
  }

  @Test func aPointFromOutsideNamesInputs() throws {
    let document = Document("f = x^2\n", point: "x = 3")
    #expect(document.figures.first?.derivatives.first?.value == [6])
  }

  @Test func namesThatNoFigureHasAreToldOnce() {
    let source = "f = x\ndf/dx\n---\ng = y\ndg/dy\n"
    let document = Document(source, point: "y = 1, z = 2")
    #expect(document.findings.map(\.message) == ["no figure has the name `z`"])
    #expect(document.findings.first?.input == "--at")
    #expect(document.figures.count == 2)
  }

  @Test func errorsInThePointKeepAllFiguresBack() {
    let document = Document("f = x\ndf/dx\n", point: "x = ")
    #expect(document.figures.isEmpty)
    #expect(document.hasErrors)
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n---\n", "\u{FEFF}"])
  func anEmptyInputIsAnError(_ source: String) {
    let document = Document(source)
    #expect(document.figures.isEmpty)
    #expect(document.findings.map(\.id) == ["empty-source"])
  }

  @Test func theSameInputGivesTheSameBytes() {
    let source = "f = sin(x)*exp(x*y)\ndf/dx\ndf/dy\nat x = 1, y = 2\n"
    #expect(Document(source).json == Document(source).json)
  }

  @Test func unicodeAndASCIIReadAlike() {
    let plain = Document("f = alpha*x_1^2\ndf/dx_1\nat alpha = 2, x_1 = 3\n")
    let fancy = Document("f = α·x₁²\n∂f/∂x₁\nat α = 2, x₁ = 3\n")
    #expect(fancy.findings.isEmpty)
    #expect(fancy.figures.first?.derivatives.first?.value == [12])
    #expect(plain.figures.first?.derivatives.first?.value == [12])
  }

  @Test func lineEndsDoNotMatter() {
    let document = Document("f = x^2\r\ndf/dx\r\nat x = 2\r\n")
    #expect(document.findings.isEmpty)
    #expect(document.figures.first?.derivatives.first?.value == [4])
  }
}
