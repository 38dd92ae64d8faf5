import ChainGeometry
import ChainScene
import ChainTheme
import GraphLayout

/// A node with its text set: how much room it takes, and how it is drawn.
///
/// Its role shows in its shape, so that a reader needs no colours: inputs are ellipses, the output
/// has a double line, what is abstract a dashed one.
struct NodeBox {
  private let look: NodeContent.Look
  /// How far each box of a stack lies behind the one before it; 0 where there is one only.
  private let stackOffset: Double
  private let text: TextBlock
  private let inks: [Ink]
  private let sentence: String
  private let pen: Pen
  let size: Size

  init(_ content: NodeContent, pen: Pen) {
    look = content.look
    stackOffset = content.isStack ? 0.22 * pen.textSize : 0
    sentence = content.sentence
    self.pen = pen
    inks = content.lines.map(\.ink)
    text = TextBlock(
      content.lines.enumerated().map { index, line in
        Line(line.formula, line.ink, size: index == 0 ? .text : .small, pen: pen)
      }, gap: 0.3 * pen.textSize)
    let box = Self.outerSize(around: text.size, look: content.look, pen: pen)
    size = Size(width: box.width + 2 * stackOffset, height: box.height + 2 * stackOffset)
  }

  /// An ellipse runs through points a little outside the corners of its text, a box keeps half an
  /// em away from it.
  private static func outerSize(around text: Size, look: NodeContent.Look, pen: Pen) -> Size {
    let em = pen.textSize
    switch look {
    case .input, .parameter:
      // The line of a parameter is thick, and runs inside the frame.
      let room = Size(width: text.width + 0.3 * em, height: text.height + 0.3 * em)
      // The corner (w/2, h/2) lies on an ellipse of half axes a and b if (w/2a)² + (h/2b)² = 1.
      let ratio = 1 / 1.38
      let height = room.height / ratio
      let width = room.width / (1 - ratio * ratio).squareRoot()
      return Size(width: max(width, 1.15 * height), height: height)
    case .constant:
      return Size(width: text.width + 0.6 * em, height: text.height + 0.5 * em)
    case .definition, .operation, .abstract:
      return Size(width: max(text.width + 1.2 * em, 2.4 * em), height: text.height + 0.9 * em)
    case .output:
      return Size(width: max(text.width + 1.6 * em, 2.4 * em), height: text.height + 1.3 * em)
    }
  }

  var shape: LayoutGraph.Shape {
    switch look {
    case .input, .parameter: .ellipse
    case .constant, .definition, .operation, .abstract, .output: .box
    }
  }

  /// `steps` say when its value is seen, and then each derivative.
  func element(
    in frame: Rectangle, subject: SceneSubject, steps: [SceneSteps] = []
  ) -> SceneElement {
    var front = frame
    front.maxX -= 2 * stackOffset
    front.minY += 2 * stackOffset
    let inner = front.insetBy(pen.lineWidth / 2)
    var derivatives = 0
    let lines = zip(inks, text.lineElements(center: front.center)).flatMap { ink, line in
      guard let role = ink.role else { return line }
      let place = role == .value ? 0 : derivatives + 1
      if role == .derivative { derivatives += 1 }
      let seen = steps.indices.contains(place) ? steps[place] : .all
      return [
        .group(SceneGroup(role: role, subject: subject, steps: seen, text: "", elements: line))
      ]
    }
    return .group(
      SceneGroup(
        role: .node, subject: subject, text: sentence,
        elements: stack(behind: inner) + outline(in: inner) + lines))
  }

  private func stack(behind frame: Rectangle) -> [SceneElement] {
    guard stackOffset > 0 else { return [] }
    return [2.0, 1.0].flatMap { place in
      outline(in: frame.offsetBy(Point(x: place * stackOffset, y: -place * stackOffset)))
    }
  }

  private func outline(in frame: Rectangle) -> [SceneElement] {
    let theme = pen.theme
    let line = Stroke(color: theme.text, width: pen.lineWidth)
    let radius = 0.4 * pen.textSize
    switch look {
    case .input:
      return [ellipse(frame, width: pen.lineWidth)]
    case .parameter:
      return [ellipse(frame.insetBy(0.75 * pen.lineWidth), width: 2.5 * pen.lineWidth)]
    case .constant:
      return [.rectangle(frame, cornerRadius: 0, stroke: nil, fill: theme.background)]
    case .definition, .operation:
      return [.rectangle(frame, cornerRadius: radius, stroke: line, fill: theme.background)]
    case .abstract:
      var dashed = line
      dashed.dash = [4 * pen.lineWidth, 2.5 * pen.lineWidth]
      return [.rectangle(frame, cornerRadius: radius, stroke: dashed, fill: theme.background)]
    case .output:
      let gap = 0.18 * pen.textSize
      return [
        .rectangle(frame, cornerRadius: radius, stroke: line, fill: theme.outputFill),
        .rectangle(frame.insetBy(gap), cornerRadius: radius - gap, stroke: line, fill: nil),
      ]
    }
  }

  private func ellipse(_ frame: Rectangle, width: Double) -> SceneElement {
    let stroke = Stroke(color: pen.theme.inputLine, width: width)
    return .ellipse(frame, stroke: stroke, fill: pen.theme.inputFill)
  }
}

extension Ink {
  /// What a line of a node in this colour is, besides its name.
  fileprivate var role: SceneRole? {
    switch self {
    case .value: .value
    case .derivative: .derivative
    case .text, .muted, .path: nil
    }
  }
}
