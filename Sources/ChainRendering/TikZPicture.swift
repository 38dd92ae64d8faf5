import ChainGeometry
import ChainScene
import MathTypesetting

/// The lines of a TikZ picture under construction.
struct TikZPicture {
  private(set) var lines: [String] = []
  private var colors: [Color] = []
  /// What each node of the graph covers, by its position.
  private let frames: [Int: Rectangle]

  init(_ scene: Scene) {
    frames = Dictionary(
      scene.elements.flatMap(\.nodeFrames), uniquingKeysWith: { first, _ in first })
  }

  /// One a colour, in the order in which they are used.
  var colorDefinitions: [String] {
    colors.map { "\\definecolor{\($0.tikzName)}{HTML}{\($0.digits)}" }
  }

  /// Nodes come before the arrows that run between them.
  mutating func draw(_ scene: Scene, transparent: Bool) {
    if let background = scene.background, !transparent {
      let corner = place(scene.size.corner)
      lines.append("\\fill[\(name(of: background))] (0,0) rectangle \(corner);")
    }
    let groups = scene.elements
    for element in groups where element.isNode { draw(element, from: .zero) }
    for element in groups where !element.isNode { draw(element, from: .zero) }
  }

  /// Draws an element with places seen from `center`.
  private mutating func draw(_ element: SceneElement, from center: Point) {
    switch element {
    case .path(let path, let stroke, let fill):
      append("\\path", paint(stroke: stroke, fill: fill), tikzPath(path, from: center))
    case .rectangle(let box, let radius, let stroke, let fill):
      let corners = radius > 0 ? ["rounded corners=\(number(radius))bp"] : []
      let (start, end) = (box.upperLeft - center, box.lowerRight - center)
      append(
        "\\path", paint(stroke: stroke, fill: fill) + corners,
        "\(place(start)) rectangle \(place(end))")
    case .ellipse(let box, let stroke, let fill):
      let radii = "x radius=\(number(box.width / 2)), y radius=\(number(box.height / 2))"
      append(
        "\\path", paint(stroke: stroke, fill: fill),
        "\(place(box.center - center)) circle[\(radii)]")
    case .formula(let formula):
      draw(formula, from: center)
    case .group(let group):
      draw(group, from: center)
    }
  }

  private mutating func draw(_ formula: PlacedFormula, from center: Point) {
    let color = "text=\(name(of: formula.color))"
    let source = formula.source?.running(words: LaTeXDocument.escaped)
    let text = source ?? LaTeXDocument.escaped(formula.layout.text)
    append(
      "\\node", ["formula=\(number(formula.fontSize))", color],
      "at \(place(formula.origin - center)) {\(text)}")
  }

  private mutating func draw(_ group: SceneGroup, from center: Point) {
    switch group.subject {
    case .node(let index) where group.role == .node:
      draw(group.elements, around: "n\(index)")
    case .edge(let index, let strand, let from, let to) where group.role == .edge:
      let label = strand == 0 ? "e\(index)" : "e\(index)-\(strand)"
      drawEdge(group, label: label, from: from, to: to)
    case .node, .edge, .product, .total, nil:
      for element in group.elements { draw(element, from: center) }
    }
  }

  /// The first shape becomes a node with a name, the rest stands where it is seen from its middle.
  private mutating func draw(_ elements: [SceneElement], around name: String) {
    guard let first = elements.first, let shape = node(first, name), let frame = first.frame else {
      for element in elements { draw(element, from: .zero) }
      return
    }
    lines.append(shape)
    lines.append("\\begin{scope}[shift={(\(name))}]")
    for element in elements.dropFirst() { draw(element, from: frame.center) }
    lines.append("\\end{scope}")
  }

  private mutating func node(_ element: SceneElement, _ name: String) -> String? {
    let kind: [String]
    switch element {
    case .rectangle(let box, let radius, let stroke, let fill):
      kind =
        (radius > 0 ? ["rounded corners=\(number(radius))bp"] : [])
        + paint(stroke: stroke, fill: fill) + size(box)
    case .ellipse(let box, let stroke, let fill):
      kind = ["ellipse"] + paint(stroke: stroke, fill: fill) + size(box)
    case .path, .formula, .group: return nil
    }
    let options = (["boxed"] + kind).joined(separator: ", ")
    return element.frame.map { "\\node[\(options)] (\(name)) at \(place($0.center)) {};" }
  }

  private func size(_ box: Rectangle) -> [String] {
    ["minimum width=\(number(box.width))bp", "minimum height=\(number(box.height))bp"]
  }

  private mutating func append(_ command: String, _ options: [String], _ rest: String) {
    lines.append("\(command)[\(options.joined(separator: ", "))] \(rest);")
  }
}

// MARK: Arrows

