import ChainGeometry
import ChainPlot
import Testing

struct CurveTraceTests {
  private let frame = PlotFrame(
    rectangle: Rectangle(minX: 0, minY: 0, maxX: 400, maxY: 300), x: -2...2, y: -4...4)

  @Test func aSmoothCurveIsOnePieceOnTheCurve() throws {
    let trace = CurveTrace(of: { $0 * $0 }, in: frame)
    #expect(trace.pieces.count == 1)
    for point in try #require(trace.pieces.first) {
      let x = point.x / 100 - 2
      #expect(abs(frame.point(x, x * x).y - point.y) < 0.2)
    }
  }

  @Test func polesAndJumpsBreakTheCurve() {
    #expect(CurveTrace(of: { 1 / $0 }, in: frame).pieces.count == 2)
    #expect(CurveTrace(of: { 1 / ($0 - 0.1234) }, in: frame).pieces.count == 2)
    #expect(CurveTrace(of: { $0 < 0.1 ? -1 : 1 }, in: frame).pieces.count == 2)
    #expect(CurveTrace(of: { $0 < 0.1 ? 0 : 0.1 }, in: frame).pieces.count == 2)
  }

  @Test func steepIsNoJump() {
    #expect(CurveTrace(of: { min(max(1e4 * $0, -1), 1) }, in: frame).pieces.count == 1)
  }

  @Test func theCurveBeginsWhereTheFunctionDoes() throws {
    let trace = CurveTrace(of: { ($0 - 0.5).squareRoot() }, in: frame)
    let first = try #require(trace.pieces.first?.first)
    #expect(trace.pieces.count == 1)
    #expect(abs(first.x - frame.point(0.5, 0).x) < 0.05)
    #expect(abs(first.y - frame.point(0.5, 0).y) < 2)
  }

  @Test func nothingLeavesTheFrame() {
    for piece in CurveTrace(of: { $0 * $0 * $0 * 3 }, in: frame).pieces {
      for point in piece { #expect((-0.01...300.01).contains(point.y)) }
    }
  }

  @Test func wildFunctionsEnd() {
    var count = 0
    let trace = CurveTrace(
      of: { x in
        count += 1
        return 1 / x * (1e9 * x * x).truncatingRemainder(dividingBy: 3)
      }, in: frame)
    #expect(count < 40_000 && !trace.pieces.isEmpty)
    #expect(CurveTrace(of: { _ in .nan }, in: frame).pieces.isEmpty)
  }
}
