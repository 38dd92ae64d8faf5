import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct SceneGroupTests {
  private static func dot(_ x: Double) -> SceneElement {
    .ellipse(
      Rectangle(center: Point(x: x, y: 0), size: Size(width: 1, height: 1)), stroke: nil,
      fill: Color(hex: 0))
  }

  private static func group(_ steps: SceneSteps, _ elements: [SceneElement]) -> SceneElement {
    .group(SceneGroup(role: .node, steps: steps, text: "", elements: elements))
  }

  private static func scene(_ elements: [SceneElement], steps: [String]) throws -> Scene {
    Scene(
      size: Size(width: 1, height: 1), background: nil, title: "", description: "whole",
      metadata: "", elements: elements, steps: steps, font: try MathFont.load())
  }

  @Test func aGroupIsSeenFromItsFirstStepToItsLast() {
    let steps = SceneSteps(first: 1, last: 2)
    #expect((0...3).map(steps.contains) == [false, true, true, false])
    #expect(SceneSteps(first: 2).contains(9) && SceneSteps.all.contains(0))
  }

  @Test func aFrameLeavesOutWhatIsNotSeen() throws {
    let late = Self.group(SceneSteps(first: 1), [Self.dot(2)])
    let scene = try Self.scene(
      [Self.dot(0), Self.group(.all, [Self.dot(1), late])], steps: ["first", "second"])
    let frames = scene.frames
    #expect(frames.map(\.description) == ["first", "second"])
    #expect(frames[0].elements == [Self.dot(0), Self.group(.all, [Self.dot(1)])])
    #expect(frames[1].elements == scene.elements)
    #expect(frames.allSatisfy { $0.size == scene.size && $0.steps.isEmpty })
  }

  @Test func aSceneWithoutStepsIsItsOnlyFrame() throws {
    let scene = try Self.scene([Self.dot(0)], steps: [])
    #expect(scene.frames.map(\.description) == ["whole"])
  }
}
