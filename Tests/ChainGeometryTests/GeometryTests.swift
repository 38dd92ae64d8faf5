import ChainGeometry
import Testing

private let unit = Rectangle(minX: 0, minY: 0, maxX: 2, maxY: 1)

@Test func rectanglesThatTouchDoNotIntersect() {
  #expect(!unit.intersects(unit.offsetBy(Point(x: 2, y: 0))))
  #expect(!unit.intersects(unit.offsetBy(Point(x: 0, y: 1))))
  #expect(unit.intersects(unit.offsetBy(Point(x: 1.9, y: 0.9))))
  #expect(unit.intersects(unit))
}

@Test func unionCoversBoth() {
  let other = Rectangle(minX: -1, minY: 0.5, maxX: 1, maxY: 3)
  #expect(unit.union(other) == Rectangle(minX: -1, minY: 0, maxX: 2, maxY: 3))
}

@Test func centreAndSizeMakeARectangle() {
  let made = Rectangle(center: Point(x: 1, y: 0.5), size: Size(width: 2, height: 1))
  #expect(made == unit)
  #expect(made.center == Point(x: 1, y: 0.5))
  #expect(made.size == Size(width: 2, height: 1))
}

@Test func insetShrinksOnAllSides() {
  #expect(unit.insetBy(0.25) == Rectangle(minX: 0.25, minY: 0.25, maxX: 1.75, maxY: 0.75))
  #expect(unit.insetBy(-1).width == 4)
}

@Test func pointsAreVectors() {
  let a = Point(x: 1, y: 2)
  #expect(a + a == 2 * a)
  #expect(a - a == Point(x: 0, y: 0))
}
