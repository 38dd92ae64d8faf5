import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

struct SVGFormulasTests {
  private func drawn(_ element: SceneElement) throws -> ParsedElement {
    let root = try #require(parse(svg(scene([element], background: nil))))
    return try #require(root.children.first { $0.name == "g" })
  }

  @Test func aFormulaIsOneGroupAtItsOriginAndSize() throws {
    let group = try drawn(
      formula([glyph(1)], text: "a < b", origin: Point(x: 3.5, y: 7), fontSize: 14, color: red))
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

  @Test func glyphsStandInFontUnitsGroupedBySize() throws {
    let group = try drawn(
      formula([
        glyph(1, x: 0.25, y: 0.5), glyph(2, x: 1, y: -0.7, scale: 0.7), glyph(3, x: 2),
        glyph(1, face: .fallback, x: 1, y: 1),
      ]))
    let places = { (element: ParsedElement) in
      [element.attributes["x"], element.attributes["y"]]
    }
    #expect(group.children.map(\.name) == ["use", "use", "g", "g"])
    #expect(places(group.children[0]) == ["250", "-500"])
    #expect(places(group.children[1]) == ["2000", "0"])
    #expect(group.children[2].attributes == ["transform": "scale(0.7)"])
    #expect(group.children[2].children.map(places) == [["1429", "1000"]])
    #expect(group.children[3].attributes == ["transform": "scale(0.488281)"])
    #expect(group.children[3].children.map(places) == [["2048", "-2048"]])
  }

  @Test func glyphsWithoutInkAreNotWritten() throws {
    #expect(try drawn(formula([glyph(0), glyph(1)])).children.count == 1)
  }

  @Test func anAssemblyIsOneOutline() throws {
    let group = try drawn(formula([], assemblies: [[glyph(1), glyph(1, y: 0.6, scale: 0.5)]]))
    let data = try #require(group.children.first?.attributes["d"])
    #expect(group.children.count == 1)
    // The second piece starts 600 above the first, half as wide.
    #expect(data == "m0 0h100v-700c0-50-100-50-100 0zm0-600h50v-350c0-25-50-25-50 0z")
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
