import ChainFigure
import ChainScene
import ChainTheme
import MathTypesetting

/// Figures as one HTML page that needs no network: their graphs, with numbers that follow the point,
/// steps through values and derivatives, and tables that light up with the graph.
///
/// The same figures give the same page.
package func page(of figures: [PageFigure]) -> String {
  let title = figures.first.map { $0.outline.title.map(linearText) ?? $0.scene.title }
  return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title ?? ""))</title>
    <style>
    \(text(PackageResources.Page_css))\(colors(figures))</style>
    </head>
    <body>
    <main>
    \(figures.map { PageMarkup($0).html }.joined())</main>
    <script>
    "use strict";
    \(text(PackageResources.PageMachine_js))\(text(PackageResources.PageView_js))</script>
    </body>
    </html>

    """
}

private func text(_ resource: [UInt8]) -> String { String(decoding: resource, as: UTF8.self) }

/// The colours of what a page draws over a figure.
///
/// A drawing whose colours follow the reader's page says so itself; any other keeps its own.
private func colors(_ figures: [PageFigure]) -> String {
  guard let figure = figures.first else { return "" }
  let theme = figure.outline.theme
  let changes = figure.scene.darkColors
  let numbers = theme.numberRules(dark: changes)
  guard changes.isEmpty else {
    return numbers.light + "@media (prefers-color-scheme: dark) {\n" + numbers.dark + "}\n"
  }
  let paper = "background: \(theme.background.css); --paper: \(theme.background.css)"
  let inks = "--value: \(theme.value.css); --derivative: \(theme.derivative.css)"
  return numbers.light + ".graphbox { \(paper); \(inks) }\n"
}
