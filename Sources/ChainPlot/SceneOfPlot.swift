package import ChainFigure
import ChainGeometry
package import ChainScene
import ChainTheme
package import MathTypesetting

/// Draws a function: a curve with secants and its tangent, or contours with gradients.
///
/// The scene fits the profile's room with text no smaller than the profile allows, or a warning
/// says that it does not. Equal arguments give equal scenes.
package func scene(
  of subject: PlotSubject, header: FigureHeader = FigureHeader(),
  options: FigureOptions = FigureOptions(), font: MathFont
) throws(PlotProblem) -> (scene: Scene, warnings: [String]) {
  let room = options.profile.room
  var smallest: Composition?
  for textSize in options.profile.textSizes {
    let pen = Pen(
      font: font, theme: options.theme, textSize: textSize,
      smallestText: options.profile.smallestText)
    let composition = try Composition(subject, header, options, pen: pen)
    smallest = composition
    if composition.size.width <= room.width + 0.5, composition.size.height <= room.height + 0.5 {
      return (composition.scene, [])
    }
  }
  guard let smallest else { preconditionFailure("a profile has a size of text") }
  return (smallest.scene, [tooLarge(smallest.size, options.profile)])
}

private func tooLarge(_ size: Size, _ profile: Profile) -> String {
  func whole(_ length: Double) -> String { String(Int(length.rounded(.up))) }
  return "the plot is \(whole(size.width)) × \(whole(size.height)) pt, more than the "
    + "\(whole(profile.room.width)) × \(whole(profile.room.height)) pt of profile "
    + "`\(profile.rawValue)`; try fewer secants, or a shorter title"
}

/// A plot put together: header, picture and table, derivatives, caption.
private struct Composition {
  let scene: Scene
  var size: Size { scene.size }

  init(
    _ subject: PlotSubject, _ header: FigureHeader, _ options: FigureOptions, pen: Pen
  ) throws(PlotProblem) {
    let wording = PlotWording(subject, digits: options.digits)
    let margin = 0.8 * pen.textSize
    let inner = Size(
      width: options.profile.room.width - 2 * margin,
      height: options.profile.room.height - 2 * margin)
    let above = Block.header(header, wording, width: inner.width, pen: pen)
    let content: any PlotContent =
      subject.variables.count == 1
      ? CurvePlot(subject, wording, pen: pen) : MapPlot(subject, wording, pen: pen)
    let below = Block.stack(
      [
        Block(
          broken(content.pieces, width: inner.width, pen: pen), role: .panel,
          gap: 0.4 * pen.textSize),
        options.show.contains(.check)
          ? .note(content.metadata, width: inner.width, pen: pen) : Block([], role: .note, gap: 0),
        .caption(header, width: inner.width, pen: pen),
      ], gap: 0.8 * pen.textSize)
    let gap = 0.8 * pen.textSize
    let taken = [above, below].map(\.size.height).filter { $0 > 0 }.reduce(0) { $0 + $1 + gap }
    let picture = try content.picture(
      in: Size(width: inner.width, height: inner.height - taken))
    let whole = Block.stack([above, picture, below], gap: gap)
    scene = Scene(
      size: Size(width: whole.size.width + 2 * margin, height: whole.size.height + 2 * margin),
      background: options.theme.background,
      title: header.title.map { linearText(readLabel($0).formula) } ?? content.title,
      description: header.alternative ?? content.description,
      metadata: content.metadata,
      elements: whole.elements.map { $0.offset(by: Point(x: margin, y: margin)) },
      font: pen.font)
  }
}

/// What a kind of plot shows.
protocol PlotContent {
  /// Below the picture, in one line where there is room; none where there is nothing to say.
  var pieces: [Piece] { get }
  var title: String { get }
  /// Sentences for a reader who cannot see the picture.
  var description: String { get }
  /// How the derivatives were checked.
  var metadata: String { get }

  func picture(in room: Size) throws(PlotProblem) -> Block
}

/// Pieces in as few lines as a width demands.
private func broken(_ pieces: [Piece], width: Double, pen: Pen) -> [Line] {
  var lines: [[Piece]] = []
  for piece in pieces {
    if let last = lines.last, Line(last + [piece], pen: pen).width <= width {
      lines[lines.count - 1].append(piece)
    } else {
      lines.append([piece])
    }
  }
  return lines.map { Line($0, pen: pen) }
}

extension Block {
  fileprivate static func header(
    _ header: FigureHeader, _ wording: PlotWording, width: Double, pen: Pen
  ) -> Block {
    let title = header.title.map {
      lines(of: readLabel($0).formula, size: .title, width: width, pen: pen)
    }
    let facts = [wording.definition].compactMap { $0.map { Line($0, pen: pen) } }
      .filter { $0.width <= width }
    return Block((title ?? []) + facts, role: .header, gap: 0.35 * pen.textSize)
  }

  fileprivate static func note(_ text: String, width: Double, pen: Pen) -> Block {
    let note = lines(of: .text(text), .muted, size: .small, width: width, pen: pen)
    return Block(text.isEmpty ? [] : note, role: .note, gap: 0.35 * pen.textSize)
  }

  fileprivate static func caption(_ header: FigureHeader, width: Double, pen: Pen) -> Block {
    let caption = header.caption.map {
      lines(of: readLabel($0).formula, size: .text, width: width, pen: pen)
    }
    return Block(caption ?? [], role: .note, gap: 0.35 * pen.textSize)
  }
}
