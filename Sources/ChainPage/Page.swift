import ChainFigure
import ChainScene
import ChainTheme

/// Figures as one HTML page that needs no network: their graphs, with numbers that follow the point,
/// steps through values and derivatives, and tables that light up with the graph.
///
/// The same figures give the same page.
package func page(of figures: [PageFigure]) -> String {
  let title = figures.first?.scene.title ?? "chaingraph"
  return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
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

/// The drawing's colours, and what they become where the reader prefers a dark page.
private func colors(_ figures: [PageFigure]) -> String {
  guard let figure = figures.first else { return "" }
  let changes = figure.scene.darkColors
  let numbers = figure.outline.theme.numberRules(dark: changes)
  guard !changes.isEmpty else {
    let theme = figure.outline.theme
    let ground = theme.background.css
    let paper =
      "background: \(ground); --paper: \(ground); --value: \(theme.value.css); "
      + "--derivative: \(theme.derivative.css)"
    return numbers.light + ".graphbox { \(paper) }\n"
  }
  let rules = changes.flatMap { change in
    ["fill", "stroke"].map { paint in
      ".graph [\(paint)=\"\(change.light.css)\"]{\(paint):\(change.dark.css)}\n"
    }
  }
  return numbers.light + "@media (prefers-color-scheme: dark) {\n"
    + rules.joined() + numbers.dark + "}\n"
}
