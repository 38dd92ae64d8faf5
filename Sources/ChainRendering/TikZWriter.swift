import ChainGeometry
package import ChainScene
import MathTypesetting

/// The scene as a LaTeX document of one TikZ picture, made to be edited by hand.
///
/// Nodes of the graph are named `n0`, `n1` … as in JSON, labels of edges `e0`, `e1` …: arrows run
/// between these names, and what stands in a node is placed from its middle, so that all follow
/// where one is moved. Formulas are set anew by LaTeX. Coordinates are points, y downwards. Equal
/// scenes give equal bytes.
package func tikz(_ scene: Scene, options: DocumentOptions = DocumentOptions()) -> [UInt8] {
  var picture = TikZPicture(scene)
  picture.draw(scene, transparent: options.transparent)
  let scale = options.scale
  let page =
    "paperwidth=\(number(scale * scene.size.width))bp,"
    + "paperheight=\(number(scale * scene.size.height + 0.1))bp"
  let enlarging = scale == 1 ? "" : ", scale=\(number(scale)), transform shape"
  let start = [
    "% The nodes of the graph are n0, n1 …, the labels of its edges e0, e1 …: arrows follow them.",
    "\\begin{tikzpicture}[x=1bp, y=-1bp\(enlarging),",
    "  formula/.style={anchor=base west, inner sep=0pt, outer sep=0pt,",
    "    font=\\fontsize{#1bp}{#1bp}\\selectfont},",
    "  boxed/.style={inner sep=0pt, outer sep=0pt}]",
    "\\useasboundingbox (0,0) rectangle \(place(scene.size.corner));",
  ]
  let document = LaTeXDocument(
    packages: [
      "[\(page),margin=0pt]{geometry}", "fix-cm", "exscale", "amsmath", "amssymb", "tikz",
    ],
    preamble: [
      "\\usetikzlibrary{arrows.meta,shapes.geometric}", "\\pagestyle{empty}",
      "\\setlength{\\parindent}{0pt}\\setlength{\\topskip}{0pt}",
      "\\everymath{\\displaystyle}",
    ] + picture.colorDefinitions,
    body: (start + picture.lines + ["\\end{tikzpicture}%"]).map { $0 + "\n" }.joined())
  return Array(document.source.utf8)
}
