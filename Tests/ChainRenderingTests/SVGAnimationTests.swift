import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct SVGAnimationTests {
  /// Four steps, with a group from the second on and one at the third alone.
  private func document(animated: Bool) throws -> String {
    var picture = try scene(
      [
        .group(SceneGroup(role: .node, text: "", elements: [formula([glyph("x")])])),
        .group(
          SceneGroup(role: .label, steps: SceneSteps(first: 1), text: "", elements: [])),
        .group(
          SceneGroup(role: .note, steps: SceneSteps(first: 2, last: 2), text: "", elements: [])),
      ], background: nil)
    picture.steps = ["a", "b", "c", "d"]
    let bytes = svg(picture, options: SVGOptions(animated: animated))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func groupsAreSeenAtTheirSteps() throws {
    let text = try document(animated: true)
    #expect(parse(Array(text.utf8)) != nil)
    #expect(text.contains("-1-end{0%{opacity:0}25%{opacity:1}}"))
    #expect(text.contains("-2-2{0%{opacity:0}50%{opacity:1}75%{opacity:0}}"))
    #expect(text.contains("<g class=\"node\">"))
    let name = try #require(text.firstMatch(of: /<g class="note (\w+-2-2)">/)?.output.1)
    #expect(text.contains(".\(name){animation:6s step-end both \(name)}"))
  }

  @Test func withoutMotionTheWholeFigureIsSeen() throws {
    let text = try document(animated: true)
    let still = try #require(text.split(separator: "@media (prefers-reduced-motion").first)
    let hidden = still.matches(of: /\.\w+(-\d+-\w+){opacity:0}/).map { String($0.output.1) }
    #expect(hidden == ["-2-2"])
  }

  @Test func othersAreStill() throws {
    #expect(try !document(animated: false).contains("<style>"))
  }
}
