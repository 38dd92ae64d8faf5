import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct OffsetTests {
  private let delta = Point(x: 3, y: -2)
  private let ink = Color(hex: 0x112233)
  private let box = Rectangle(minX: 0, minY: 1, maxX: 4, maxY: 6)
  private let moved = Rectangle(minX: 3, minY: -1, maxX: 7, maxY: 4)

  @Test func everySegmentOfAPathMoves() {
    let path = Path([
      .move(Point(x: 0, y: 0)), .line(Point(x: 1, y: 0)),
      .cubic(Point(x: 1, y: 1), Point(x: 2, y: 1), Point(x: 2, y: 2)), .close,
    ])
    let expected = Path([
      .move(Point(x: 3, y: -2)), .line(Point(x: 4, y: -2)),
      .cubic(Point(x: 4, y: -1), Point(x: 5, y: -1), Point(x: 5, y: 0)), .close,
    ])
    #expect(
      SceneElement.path(path, stroke: nil, fill: ink).offset(by: delta)
        == .path(expected, stroke: nil, fill: ink))
  }

  @Test func framesMoveAndKeepTheirLooks() {
    let stroke = Stroke(color: ink, width: 2)
    #expect(
      SceneElement.rectangle(box, cornerRadius: 3, stroke: stroke, fill: ink).offset(by: delta)
        == .rectangle(moved, cornerRadius: 3, stroke: stroke, fill: ink))
    #expect(
      SceneElement.ellipse(box, stroke: nil, fill: ink).offset(by: delta)
        == .ellipse(moved, stroke: nil, fill: ink))
  }

  @Test func formulasMoveByTheirOrigin() throws {
    let layout = try MathFont.load().layout(.identifier("x"))
    func placed(_ origin: Point) -> SceneElement {
      .formula(
        PlacedFormula(
          layout: layout, origin: origin, fontSize: 10, color: ink, source: .identifier("x")))
    }
    #expect(placed(Point(x: 0, y: 0)).offset(by: delta) == placed(delta))
  }

  @Test func groupsMoveWithAllInThem() {
    let dot = SceneElement.ellipse(box, stroke: nil, fill: ink)
    let group = SceneGroup(role: .node, subject: .node(2), text: "t", elements: [dot])
    let inner = SceneGroup(
      role: .node, subject: .node(2), text: "t", elements: [.ellipse(moved, stroke: nil, fill: ink)]
    )
    #expect(SceneElement.group(group).offset(by: delta) == .group(inner))
    #expect(SceneElement.group(group).offset(by: Point(x: 0, y: 0)) == .group(group))
  }
}
