import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

struct SVGFormulasTests {
  private func drawn(_ element: SceneElement) throws -> ParsedElement {
    let root = try #require(parse(try svg(scene([element], background: nil))))
    return try #require(root.children.first { $0.name == "g" })
  }

  @Test func aFormulaIsOneGroupAtItsOriginAndSize() throws {
    let group = try drawn(
      formula([glyph("x")], text: "a < b", origin: Point(x: 3.5, y: 7), fontSize: 14, color: red))
    #expect(
      group.attributes == [
        "transform": "translate(3.5 7) scale(0.014)", "fill": "#ff0000", "role": "math",
        "aria-label": "a < b",
      ])
  }

  @Test func aFormulaThatItsGroupDescribesIsNotReadTwice() throws {
    let label = SceneGroup(role: .label, text: "slope", elements: [formula([], text: "m")])
    let group = try #require(try drawn(.group(label)).children.last)
    #expect(group.attributes["aria-label"] == nil)
  }

  @Test func textToFindStandsAboveTheOutlines() throws {
    let element = try formula([glyph("x")], text: "a < b")
    let bytes = try svg(scene([element]), options: SVGOptions(text: true))
    let root = try #require(parse(bytes))
    let group = try #require(root.children.first { $0.name == "g" })
    let text = try #require(group.children.last)
    #expect(text.name == "text")
    #expect(text.attributes["fill-opacity"] == "0")
    #expect(text.attributes["aria-hidden"] == "true")
    #expect(text.attributes["textLength"] == "1000")
    #expect(try !String(decoding: svg(scene([element])), as: UTF8.self).contains("<text"))
  }

  @Test func glyphsStandInFontUnitsGroupedBySize() throws {
    let group = try drawn(
      formula([
        glyph("a", x: 0.25, y: 0.5), glyph("b", x: 1, y: -0.7, scale: 0.7), glyph("c", x: 2),
      ]))
    #expect(group.children.map(\.name) == ["use", "use", "g"])
    #expect(place(of: group.children[0]) == ["250", "-500"])
    #expect(place(of: group.children[1]) == ["2000", "0"])
    #expect(group.children[2].attributes == ["transform": "scale(0.7)"])
    #expect(group.children[2].children.map(place) == [["1429", "1000"]])
  }

  private func place(of element: ParsedElement) -> [String?] {
    [element.attributes["x"], element.attributes["y"]]
  }

  @Test func glyphsWithoutInkAreNotWritten() throws {
    let group = try drawn(typeset("\\text{a a}"))
    #expect(group.all(named: "use").count == 2)
  }

  @Test func anAssemblyIsOneOutline() throws {
    let lower = try glyph("|")
    let upper = try glyph("|", x: 0.1, y: 0.6, scale: 0.5)
    let group = try drawn(formula([], assemblies: [[lower, upper]]))
    let outline = try font.get().outline(of: lower.glyph).path
    let pieces = [
      Placement(scaleY: -1),
      Placement(shift: Point(x: 100, y: -600), scaleX: 0.5, scaleY: -0.5),
    ].map { outline.placed(by: $0).segments }
    var expected = MarkupBuffer()
    expected.append(pathData: Path(pieces.flatMap(\.self)), decimals: 1)
    #expect(
      group.children.map { $0.attributes["d"] } == [String(decoding: expected.bytes, as: UTF8.self)]
    )
  }

  @Test func rulesAreOnePath() throws {
    let rules = [
      Rule(x: 0, y: 0.25, width: 1, height: 0.04), Rule(x: 2, y: -0.1, width: 0.5, height: 0.04),
    ]
    let group = try drawn(formula([], rules: rules))
    #expect(
      group.children.map(\.attributes) == [
        ["d": "m0-250h1000v-40h-1000zm2000 350h500v-40h-500z"]
      ])
  }
}
