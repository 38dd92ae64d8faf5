import ChainGeometry
import ChainRendering
import Testing

struct PathDataTests {
  private func data(_ segments: [Path.Segment], decimals: Int = 0) -> String {
    var buffer = MarkupBuffer()
    buffer.append(pathData: Path(segments), decimals: decimals)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func commandsAreRelativeAndShort() {
    let path: [Path.Segment] = [
      .move(Point(x: 10, y: -20)), .line(Point(x: 15, y: -20)), .line(Point(x: 15, y: -10)),
      .line(Point(x: 12, y: -12)),
      .cubic(Point(x: 12, y: -13), Point(x: 10, y: -15), Point(x: 10, y: -18)), .close,
    ]
    #expect(data(path) == "m10-20h5v10l-3-2c0-1-2-3-2-6z")
  }

  @Test func aClosedPieceGoesBackToItsStart() {
    let path: [Path.Segment] = [
      .move(Point(x: 1, y: 1)), .line(Point(x: 5, y: 1)), .line(Point(x: 5, y: 5)), .close,
      .move(Point(x: 2, y: 2)), .line(Point(x: 3, y: 3)), .close,
    ]
    #expect(data(path) == "m1 1h4v4zm1 1l1 1z")
  }

  @Test func roundingsDoNotAddUp() {
    let steps = (1...1000).map { Path.Segment.line(Point(x: 0.4 * Double($0), y: 0)) }
    let text = data([.move(Point(x: 0, y: 0))] + steps)
    let total = text.split(separator: "h").dropFirst().compactMap { Int($0) }.reduce(0, +)
    #expect(total == 400)
  }

  @Test func decimalsAreKeptAsAsked() {
    let path: [Path.Segment] = [.move(Point(x: 0.126, y: -0.001)), .line(Point(x: 1.5, y: 0.75))]
    #expect(data(path, decimals: 2) == "m0.13 0l1.37 0.75")
    #expect(data([], decimals: 2).isEmpty)
  }
}
