import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct SVGElementsTests {
  private func drawn(_ element: SceneElement) throws -> ParsedElement {
    let root = try #require(parse(try svg(scene([element], background: nil))))
    return try #require(root.children.first { $0.name != "defs" })
  }

  @Test func aPathHasItsColourAndOpacity() throws {
    let path = Path([.move(Point(x: 1, y: 2)), .line(Point(x: 1.006, y: 9)), .close])
    let element = try drawn(
      .path(path, stroke: nil, fill: Color(red: 1, green: 2, blue: 255, alpha: 0.5)))
    #expect(
      element.attributes == ["d": "m1 2l0.01 7z", "fill": "#0102ff", "fill-opacity": "0.5"])
  }

  @Test func aRectangleHasItsCornersAndStroke() throws {
    let element = try drawn(
      .rectangle(
        Rectangle(minX: 1, minY: 2, maxX: 9, maxY: 5.5), cornerRadius: 2,
        stroke: Stroke(color: red, width: 1.25, dash: [3, 0.5]), fill: nil))
    #expect(
      element.attributes == [
        "x": "1", "y": "2", "width": "8", "height": "3.5", "rx": "2", "fill": "none",
        "stroke": "#ff0000", "stroke-width": "1.25", "stroke-dasharray": "3 0.5",
      ])
  }

  @Test func anEllipseFillsItsBox() throws {
    let element = try drawn(
      .ellipse(Rectangle(minX: 0, minY: 10, maxX: 30, maxY: 20), stroke: nil, fill: blue))
    #expect(
      element.attributes == ["cx": "15", "cy": "15", "rx": "15", "ry": "5", "fill": "#0000ff"])
  }

  @Test(arguments: SceneRole.allCases)
  func aGroupSaysWhatItIs(role: SceneRole) throws {
    let element = try drawn(
      .group(SceneGroup(role: role, text: "x < \u{1}y", elements: [formula([glyph("x")])])))
    #expect(element.attributes["class"] == role.rawValue)
    #expect(element.attributes["role"]?.isEmpty == false)
    #expect(element.children.first?.name == "title")
    #expect(element.children.first?.text == "x < y")
  }

  @Test func aGroupWithoutWordsHasNoRole() throws {
    let element = try drawn(.group(SceneGroup(role: .edge, text: "", elements: [])))
    #expect(element.attributes == ["class": "edge"])
    #expect(element.children.isEmpty)
  }
}
