import ChainGeometry
import Testing

@testable import ChainRendering

struct StrokingTests {
  private func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }

  /// Positive where the polygon runs clockwise on a canvas with y downwards.
  private func area(_ polygon: [Point]) -> Double {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1)).reduce(0) { sum, edge in
      sum + (edge.0.x * edge.1.y - edge.1.x * edge.0.y) / 2
    }
  }

  @Test func aLineIsARectangle() {
    let line = Polyline(points: [point(0, 0), point(10, 0)])
    #expect(
      line.outline(width: 2) == [[point(0, -1), point(10, -1), point(10, 1), point(0, 1)]])
  }

  @Test(arguments: [1.0, -1])
  func everyPartRunsTheSameWayRound(turn: Double) {
    let corner = Polyline(
      points: [point(0, 0), point(10, 0), point(10, 10 * turn)], isClosed: true)
    let parts = corner.outline(width: 2)
    #expect(parts.count == 6)
    for part in parts { #expect(area(part) > 0) }
  }

  @Test func aCornerHasATip() {
    let corner = Polyline(points: [point(0, 0), point(10, 0), point(10, 10)])
    #expect(corner.outline(width: 2)[2].contains(point(11, -1)))
  }

  @Test func aSharpCornerIsCutOff() {
    let corner = Polyline(points: [point(0, 0), point(10, 0), point(0, 1)])
    #expect(corner.outline(width: 2)[2].count == 3)
  }

  @Test func dashesGoRoundCorners() {
    let corner = Polyline(points: [point(0, 0), point(4, 0), point(4, 4)])
    #expect(
      corner.dashed([3, 2]).map(\.points) == [
        [point(0, 0), point(3, 0)], [point(4, 1), point(4, 4)],
      ])
    #expect(corner.dashed([5, 1]).map(\.points)[0] == [point(0, 0), point(4, 0), point(4, 1)])
  }

  @Test func aPatternOfOneLengthIsItsOwnGap() {
    let line = Polyline(points: [point(0, 0), point(10, 0)])
    #expect(
      line.dashed([4]).map(\.points) == [[point(0, 0), point(4, 0)], [point(8, 0), point(10, 0)]])
  }

  @Test func aPatternWithoutLengthIsSolid() {
    let line = Polyline(points: [point(0, 0), point(10, 0)])
    #expect(line.dashed([0, 0]).map(\.points) == [line.points])
  }
}
