import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

@Suite struct TikZPictureTests {
  private func source(_ elements: [SceneElement]) throws -> String {
    String(decoding: tikz(try scene(elements), options: DocumentOptions()), as: UTF8.self)
  }

  private let frame = Rectangle(center: Point(x: 10, y: 20), size: Size(width: 6, height: 4))

  @Test func shapesWithoutANameArePaths() throws {
    let text = try source([
      .rectangle(frame, cornerRadius: 2, stroke: nil, fill: red),
      .ellipse(frame, stroke: Stroke(color: blue, width: 1.5), fill: nil),
    ])
    #expect(text.contains("\\path[fill=hexFF0000, rounded corners=2bp] (7,18) rectangle (13,22);"))
    #expect(text.contains("circle[x radius=3, y radius=2];"))
    #expect(text.contains("line width=1.5bp"))
  }

  @Test func colorsAreDefinedOnceInTheirOrder() throws {
    let text = try source([
      .ellipse(frame, stroke: nil, fill: red), .ellipse(frame, stroke: nil, fill: blue),
      .ellipse(frame, stroke: nil, fill: red),
    ])
    let definitions = text.split(separator: "\n").filter { $0.contains("\\definecolor") }
    #expect(Set(definitions).count == definitions.count)
    let (first, second) = (
      try #require(definitions.firstIndex { $0.contains("FF0000") }),
      try #require(definitions.firstIndex { $0.contains("0000FF") })
    )
    #expect(first < second)
  }

  /// Arrows are drawn between names, so nodes come first whatever the order of the scene.
  @Test func nodesComeBeforeArrows() throws {
    func node(_ index: Int, x: Double) -> SceneElement {
      .group(
        SceneGroup(
          role: .node, subject: .node(index), text: "",
          elements: [
            .rectangle(
              Rectangle(center: Point(x: x, y: 5), size: Size(width: 4, height: 4)),
              cornerRadius: 0, stroke: nil, fill: blue)
          ]))
    }
    let line = Path([.move(Point(x: 2, y: 5)), .line(Point(x: 18, y: 5))])
    let arrow = SceneElement.group(
      SceneGroup(
        role: .edge, subject: .edge(0, strand: 0, from: 0, to: 1), text: "",
        elements: [.path(line, stroke: Stroke(color: red, width: 1), fill: nil)]))
    let text = try source([arrow, node(0, x: 0), node(1, x: 20)])
    let (last, run) = (
      try #require(text.firstRange(of: "(n1) at")),
      try #require(text.firstRange(of: "(n0) -- (n1)"))
    )
    #expect(last.lowerBound < run.lowerBound)
  }
}
