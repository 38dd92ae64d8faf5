import ChainGraph
import Testing

@Suite struct PreparationTests {
  @Test func settingsOfTheSourceGiveWayToThoseFromOutside() {
    var settings = FigureSettings()
    settings[.title] = "outside"
    let source = "set title inside\nf = x^2\ndf/dx\n"
    #expect(Document(source, settings: settings).figures.first?.title == "outside")
    #expect(Document(source).figures.first?.title == "inside")
  }

  @Test func aWrongSettingKeepsItsFigureBackAlone() {
    let document = Document("set digits many\nf = x\ndf/dx\n---\ng = x\ndg/dx\n")
    #expect(document.figures.map(\.number) == [2] && document.hasErrors)
  }

  @Test func allFindingsOfAFigureAreToldAtOnce() {
    let document = Document("f = (x\ng = foo(x)\nset detale auto\ndf/dx\n")
    #expect(document.findings.count >= 2)
  }

  /// A failed check is the one error with which a figure still comes.
  @Test func everyFigureIsChecked() {
    #expect(Document("f = sin(x)*exp(x)\ndf/dx\n").figures.map(\.isChecked) == [true])
  }
}
