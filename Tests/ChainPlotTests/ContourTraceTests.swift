import ChainGeometry
import ChainPlot
import Testing

struct ContourTraceTests {
  private let frame = PlotFrame(
    rectangle: Rectangle(minX: 0, minY: 0, maxX: 400, maxY: 400), x: -2...2, y: -2...2)

  private func contours(
    at level: Double, _ function: @escaping (Double, Double) -> Double
  ) -> [[Point]] {
    SampledField(of: { function($0[0], $0[1]) }, in: frame).contours(at: level)
  }

  @Test func aCircleIsOneClosedLine() throws {
    let lines = contours(at: 1) { $0 * $0 + $1 * $1 }
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.first == line.last)
    for point in line {
      let offset = point - Point(x: 200, y: 200)
      #expect(abs((offset.x * offset.x + offset.y * offset.y).squareRoot() - 100) < 0.3)
    }
  }

  @Test func aLineEndsAtTheFrame() throws {
    let lines = contours(at: 0.5) { x, _ in x }
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.count == 2 && line.allSatisfy { abs($0.x - 250) < 1e-9 })
    #expect(Set(line.map(\.y)) == [0, 400])
  }

  @Test func aSaddleHasTwoBranches() {
    #expect(contours(at: 0.5) { $0 * $1 }.count == 2)
    #expect(contours(at: -0.5) { $0 * $1 }.count == 2)
  }

  @Test func whereNothingIsDefinedThereIsNoLine() {
    let lines = contours(at: 1) { $0 < 0 ? .nan : $0 * $0 + $1 * $1 }
    #expect(lines.count == 1)
    #expect(lines.flatMap(\.self).allSatisfy { $0.x >= 200 })
    #expect(contours(at: 9) { $0 + $1 }.isEmpty)
  }
}
