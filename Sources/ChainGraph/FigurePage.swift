import ChainFigure
import ChainPage
import GraphLayout
import MathTypesetting

extension Figure {
  /// Figures as one HTML page that needs no network: numbers follow the point, and values and
  /// derivatives can be stepped through.
  public static func page(of figures: [Figure]) throws(DrawingError) -> String {
    var parts: [PageFigure] = []
    for figure in figures { parts.append(try figure.pagePart()) }
    return ChainPage.page(of: parts)
  }

  private func pagePart() throws(DrawingError) -> PageFigure {
    try refuseUndrawable()
    let options = prepared.settings.figure
    do {
      let font = try MathFont.load(prepared.settings[.font])
      // The page has the title and the caption itself.
      let bare = FigureHeader(alternative: prepared.settings[.alt])
      let graph = try ChainFigure.scene(
        of: prepared.derivation, header: bare, options: PageFigure.graphOptions(options),
        font: font)
      let outline = ChainFigure.outline(
        of: prepared.derivation, header: header, options: PageFigure.outlineOptions(options))
      return PageFigure(
        scene: graph.scene, outline: outline, derivation: prepared.derivation,
        digits: options.digits)
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }
}