extension TikZPicture {
  /// The label as a node, and every line of the arrow between the names of what it joins.
  private mutating func drawEdge(_ group: SceneGroup, label: String, from: Int, to: Int) {
    var ends: [(name: String, frame: Rectangle)] = []
    for (index, frame) in [from, to].compactMap({ i in frames[i].map { (i, $0) } }) {
      ends.append(("n\(index)", frame))
    }
    for case .group(let inner) in group.elements {
      draw(inner.elements, around: label)
      if let frame = inner.elements.first?.frame { ends.append((label, frame)) }
    }
    let tip = group.elements.compactMap(\.arrowTip).first
    for case .path(let path, let stroke?, _) in group.elements {
      var options = paint(stroke: stroke, fill: nil)
      let first = name(near: path.start, among: ends)
      // Before a tip a line stops short, perhaps nearer to the label that it comes from.
      let last = name(near: path.end, among: ends.filter { $0.name != first })
      if last == "n\(to)", let tip {
        let width = min(tip.width, 5.6 * stroke.width)
        options.append(
          "-{Triangle[length=\(number(tip.length))bp, width=\(number(width))bp]}")
      }
      append("\\path", options, tikzPath(path, from: .zero, first: first, last: last))
    }
  }

  /// What a line begins or ends at: the nearest of what it joins.
  private func name(
    near point: Point, among ends: [(name: String, frame: Rectangle)]
  ) -> String? {
    ends.min { $0.frame.distance(to: point) < $1.frame.distance(to: point) }?.name
  }
}

// MARK: Paint

extension TikZPicture {
  private mutating func name(of color: Color) -> String {
    if !colors.contains(where: { $0.digits == color.digits }) { colors.append(color) }
    return color.tikzName
  }

  private mutating func paint(stroke: Stroke?, fill: Color?) -> [String] {
    var options: [String] = []
    if let stroke {
      options += ["draw=\(name(of: stroke.color))", "line width=\(number(stroke.width))bp"]
      if stroke.color.alpha < 1 { options.append("draw opacity=\(number(stroke.color.alpha))") }
      if !stroke.dash.isEmpty {
        let pattern = stroke.dash.enumerated().map { index, length in
          "\(index.isMultiple(of: 2) ? "on" : "off") \(number(length))bp"
        }
        options.append("dash pattern=" + pattern.joined(separator: " "))
      }
    }
    if let fill {
      options.append("fill=\(name(of: fill))")
      if fill.alpha < 1 { options.append("fill opacity=\(number(fill.alpha))") }
    }
    return options
  }
}

// MARK: Places

/// A number to two decimals.
func number(_ value: Double) -> String {
  var buffer = MarkupBuffer()
  buffer.append(value)
  return String(decoding: buffer.bytes, as: UTF8.self)
}

func place(_ point: Point) -> String { "(\(number(point.x)),\(number(point.y)))" }

/// A path in the language of TikZ; its ends may be names of nodes.
private func tikzPath(
  _ path: Path, from center: Point, first: String? = nil, last: String? = nil
) -> String {
  var parts: [String] = []
  for (index, segment) in path.segments.enumerated() {
    let isLast = index == path.segments.count - 1
    func end(_ point: Point) -> String {
      isLast ? last.map { "(\($0))" } ?? place(point - center) : place(point - center)
    }
    switch segment {
    case .move(let point):
      parts.append(index == 0 ? first.map { "(\($0))" } ?? place(point - center) : end(point))
    case .line(let point): parts.append("-- " + end(point))
    case .cubic(let a, let b, let point):
      parts.append(
        ".. controls \(place(a - center)) and \(place(b - center)) .. \(end(point))")
    case .close: parts.append("-- cycle")
    }
  }
  return parts.joined(separator: " ")
}

extension Point {
  fileprivate static let zero = Point(x: 0, y: 0)
}

extension Size {
  var corner: Point { Point(x: width, y: height) }
}

extension Rectangle {
  fileprivate var upperLeft: Point { Point(x: minX, y: minY) }
  fileprivate var lowerRight: Point { Point(x: maxX, y: maxY) }

  /// 0 within.
  fileprivate func distance(to point: Point) -> Double {
    let x = max(minX - point.x, 0, point.x - maxX)
    let y = max(minY - point.y, 0, point.y - maxY)
    return (x * x + y * y).squareRoot()
  }
}

extension Path {
  fileprivate var points: [Point] {
    segments.compactMap { segment in
      switch segment {
      case .move(let point), .line(let point), .cubic(_, _, let point): point
      case .close: nil
      }
    }
  }

  fileprivate var start: Point { points.first ?? .zero }
  fileprivate var end: Point { points.last ?? .zero }
}

extension SceneElement {
  fileprivate var isNode: Bool {
    if case .group(let group) = self { group.role == .node } else { false }
  }

  fileprivate var nodeFrames: [(Int, Rectangle)] {
    guard case .group(let group) = self, group.role == .node, case .node(let index)? = group.subject
    else { return [] }
    return group.elements.first?.frame.map { [(index, $0)] } ?? []
  }

  fileprivate var frame: Rectangle? {
    switch self {
    case .rectangle(let box, _, _, _), .ellipse(let box, _, _): box
    case .path, .formula, .group: nil
    }
  }

  /// Length and width of a filled triangle that begins at its tip.
  fileprivate var arrowTip: (length: Double, width: Double)? {
    guard case .path(let path, nil, .some) = self, path.points.count >= 3 else { return nil }
    let (tip, left, right) = (path.points[0], path.points[1], path.points[2])
    func distance(_ a: Point, _ b: Point) -> Double {
      ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    return (distance(tip, 0.5 * (left + right)), distance(left, right))
  }
}

extension Color {
  fileprivate var digits: String {
    [red, green, blue].map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
    }.joined()
  }

  /// A name that tells the colour; several opacities share it.
  fileprivate var tikzName: String { "hex" + digits }
}
