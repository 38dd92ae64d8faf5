package import ChainFigure
import ChainScene
import ChainTheme
import MathTypesetting

/// A figure's graph in the language of Graphviz: laid out again it has the same nodes and edges,
/// with their labels as plain text.
///
/// Nodes are called as in JSON, `n0`, `n1` …; the same outline gives the same text.
package func dot(of outline: FigureOutline) -> String {
  let title = outline.title.map(linearText)
  var lines = ["digraph \(quoted(title ?? "")) {"]
  let graph = [
    Attribute("rankdir", outline.direction.rankdir), Attribute("label", title),
    Attribute("labelloc", "t"), Attribute("tooltip", outline.description),
    Attribute("fontname", font), Attribute("bgcolor", outline.theme.background.hex),
    Attribute("fontcolor", outline.theme.text.hex),
  ]
  lines.append("  graph \(list(graph))")
  let text = [
    Attribute("fontname", font), Attribute("fontcolor", outline.theme.text.hex),
    Attribute("color", outline.theme.text.hex),
  ]
  lines += ["  node \(list(text))", "  edge \(list(text))"]
  for (index, node) in outline.nodes.enumerated() {
    lines.append("  n\(index) \(list(attributes(of: node, outline.theme)))")
  }
  for edge in outline.edges {
    lines.append(
      "  n\(edge.from) -> n\(edge.to) \(list(attributes(of: edge, outline.theme)))")
  }
  lines += ranks(of: outline) + ["}"]
  return lines.map { $0 + "\n" }.joined()
}

/// Graphviz asks the system for it; most have one of these.
private let font = "Latin Modern Roman, Times, serif"

private struct Attribute {
  let name: String
  let value: String?

  init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }
}

private func list(_ attributes: [Attribute]) -> String {
  let pairs = attributes.compactMap { attribute in
    attribute.value.map { "\(attribute.name)=\(quoted($0))" }
  }
  return "[" + pairs.joined(separator: ", ") + "];"
}

/// A string of the language: line breaks as `\n`, every other backslash itself, no control
/// characters; a long one as a sum of parts, since Graphviz reads no more than 16 kB in one.
private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar -> String in
    switch scalar {
    case "\\": "\\\\"
    case "\"": "\\\""
    case "\n": "\\n"
    case "\u{0}"..<" ", "\u{7F}": ""
    // An ampersand begins the name of a character, in labels as in HTML.
    case "&": "&amp;"
    default: String(Character(scalar))
    }
  }
  let parts = stride(from: 0, to: max(1, escaped.count), by: 2000).map { start in
    "\"" + escaped[start..<min(start + 2000, escaped.count)].joined() + "\""
  }
  return parts.joined(separator: " + ")
}

private func attributes(of node: FigureOutline.Node, _ theme: Theme) -> [Attribute] {
  let text = [
    Attribute("label", node.lines.map(linearText).joined(separator: "\n")),
    Attribute("tooltip", node.sentence),
  ]
  func filled(_ color: Color) -> Attribute { Attribute("fillcolor", color.hex) }
  switch node.look {
  case .input, .parameter:
    let width = node.look == .parameter ? "2.5" : nil
    return text + [
      Attribute("shape", "ellipse"), Attribute("style", "filled"), filled(theme.inputFill),
      Attribute("color", theme.inputLine.hex), Attribute("penwidth", width),
    ]
  case .constant:
    return text + [Attribute("shape", "plaintext"), Attribute("fontcolor", theme.muted.hex)]
  case .definition, .operation:
    return text + [Attribute("shape", "box"), Attribute("style", "rounded")]
  case .abstract:
    return text + [Attribute("shape", "box"), Attribute("style", "rounded,dashed")]
  case .output:
    return text + [
      Attribute("shape", "box"), Attribute("style", "rounded,filled"), filled(theme.outputFill),
      Attribute("peripheries", "2"),
    ]
  }
}

/// Colours in a list are drawn as parallel strands.
private func attributes(of edge: FigureOutline.Edge, _ theme: Theme) -> [Attribute] {
  let numbers = edge.paths.map { String(Character(circledDigit($0))) }.joined()
  let words = [numbers, edge.label.map(linearText) ?? ""].filter { !$0.isEmpty }
  let lines = [words.joined(separator: " "), edge.shape.map(linearText) ?? ""]
  let label = lines.filter { !$0.isEmpty }.joined(separator: "\n")
  let strands = edge.colors.map(\.hex).joined(separator: ":")
  let styles = ["solid", "dashed", "dotted", "dashed"]
  let style = edge.paths.count == 1 ? styles[(edge.paths[0] - 1) % styles.count] : nil
  return [
    Attribute("label", label.isEmpty ? nil : label), Attribute("tooltip", edge.sentence),
    Attribute("color", edge.isZero ? theme.muted.hex : strands.isEmpty ? nil : strands),
    Attribute("style", edge.isZero ? "dashed" : style),
  ]
}

/// Inputs stand first, outputs that nothing uses last.
private func ranks(of outline: FigureOutline) -> [String] {
  let used = Set(outline.edges.map(\.from))
  let inputs = outline.nodes.indices.filter { index in
    switch outline.nodes[index].look {
    case .input, .parameter, .constant: true
    case .definition, .operation, .abstract, .output: false
    }
  }
  let outputs = outline.nodes.indices.filter {
    outline.nodes[$0].look == .output && !used.contains($0)
  }
  return [("min", inputs), ("max", outputs)].filter { !$0.1.isEmpty }.map { rank, nodes in
    "  { rank=\(rank); \(nodes.map { "n\($0);" }.joined(separator: " ")) }"
  }
}

extension FigureDirection {
  fileprivate var rankdir: String {
    switch self {
    case .auto, .right: "LR"
    case .up: "BT"
    case .down: "TB"
    case .left: "RL"
    }
  }
}

extension Color {
  fileprivate var hex: String {
    let digits = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "#" + digits.joined()
  }
}
