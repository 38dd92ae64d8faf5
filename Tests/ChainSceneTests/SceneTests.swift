import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct SceneTests {
  @Test func hexadecimalColoursAreOpaque() {
    let color = Color(hex: 0x0072B2)
    #expect(color == Color(red: 0x00, green: 0x72, blue: 0xB2))
    #expect(color.alpha == 1)
  }

  @Test func higherBitsAreNoColour() {
    #expect(Color(hex: 0xFF12_3456) == Color(red: 0x12, green: 0x34, blue: 0x56))
  }

  @Test func linesAreSolidUnlessDashed() {
    #expect(Stroke(color: Color(hex: 0), width: 1).dash.isEmpty)
    #expect(Stroke(color: Color(hex: 0), width: 1, dash: [2, 1]).dash == [2, 1])
  }

  @Test func equalGroupsAreEqual() {
    let box = Rectangle(center: Point(x: 1, y: 0.5), size: Size(width: 2, height: 1))
    let element = SceneElement.rectangle(
      box, cornerRadius: 1, stroke: nil, fill: Color(hex: 0xFFFFFF))
    let group = SceneGroup(role: .node, text: "x", elements: [element])
    #expect(SceneElement.group(group) == .group(group))
    #expect(SceneElement.group(group) != element)
  }

  @Test func aSceneKeepsWhatItIsGiven() throws {
    let scene = Scene(
      size: Size(width: 3, height: 4), background: nil, title: "t", description: "d",
      metadata: "m", elements: [], font: try MathFont.load())
    #expect(scene.size == Size(width: 3, height: 4))
    #expect([scene.title, scene.description, scene.metadata] == ["t", "d", "m"])
    #expect(scene.background == nil && scene.elements.isEmpty)
  }
}
