import ChainGraph
import Testing

@Suite struct FigureSettingsTests {
  @Test(arguments: [
    (FigureSettings.Key.detail, "operations", "fine"), (.mode, "both", "none of it"),
    (.show, "jacobians,totals", "jacobian"), (.paths, "3", "0"), (.direction, "up", "north"),
    (.profile, "column", "book"), (.digits, "6", "16"), (.seed, "7", "-1"),
    (.scale, "2", "0"), (.dpi, "300", "5"), (.transparent, "yes", "perhaps"),
    (.glyphs, "inline", "outline"), (.layout, "denominator", "top"),
    (.tensors, "kronecker", "vec"), (.steps, "yes", "some"), (.bold, "no", "strong"),
    (.size, "12x8cm", "12cm"), (.highlight, "1, x", ","), (.collapse, "h", ","),
    (.theme, "dark", "drak"),
  ])
  func valuesAreChecked(_ key: FigureSettings.Key, _ good: String, _ bad: String) {
    var settings = FigureSettings()
    settings[key] = good
    #expect(settings.problem(with: key) == nil)
    settings[key] = bad
    #expect(settings.problem(with: key)?.hasPrefix("`\(bad)` is no \(key.rawValue)") == true)
  }

  @Test func aMissingFontIsNamed() {
    var settings = FigureSettings()
    settings[.font] = "No Such Font"
    #expect(settings.problem(with: .font)?.contains("`No Such Font` is not installed") == true)
  }

  @Test func optionsWinOverTheInput() throws {
    let source = "set title \"A\"\nset detail operations\nf = x*x\ndf/dx\n"
    #expect(Document(source).figures.first?.edgeCount == 2)
    var settings = FigureSettings()
    settings[.title] = "B"
    settings[.detail] = "functions"
    let figure = try #require(Document(source, settings: settings).figures.first)
    #expect(figure.title == "B")
    #expect(figure.edgeCount == 1)
  }

  @Test func wrongLinesAreErrorsAtTheirValue() {
    let document = Document("set digits 99\nset titel \"A\"\nf = x\ndf/dx\n")
    #expect(document.findings.map(\.id) == ["setting-value", "unknown-setting"])
    #expect(document.findings.map(\.column) == [12, 5])
    #expect(document.findings.last?.help == ["replace `titel` with `title`"])
  }

  @Test func formulasOfTitlesAreRead() {
    let document = Document("set title \"$\\nonsense$\"\nf = x\ndf/dx\n")
    #expect(document.findings.map(\.id) == ["formula"])
    #expect(!document.hasErrors)
  }
}
