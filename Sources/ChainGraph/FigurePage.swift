import ChainFigure
import ChainPage
import ChainTheme
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
    var options = prepared.settings.figure
    if prepared.settings[.theme] == nil {
      // A page follows its reader's setting.
      (options.theme, options.darkColors) = (ThemeName.auto.theme, ThemeName.auto.darkColors)
    }
    options.isStepped = false
    do {
      let font = try MathFont.load(prepared.settings[.font])
      // The page has the title and the caption itself.
      let bare = FigureHeader(alternative: prepared.settings[.alt])
      let graph = try ChainFigure.scene(
        of: prepared.derivation, header: bare,
        options: PageFigure.graphOptions(options, for: prepared.derivation), font: font)
      let outline = ChainFigure.outline(
        of: prepared.derivation, header: header, options: PageFigure.outlineOptions(options))
      return PageFigure(
        scene: graph.scene, outline: outline, derivation: prepared.derivation,
        digits: options.digits)
    } catch {
      throw DrawingError(error)
    }
  }
}
