import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

struct TikZWriterTests {
  private func source(
    _ elements: [SceneElement], options: DocumentOptions = DocumentOptions()
  ) throws -> String {
    String(decoding: tikz(try scene(elements), options: options), as: UTF8.self)
  }

  private func node(_ index: Int, x: Double) throws -> SceneElement {
    let frame = Rectangle(center: Point(x: x, y: 10), size: Size(width: 6, height: 4))
    let layout = try font.get().layout(.identifier("x"))
    let name = PlacedFormula(
      layout: layout, origin: Point(x: x - 1, y: 11), fontSize: 10, color: black,
      source: .identifier("x"))
    return .group(
      SceneGroup(
        role: .node, subject: .node(index), text: "",
        elements: [
          .ellipse(frame, stroke: Stroke(color: blue, width: 1), fill: nil), .formula(name),
        ]))
  }

  @Test func nodesHaveNamesAndHoldTheirText() throws {
    let text = try source([node(3, x: 10)])
    #expect(text.contains("minimum width=6bp, minimum height=4bp] (n3) at (10,10) {};\n"))
    #expect(
      text.contains(
        """
        \\begin{scope}[shift={(n3)}]
        \\node[formula=10, text=hex000000] at (-1,1) {$x$};
        \\end{scope}
        """))
  }

  @Test func arrowsRunBetweenNames() throws {
    let curve = Path([
      .move(Point(x: 13, y: 10)),
      .cubic(Point(x: 15, y: 10), Point(x: 20, y: 12), Point(x: 25, y: 10)),
    ])
    let tip = Path([
      .move(Point(x: 27, y: 10)), .line(Point(x: 25, y: 11)), .line(Point(x: 25, y: 9)), .close,
    ])
    let arrow = SceneGroup(
      role: .edge, subject: .edge(0, strand: 0, from: 0, to: 1), text: "",
      elements: [
        .path(curve, stroke: Stroke(color: red, width: 1, dash: [2, 1]), fill: nil),
        .path(tip, stroke: nil, fill: red),
      ])
    let text = try source([.group(arrow), node(0, x: 10), node(1, x: 30)])
    let options =
      "draw=hexFF0000, line width=1bp, dash pattern=on 2bp off 1bp, "
      + "-{Triangle[length=2bp, width=2bp]}"
    #expect(
      text.contains("\\path[\(options)] (n0) .. controls (15,10) and (20,12) .. (n1);\n"))
    #expect(text.contains("\\definecolor{hexFF0000}{HTML}{FF0000}\n"))
  }

  @Test func aShortLineFromItsLabelStillReachesTheNode() throws {
    let box = Rectangle(center: Point(x: 20, y: 10), size: Size(width: 6, height: 4))
    let label = SceneGroup(
      role: .label, text: "",
      elements: [.rectangle(box, cornerRadius: 0, stroke: Stroke(color: blue, width: 1), fill: nil)]
    )
    let line = Path([.move(Point(x: 23, y: 10)), .line(Point(x: 24, y: 10))])
    let tip = Path([
      .move(Point(x: 27, y: 10)), .line(Point(x: 24, y: 11)), .line(Point(x: 24, y: 9)), .close,
    ])
    let arrow = SceneGroup(
      role: .edge, subject: .edge(0, strand: 0, from: 0, to: 1), text: "",
      elements: [
        .group(label), .path(line, stroke: Stroke(color: red, width: 1), fill: nil),
        .path(tip, stroke: nil, fill: red),
      ])
    let text = try source([.group(arrow), node(0, x: 10), node(1, x: 30)])
    #expect(text.contains("-{Triangle[length=3bp, width=2bp]}] (e0) -- (n1);\n"))
  }

  @Test func everythingIsDrawnInOrder() throws {
    let text = String(decoding: tikz(try everything()), as: UTF8.self)
    #expect(text.contains("fill=hex0102FF, fill opacity=0.5] (0,0) -- (0,5) -- cycle;"))
    #expect(text.contains("rounded corners=2bp] (1,1) rectangle (9,5);"))
  }

  @Test func backgroundAndScaleAreAsAsked() throws {
    #expect(try source([]).contains("\\fill[hexFFFFFF] (0,0) rectangle (40,20);"))
    let text = try source([], options: DocumentOptions(scale: 2, transparent: true))
    #expect(!text.contains("\\fill"))
    #expect(text.contains("paperwidth=80bp,paperheight=40.1bp"))
    #expect(text.contains("scale=2, transform shape"))
  }
}
