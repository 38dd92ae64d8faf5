import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct SVGWriterTests {
  @Test(arguments: SVGOptions.Glyphs.allCases)
  func isWellFormedAndEqualEachTime(glyphs: SVGOptions.Glyphs) throws {
    let options = SVGOptions(glyphs: glyphs)
    let first = try svg(everything(), options: options)
    #expect(parse(first)?.name == "svg")
    #expect(try svg(everything(), options: options) == first)
  }

  @Test func sharedAndInlineGlyphsDrawTheSame() throws {
    let shared = try #require(parse(try svg(everything(), options: SVGOptions(glyphs: .shared))))
    let inline = try #require(parse(try svg(everything(), options: SVGOptions(glyphs: .inline))))
    #expect(!shared.all(named: "use").isEmpty)
    #expect(inline.all(named: "use").isEmpty)
    #expect(inline.all(named: "defs").isEmpty)
    #expect(glyphsAsDrawn(shared) == glyphsAsDrawn(inline))
  }

  @Test func scaleEnlargesThePaperAndKeepsTheCoordinates() throws {
    let root = try #require(parse(try svg(scene(), options: SVGOptions(scale: 2.5))))
    #expect(root.attributes["width"] == "100pt")
    #expect(root.attributes["height"] == "50pt")
    #expect(root.attributes["viewBox"] == "0 0 40 20")
  }

  @Test func transparentLeavesOutTheBackground() throws {
    let opaque = try #require(parse(try svg(scene())))
    let transparent = try #require(parse(try svg(scene(), options: SVGOptions(transparent: true))))
    let bare = try #require(parse(try svg(scene(background: nil))))
    #expect(opaque.all(named: "rect").map { $0.attributes["fill"] } == ["#ffffff"])
    #expect(transparent.all(named: "rect").isEmpty)
    #expect(bare.all(named: "rect").isEmpty)
  }

  @Test func aFigureOfEightNodesIsSmall() throws {
    let box = SceneElement.rectangle(
      Rectangle(minX: 1, minY: 1, maxX: 99, maxY: 40), cornerRadius: 4,
      stroke: Stroke(color: black, width: 1), fill: black)
    let elements = try (1...24).flatMap { number in
      [
        box,
        try typeset("\\frac{\\partial f}{\\partial x_{\(number)}} = 2\\cos x = 0.\(number * 41)"),
      ]
    }
    #expect(try svg(scene(elements)).count < 60_000)
  }
}

/// The outline and the place of each glyph, whichever way the document holds it.
private func glyphsAsDrawn(_ root: ParsedElement) -> [[String?]] {
  var outlines: [String: String] = [:]
  for definition in root.all(named: "defs").flatMap(\.children) {
    outlines["#" + (definition.attributes["id"] ?? "")] = definition.attributes["d"]
  }
  return root.all.compactMap { element in
    let attributes = element.attributes
    if element.name == "use" {
      let position = "translate(\(attributes["x"] ?? "") \(attributes["y"] ?? ""))"
      return [outlines[attributes["xlink:href"] ?? ""], position]
    }
    guard let transform = attributes["transform"], element.name == "path" else { return nil }
    return [attributes["d"], transform]
  }
}
