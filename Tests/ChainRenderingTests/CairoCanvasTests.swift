import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct CairoCanvasTests {
  private func source(_ element: SceneElement, scale: Double = 1) throws -> String {
    String(
      decoding: try eps(scene([element]), options: DocumentOptions(scale: scale)), as: UTF8.self)
  }

  @Test func shapesAreFilledBelowTheirStroke() throws {
    let box = Rectangle(minX: 4, minY: 4, maxX: 36, maxY: 16)
    let text = try source(
      .rectangle(box, cornerRadius: 0, stroke: Stroke(color: red, width: 2), fill: blue))
    let operators = text.split(whereSeparator: \.isNewline)
    let fill = try #require(operators.firstIndex { $0.contains("0 0 1 rg") })
    let stroke = try #require(operators.firstIndex { $0.contains("1 0 0 rg") })
    #expect(fill < stroke)
  }

  @Test func scaleEnlargesWidthsAndDashes() throws {
    let line = Path([.move(Point(x: 0, y: 10)), .line(Point(x: 40, y: 10))])
    let text = try source(
      .path(line, stroke: Stroke(color: red, width: 2, dash: [10, 5]), fill: nil), scale: 2)
    #expect(text.contains("4 w"))
    #expect(text.contains("[ 20 10] 0 d"))
  }
}
