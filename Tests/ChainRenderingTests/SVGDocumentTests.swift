import ChainRendering
import ChainScene
import Testing

struct SVGDocumentTests {
  @Test func theRootNamesAndDescribesTheFigure() throws {
    let root = try #require(parse(try svg(everything())))
    #expect(root.attributes["role"] == "graphics-document")
    #expect(root.attributes["lang"] == "en")
    #expect(root.attributes["version"] == "1.1")
    let title = try #require(root.children.first { $0.name == "title" })
    let description = try #require(root.children.first { $0.name == "desc" })
    #expect(title.text == "f < g & h")
    #expect(description.text == "One \"node\".\nTwo.")
    #expect(root.attributes["aria-labelledby"] == title.attributes["id"])
    #expect(root.attributes["aria-describedby"] == description.attributes["id"])
    #expect(root.all(named: "metadata").map(\.text) == ["checked at 3 points"])
  }

  @Test func aDarkPageHasColoursOfItsOwn() throws {
    var scene = try everything()
    scene.darkColors = [ColorChange(light: red, dark: Color(hex: 0x00FF00))]
    let root = try #require(parse(svg(scene)))
    let style = try #require(root.all(named: "style").first?.text)
    let id = try #require(root.attributes["id"])
    #expect(style.contains("@media (prefers-color-scheme: dark)"))
    #expect(style.contains("#\(id) [fill=\"#ff0000\"] { fill: #00ff00 }"))
    #expect(style.contains("#\(id) [stroke=\"#ff0000\"] { stroke: #00ff00 }"))
  }

  @Test func whatIsEmptyIsLeftOut() throws {
    let root = try #require(parse(try svg(scene())))
    #expect(root.attributes["aria-labelledby"] == nil)
    #expect(root.children.map(\.name) == ["rect"])
  }

  @Test func idsAreUniqueWithinADocument() throws {
    let root = try #require(parse(try svg(everything())))
    let ids = root.all.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count)
    let targets = root.all(named: "use").compactMap { $0.attributes["xlink:href"]?.dropFirst() }
    #expect(targets.allSatisfy { ids.contains(String($0)) })
    #expect(root.all(named: "use").allSatisfy { $0.attributes["href"] == nil })
  }

  @Test func documentsThatDifferHaveDifferentIds() throws {
    let titles = (0..<200).map { "figure \($0)" }
    let ids = try titles.map { title in
      let root = try #require(parse(try svg(scene([formula([glyph("x")])], title: title))))
      return try #require(root.attributes["aria-labelledby"])
    }
    #expect(Set(ids).count == titles.count)
  }
}
