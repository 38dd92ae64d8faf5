import ChainGraph
import Foundation
import Testing

@Suite struct FigureTests {
  @Test func countsAreThoseOfTheGraph() throws {
    let figure = try #require(
      Document("u = sin(t)\nv = cos(t)\nf = u^2 + 2*v\ndf/dt\n").figures.first)
    #expect(figure.nodeCount == 4 && figure.edgeCount == 4)
    #expect(figure.derivatives.map(\.pathCount) == ["2"])
    #expect(figure.isChecked)
  }

  @Test func textTellsTheDerivation() throws {
    let figure = try #require(
      Document("set title \"T\"\nu = 3*x\nf = u^2\ndf/dx\nat x = 2\n").figures.first)
    let lines = figure.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.dropLast(2) == [
        "T", "", "x = 2", "u = 3*x = 6", "f = u^2 = 36", "", "du/dx = 3", "df/du = 2*u = 12", "",
        "  1. via u: (df/du)(du/dx) = 6*u = 36", "df/dx = 18*x = 36",
      ])
    #expect(lines.dropLast().last?.hasPrefix("checked by central differences at 5 points") == true)
  }

  @Test func negativeNumbersHaveTheSignOfTheLanguage() throws {
    let figure = try #require(Document("f = -x\ndf/dx\nat x = 2\n").figures.first)
    #expect(figure.text.contains("f = -x = -2\n"))
  }

  @Test func operationsAreNamedByTheirSource() throws {
    var settings = FigureSettings()
    settings[.detail] = "operations"
    let document = Document("f = (a + b)*sin(b - 1)\ndf/db\n", settings: settings)
    #expect(document.hasErrors)
    let known = Document("f = (a+b) * sin(b - a)\ndf/da\ndf/db\n", settings: settings)
    let names = try Report(known).figures[0].nodes.map(\.name)
    #expect(names.contains("a+b") && names.contains("sin(b - a)") && names.contains("f"))
  }

  @Test func atOperationsEveryUseIsAnEdge() throws {
    var settings = FigureSettings()
    settings[.detail] = "operations"
    let source = "f = x*x\ndf/dx\nat x = 3\n"
    let operations = try Report(Document(source, settings: settings)).figures[0]
    #expect(operations.edges.count == 2)
    #expect(operations.derivatives[0].paths == "2")
    let functions = try Report(Document(source)).figures[0]
    #expect(functions.edges.map { $0.jacobian.value?.data } == [[6]])
    #expect(functions.derivatives[0].paths == "1")
  }

  @Test func pathsRunInputToOutput() throws {
    let report = try Report(Document("u = 3*x\nf = u^2\ndf/dx\nat x = 2\n"))
    let product = try #require(report.figures[0].derivatives[0].products?.first)
    #expect(product.path == ["n0", "n1", "n2"])
    #expect(product.edges == ["e0", "e1"])
  }

  @Test func tooLargeAFigureIsNotDrawn() throws {
    let links = (1..<3100).map { "v\($0) = sin(v\($0 - 1))\n" }
    let source = "v0 = x\n" + links.joined() + "dv3099/dx\n"
    let figure = try #require(Document(source).figures.first)
    let error = #expect(throws: DrawingError.self) { try figure.svg() }
    #expect(error?.isOfInput == true)
  }
}
