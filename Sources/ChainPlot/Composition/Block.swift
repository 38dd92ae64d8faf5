import ChainFigure
import ChainGeometry
import ChainScene

/// A part of the picture with its upper left corner at the origin.
struct Block {
  var size: Size
  var elements: [SceneElement]

  init(size: Size, elements: [SceneElement]) {
    self.size = size
    self.elements = elements
  }

  /// Lines of text below each other, from the left.
  init(_ lines: [Line], role: SceneRole, text: String = "", gap: Double) {
    var y = 0.0
    var elements: [SceneElement] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { y += gap }
      elements += line.elements(left: 0, baseline: y + line.ascent)
      y += line.height
    }
    size = Size(width: lines.reduce(0) { max($0, $1.width) }, height: y)
    self.elements =
      elements.isEmpty ? [] : [.group(SceneGroup(role: role, text: text, elements: elements))]
  }

  /// Blocks below each other, from the left; empty ones take no room.
  static func stack(_ blocks: [Block], gap: Double) -> Block {
    var y = 0.0
    var width = 0.0
    var elements: [SceneElement] = []
    for (index, block) in blocks.filter({ $0.size.height > 0 }).enumerated() {
      if index > 0 { y += gap }
      elements += block.elements.map { $0.offset(by: Point(x: 0, y: y)) }
      y += block.size.height
      width = max(width, block.size.width)
    }
    return Block(size: Size(width: width, height: y), elements: elements)
  }

  /// Blocks beside each other, their middles on one height.
  static func row(_ blocks: [Block], gap: Double) -> Block {
    let height = blocks.reduce(0) { max($0, $1.size.height) }
    var x = 0.0
    var elements: [SceneElement] = []
    for (index, block) in blocks.filter({ $0.size.width > 0 }).enumerated() {
      if index > 0 { x += gap }
      let corner = Point(x: x, y: (height - block.size.height) / 2)
      elements += block.elements.map { $0.offset(by: corner) }
      x += block.size.width
    }
    return Block(size: Size(width: x, height: height), elements: elements)
  }
}
