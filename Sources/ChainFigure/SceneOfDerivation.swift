package import ChainDerivation
package import ChainScene
import ChainTheme
package import GraphLayout
package import MathTypesetting

/// Draws what the reader sees of a derivation: header, graph, and the derivation below it.
///
/// The scene fits the profile's room with text no smaller than the profile allows; where it
/// cannot, a warning says so and names what may help. Equal arguments give equal scenes.
package func scene(
  of derivation: Derivation, header: FigureHeader = FigureHeader(),
  options: FigureOptions = FigureOptions(), font: MathFont
) throws(LayoutError) -> (scene: Scene, warnings: [String]) {
  var options = options
  // The pass backwards is the last part of what is revealed.
  if options.isStepped, options.mode == .none { options.mode = .reverse }
  let wording = Wording(derivation, options)
  var content = FigureContent(wording, header: header)
  if options.isStepped { content.steps = StepPlan(wording, content) }
  var (canvas, warnings) = try fitted(content, options, font: font)
  var elements = canvas.elements
  if let highlight = Highlight(wording) {
    warnings += highlight.warnings(wording)
    elements = elements.map {
      $0.fading(into: options.theme.background, unless: highlight.includes)
    }
    options.darkColors = options.darkColors.withFaded(into: options.theme.background)
  }
  let scene = Scene(
    size: canvas.size, background: options.theme.background,
    title: content.title.map(linearText) ?? wording.standardTitle,
    description: header.alternative ?? wording.description(of: content),
    metadata: wording.checkSentences.joined(separator: " "), elements: elements,
    steps: content.steps?.numbered ?? [],
    darkColors: options.darkColors, font: font)
  return (scene, warnings)
}

extension FigureContent {
  /// Header, graph, panel and notes of a derivation.
  init(_ wording: Wording, header: FigureHeader) {
    let numbering = PathNumbering(wording.derivation)
    nodes = wording.nodes(NodeDerivatives(wording))
    edges = wording.edges(numbering)
    if wording.options.show.contains(.valuesApart) { edges = edges.map(\.withValueApart) }
    panel = wording.derivation.derivatives.indices.flatMap {
      PanelText(wording: wording, numbering: numbering, queryIndex: $0).rows()
    }
    notes = wording.notes
    title = header.title.map { readLabel($0).formula }
    facts = header.facts + (header.title == nil ? [] : wording.point)
    caption = header.caption.map { readLabel($0).formula }
  }
}

extension EdgeContent {
  /// The value in the place of the shape, which a scalar does not show; a tensor's is left out.
  fileprivate var withValueApart: EdgeContent {
    var edge = self
    edge.label.badge = label.badge ?? label.value
    edge.label.value = nil
    return edge
  }
}
