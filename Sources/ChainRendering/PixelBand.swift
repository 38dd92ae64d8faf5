import ChainScene

/// Some rows of a picture while shapes are drawn into them.
///
/// How much of each pixel a shape covers is exact: each edge adds what it covers to the right of
/// itself, as differences between neighbours, whose running sum along a row is the coverage.
/// Memory is that of the rows.
struct PixelBand {
  let width: Int
  private(set) var rows: Range<Int>
  /// A pixel each, row by row: `0xAARRGGBB`, the colours premultiplied by the opacity.
  private(set) var words: [UInt32]
  /// Nothing but zeros between two shapes.
  private var differences: [Float]

  /// `height` rows at most.
  init(width: Int, height: Int) {
    self.width = width
    rows = 0..<0
    words = [UInt32](repeating: 0, count: width * height)
    // The last difference of a row lies two places beyond its pixels.
    differences = [Float](repeating: 0, count: (width + 2) * height)
  }

  /// Draws shapes on paper of one colour into rows of the picture.
  mutating func draw(_ shapes: [FilledShape], in rows: Range<Int>, paper: UInt32) {
    self.rows = rows
    words.withUnsafeMutableBufferPointer { words in
      words[..<(rows.count * width)].update(repeating: paper)
    }
    for shape in shapes { draw(shape) }
  }

  private mutating func draw(_ shape: FilledShape) {
    let top = max(Float(rows.lowerBound), shape.minY.rounded(.down))
    let bottom = min(Float(rows.upperBound), shape.maxY.rounded(.up))
    let left = max(0, shape.minX.rounded(.down))
    let right = min(Float(width), shape.maxX.rounded(.up))
    guard top < bottom, left < right else { return }
    let box = PixelBox(left: Int(left), right: Int(right), top: Int(top), bottom: Int(bottom))
    let start = (box.top - rows.lowerBound) * width + box.left
    let width = width
    differences.withUnsafeMutableBufferPointer { differences in
      guard let differences = differences.baseAddress else { return }
      for edge in shape.edges { box.add(edge, to: differences) }
      words.withUnsafeMutableBufferPointer { words in
        guard let words = words.baseAddress else { return }
        let ink = Ink(shape.color)
        for row in 0..<(box.bottom - box.top) {
          ink.fill(
            words + (start + row * width), box.right - box.left, by: differences + row * box.stride)
        }
      }
    }
  }
}

/// Pixels that a shape may touch.
private struct PixelBox {
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int

  /// Differences in a row.
  var stride: Int { right - left + 2 }

  /// Adds an edge's part in each row; what lies left of the box counts as lying on its side.
  func add(_ edge: Edge, to differences: UnsafeMutablePointer<Float>) {
    let isDown = edge.y0 < edge.y1
    let upper = isDown ? (x: edge.x0, y: edge.y0) : (x: edge.x1, y: edge.y1)
    let lower = isDown ? (x: edge.x1, y: edge.y1) : (x: edge.x0, y: edge.y0)
    let y0 = max(upper.y, Float(top))
    let y1 = min(lower.y, Float(bottom))
    guard y0 < y1 else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    let width = Float(right - left)
    var y = y0
    // Each row's end is computed from the edge's end, so that roundings do not add up.
    var x = min(max(upper.x + (y0 - upper.y) * slope - Float(left), 0), width)
    var row = Int(y0)
    while y < y1 {
      let nextY = min(Float(row + 1), y1)
      let nextX = min(max(upper.x + (nextY - upper.y) * slope - Float(left), 0), width)
      let part = isDown ? nextY - y : y - nextY
      add(part, from: min(x, nextX), to: max(x, nextX), differences + (row - top) * stride)
      x = nextX
      y = nextY
      row += 1
    }
  }

  /// Adds what a piece of an edge covers that spans `part` of a row's height, from `x0` to `x1`.
  private func add(
    _ part: Float, from x0: Float, to x1: Float, _ row: UnsafeMutablePointer<Float>
  ) {
    let first = x0.rounded(.down)
    let column = Int(first)
    if x1 <= first + 1 {
      // The mean of the two ends says how much of the pixel lies to the left.
      let inside = (x0 + x1) / 2 - first
      row[column] += part * (1 - inside)
      row[column + 1] += part * inside
      return
    }
    // What the piece covers left of a column's end, its growth from column to column, and theirs.
    let rate = part / (x1 - x0)
    var area: Float = 0
    var coverage: Float = 0
    var place = column
    var end = first
    repeat {
      end += 1
      let reach = min(end, x1) - x0
      let next = rate * reach * reach / 2 + part * max(0, end - x1)
      row[place] += next - area - coverage
      coverage = next - area
      area = next
      place += 1
    } while end < x1
    row[place] += part - coverage
  }
}

/// A colour that is laid over pixels.
private struct Ink {
  /// Red and blue, then alpha and green, each in the low half of 16 bits, of the opaque colour.
  private let redBlue: UInt32
  private let alphaGreen: UInt32
  /// The opacity in steps of 1/255.
  private let opacity: Float

  init(_ color: Color) {
    redBlue = UInt32(color.red) << 16 | UInt32(color.blue)
    alphaGreen = 0xFF_0000 | UInt32(color.green)
    opacity = Float(color.alpha) * 255
  }

  /// Fills pixels by the running sum of the differences, which are zeros afterwards.
  func fill(
    _ pixels: UnsafeMutablePointer<UInt32>, _ count: Int,
    by differences: UnsafeMutablePointer<Float>
  ) {
    var sum: Float = 0
    var alpha: UInt32 = 0
    var x = 0
    while x < count {
      // Between its edges a shape covers all pixels alike, mostly not at all or wholly.
      let end = equalEnd(differences, from: x, to: count)
      if end > x {
        if alpha > 0 { for place in x..<end { lay(over: &pixels[place], alpha) } }
        x = end
        continue
      }
      sum += differences[x]
      differences[x] = 0
      alpha = UInt32(min(abs(sum), 1) * opacity + 0.5)
      if alpha > 0 { lay(over: &pixels[x], alpha) }
      x += 1
    }
    differences[count] = 0
    differences[count + 1] = 0
  }

  /// How far there are zeros, found two by two.
  private func equalEnd(
    _ differences: UnsafeMutablePointer<Float>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    let bytes = UnsafeRawPointer(differences)
    while place + 1 < end, bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt64.self) == 0 {
      place += 2
    }
    while place < end, differences[place] == 0 { place += 1 }
    return place
  }

  /// The part `alpha`, of 255, of this colour and the rest of the pixel's own, rounded.
  private func lay(over pixel: inout UInt32, _ alpha: UInt32) {
    if alpha == 255 {
      pixel = alphaGreen << 8 | redBlue
      return
    }
    let rest = 255 - alpha
    let mask: UInt32 = 0xFF_00FF
    func mix(_ own: UInt32, _ ink: UInt32) -> UInt32 {
      // Two channels at a time, each divided by 255.
      let sum = own * rest + ink * alpha + 0x80_0080
      return (sum + (sum >> 8 & mask)) >> 8 & mask
    }
    pixel = mix(pixel >> 8 & mask, alphaGreen) << 8 | mix(pixel & mask, redBlue)
  }
}
