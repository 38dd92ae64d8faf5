import ChainGeometry
import ChainScene

/// Lines below each other, centred.
struct TextBlock {
  private let lines: [Line]
  private let gap: Double
  let size: Size

  init(_ lines: [Line], gap: Double) {
    self.lines = lines
    self.gap = gap
    size = Size(
      width: lines.reduce(0) { max($0, $1.width) },
      height: lines.reduce(0) { $0 + $1.height } + gap * Double(max(0, lines.count - 1)))
  }

  func elements(center: Point) -> [SceneElement] {
    lineElements(center: center).flatMap(\.self)
  }

  /// The elements of each line.
  func lineElements(center: Point) -> [[SceneElement]] {
    var top = center.y - size.height / 2
    return lines.map { line in
      let baseline = top + line.ascent
      top = baseline + line.descent + gap
      return line.elements(left: center.x - line.width / 2, baseline: baseline)
    }
  }
}
