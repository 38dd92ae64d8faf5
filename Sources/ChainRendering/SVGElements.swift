import ChainGeometry
import ChainScene

extension SVGDocument {
  /// Writes an element; one that stands in a group that says it all is not described again.
  mutating func append(_ element: SceneElement, described: Bool) {
    switch element {
    case .path(let path, let stroke, let fill):
      buffer.append("<path d=\"")
      buffer.append(pathData: path, decimals: 2)
      buffer.append("\"")
      appendPaint(stroke: stroke, fill: fill)
    case .rectangle(let box, let radius, let stroke, let fill):
      buffer.append("<rect")
      buffer.append(attribute: "x", box.minX)
      buffer.append(attribute: "y", box.minY)
      buffer.append(attribute: "width", box.width)
      buffer.append(attribute: "height", box.height)
      if radius > 0 { buffer.append(attribute: "rx", radius) }
      appendPaint(stroke: stroke, fill: fill)
    case .ellipse(let box, let stroke, let fill):
      buffer.append("<ellipse")
      buffer.append(attribute: "cx", box.center.x)
      buffer.append(attribute: "cy", box.center.y)
      buffer.append(attribute: "rx", box.width / 2)
      buffer.append(attribute: "ry", box.height / 2)
      appendPaint(stroke: stroke, fill: fill)
    case .formula(let formula):
      append(formula, described: described)
    case .group(let group):
      append(group, described: described)
    }
  }

  private mutating func append(_ group: SceneGroup, described: Bool) {
    buffer.append("<g class=\"")
    buffer.append(group.role.rawValue)
    append(classOf: group)
    buffer.append("\"")
    if hasMarks { append(marksOf: group) }
    if !group.text.isEmpty {
      buffer.append(" role=\"")
      buffer.append(group.role.ariaRole)
      buffer.append("\"><title>")
      buffer.append(escaping: group.text)
      buffer.append("</title")
    }
    buffer.append(">\n")
    for element in group.elements {
      append(element, described: described || !group.text.isEmpty)
    }
    buffer.append("</g>\n")
  }
}

extension SVGDocument {
  /// The node or edge that a group of its own shows.
  private mutating func append(marksOf group: SceneGroup) {
    switch group.subject {
    case .node(let index) where group.role == .node:
      buffer.append(" data-node=\"\(index)\"")
    case .edge(let index, _, _, _) where group.role == .edge:
      buffer.append(" data-edge=\"\(index)\"")
    case .node, .edge, .product, .total, nil: return
    }
  }
}

extension SceneRole {
  /// The role that tells assistive programs what a group is.
  fileprivate var ariaRole: String {
    switch self {
    case .header, .node, .edge, .panel: "graphics-object"
    case .label, .value, .derivative: "math"
    case .note: "note"
    }
  }
}

// MARK: Paint

extension SVGDocument {
  /// Ends the tag of a shape with how it is painted.
  private mutating func appendPaint(stroke: Stroke?, fill: Color?) {
    if let fill {
      append(paint: "fill", fill)
    } else {
      buffer.append(" fill=\"none\"")
    }
    if let stroke {
      append(paint: "stroke", stroke.color)
      buffer.append(attribute: "stroke-width", stroke.width)
      append(dash: stroke.dash)
    }
    buffer.append("/>\n")
  }

  /// A colour as `name="#rrggbb"`, with its opacity where that is not 1.
  mutating func append(paint name: String, _ color: Color) {
    buffer.append(" ")
    buffer.append(name)
    buffer.append("=\"")
    append(hex: color)
    buffer.append("\"")
    if color.alpha < 1 { buffer.append(attribute: name + "-opacity", color.alpha) }
  }

  /// `#rrggbb`.
  mutating func append(hex color: Color) {
    buffer.append("#")
    for channel in [color.red, color.green, color.blue] {
      append(hexDigit: channel >> 4)
      append(hexDigit: channel & 0xF)
    }
  }

  private mutating func append(hexDigit value: UInt8) {
    buffer.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
  }

  private mutating func append(dash lengths: [Double]) {
    guard !lengths.isEmpty else { return }
    buffer.append(" stroke-dasharray=\"")
    for (index, length) in lengths.enumerated() {
      if index > 0 { buffer.append(" ") }
      buffer.append(length)
    }
    buffer.append("\"")
  }
}
