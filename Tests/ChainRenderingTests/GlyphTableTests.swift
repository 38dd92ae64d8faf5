import ChainRendering
import ChainScene
import Testing

struct GlyphTableTests {
  @Test func outlinesAreHeldOnceInTheOrderOfFirstUse() throws {
    let label = SceneGroup(role: .label, text: "", elements: [formula([glyph(2), glyph(5)])])
    let elements = [formula([glyph(5), glyph(0), glyph(5)]), .group(label), formula([glyph(2)])]
    let root = try #require(parse(svg(scene(elements))))
    let definitions = root.all(named: "defs").flatMap(\.children)
    #expect(
      definitions.map { $0.attributes["d"] } == [
        "m0 0h500v-700c0-50-500-50-500 0z", "m0 0h200v-700c0-50-200-50-200 0z",
      ])
    let ids = definitions.map { "#" + ($0.attributes["id"] ?? "") }
    let targets = root.all(named: "use").map { $0.attributes["xlink:href"] }
    #expect(targets == [ids[0], ids[0], ids[1], ids[0], ids[1]])
  }

  @Test func aSceneWithoutGlyphsHasNoDefinitions() throws {
    let root = try #require(parse(svg(scene([formula([glyph(0)])]))))
    #expect(root.all(named: "defs").isEmpty)
  }
}
