import ChainGeometry
import ChainRendering
import Testing

struct PlacementTests {
  @Test func scalesThenShifts() {
    let placement = Placement(shift: Point(x: 10, y: 20), scaleX: 2, scaleY: -3)
    #expect(placement(Point(x: 1, y: 1)) == Point(x: 12, y: 17))
    let path = Path([
      .move(Point(x: 0, y: 0)), .line(Point(x: 1, y: 0)),
      .cubic(Point(x: 1, y: 1), Point(x: 2, y: 1), Point(x: 0, y: 1)), .close,
    ])
    #expect(
      path.placed(by: placement)
        == Path([
          .move(Point(x: 10, y: 20)), .line(Point(x: 12, y: 20)),
          .cubic(Point(x: 12, y: 17), Point(x: 14, y: 17), Point(x: 10, y: 17)), .close,
        ]))
    #expect(path.placed(by: Placement()) == path)
  }
}
