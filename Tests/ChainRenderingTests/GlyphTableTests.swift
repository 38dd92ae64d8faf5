import ChainRendering
import ChainScene
import Testing

struct GlyphTableTests {
  @Test func outlinesAreHeldOnceInTheOrderOfFirstUse() throws {
    let label = SceneGroup(
      role: .label, text: "", elements: [try formula([glyph("b"), glyph("a")])])
    let elements = [
      try formula([glyph("a"), glyph("a")]), .group(label), try formula([glyph("b")]),
    ]
    let root = try #require(parse(try svg(scene(elements))))
    let definitions = root.all(named: "defs").flatMap(\.children)
    let expected = try ["a", "b"].map { try pathData(of: glyphID($0)) }
    #expect(definitions.map { $0.attributes["d"] } == expected)
    let ids = definitions.map { "#" + ($0.attributes["id"] ?? "") }
    let targets = root.all(named: "use").map { $0.attributes["xlink:href"] }
    #expect(targets == [ids[0], ids[0], ids[1], ids[0], ids[1]])
  }

  @Test func aSceneWithoutGlyphsHasNoDefinitions() throws {
    let root = try #require(parse(try svg(scene([formula([])]))))
    #expect(root.all(named: "defs").isEmpty)
  }
}
