package import ChainGeometry

/// A point or a distance in whole steps of the last written decimal.
private struct GridPoint: Equatable {
  var x = 0
  var y = 0

  static func - (a: GridPoint, b: GridPoint) -> GridPoint { GridPoint(x: a.x - b.x, y: a.y - b.y) }
}

extension MarkupBuffer {
  /// The value of SVG's `d` in relative commands, each coordinate rounded to `decimals` digits after
  /// the point.
  ///
  /// Differences are taken between rounded points, so that roundings do not add up.
  package mutating func append(pathData path: Path, decimals: Int) {
    func grid(_ point: Point) -> GridPoint {
      GridPoint(
        x: Self.quantize(point.x, decimals: decimals),
        y: Self.quantize(point.y, decimals: decimals))
    }
    var start = GridPoint()
    var position = GridPoint()
    for segment in path.segments {
      switch segment {
      case .move(let point):
        let target = grid(point)
        append(UInt8(ascii: "m"))
        append(offset: target - position, decimals: decimals)
        start = target
        position = target
      case .line(let point):
        let target = grid(point)
        append(lineBy: target - position, decimals: decimals)
        position = target
      case .cubic(let control1, let control2, let end):
        append(UInt8(ascii: "c"))
        append(offset: grid(control1) - position, decimals: decimals)
        append(offset: grid(control2) - position, decimals: decimals)
        append(offset: grid(end) - position, decimals: decimals)
        position = grid(end)
      case .close:
        append(UInt8(ascii: "z"))
        position = start
      }
    }
  }

  private mutating func append(lineBy offset: GridPoint, decimals: Int) {
    if offset.y == 0 {
      append(UInt8(ascii: "h"))
      append(steps: offset.x, decimals: decimals)
    } else if offset.x == 0 {
      append(UInt8(ascii: "v"))
      append(steps: offset.y, decimals: decimals)
    } else {
      append(UInt8(ascii: "l"))
      append(offset: offset, decimals: decimals)
    }
  }

  private mutating func append(offset: GridPoint, decimals: Int) {
    append(separated: offset.x, decimals: decimals)
    append(separated: offset.y, decimals: decimals)
  }

  /// A minus sign separates as well as a space does, and a command letter needs neither.
  private mutating func append(separated steps: Int, decimals: Int) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if steps >= 0, let last = bytes.last, digits.contains(last) { append(UInt8(ascii: " ")) }
    append(steps: steps, decimals: decimals)
  }
}
