/// A fenced code block of a Pandoc document.
struct PandocBlock {
  let identifier: String
  let classes: [String]
  let attributes: [(key: String, value: String)]
  let text: String

  /// Nil for any other element.
  init?(_ value: JSONValue) {
    guard value["t"]?.text == "CodeBlock", let content = value["c"]?.elements, content.count == 2,
      let attributes = content[0].elements, attributes.count == 3,
      let identifier = attributes[0].text, let text = content[1].text
    else { return nil }
    self.identifier = identifier
    self.text = text
    classes = (attributes[1].elements ?? []).compactMap(\.text)
    self.attributes = (attributes[2].elements ?? []).compactMap { pair in
      guard let pair = pair.elements, pair.count == 2, let key = pair[0].text,
        let value = pair[1].text
      else { return nil }
      return (key, value)
    }
  }

  subscript(key: String) -> String? { attributes.first { $0.key == key }?.value }
}

/// How the elements of a Pandoc document are written.
struct PandocWriter {
  /// Whether a figure is a block of its own, as it has been since version 1.23 of the format;
  /// before, it is a paragraph with an image whose title begins with `fig:`.
  private let hasFigures: Bool

  init(of document: JSONValue) {
    let version = (document["pandoc-api-version"]?.elements ?? []).compactMap(\.integer)
    hasFigures = !version.lexicographicallyPrecedes([1, 23])
  }

  /// Images, with a caption below the last of them.
  func blocks(
    _ images: [String], of block: PandocBlock, attributes: [(key: String, value: String)]
  ) -> [JSONValue] {
    let caption = block["caption"].map(inlines) ?? []
    return images.enumerated().map { index, path in
      let isCaptioned = index == images.count - 1 && !caption.isEmpty
      let identifier = index == images.count - 1 ? block.identifier : ""
      if isCaptioned, hasFigures {
        let image = image(path, identifier: "", attributes, alternative: [], title: "")
        return element(
          "Figure",
          [
            attribute(identifier, []),
            .array([.null, .array([element("Plain", caption)])]),
            .array([element("Plain", [image])]),
          ])
      }
      let image = image(
        path, identifier: identifier, attributes, alternative: isCaptioned ? caption : [],
        title: isCaptioned ? "fig:" : "")
      return element("Para", [image])
    }
  }

  private func image(
    _ path: String, identifier: String, _ attributes: [(key: String, value: String)],
    alternative: [JSONValue], title: String
  ) -> JSONValue {
    element(
      "Image",
      [
        attribute(identifier, attributes), .array(alternative),
        .array([.string(path), .string(title)]),
      ])
  }

  private func attribute(
    _ identifier: String, _ attributes: [(key: String, value: String)]
  ) -> JSONValue {
    let pairs = attributes.map { JSONValue.array([.string($0.key), .string($0.value)]) }
    return .array([.string(identifier), .array([]), .array(pairs)])
  }

  /// Words with blanks between them, and formulas between dollar signs.
  private func inlines(_ text: String) -> [JSONValue] {
    var inlines: [JSONValue] = []
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 1, index < parts.count - 1 {
        inlines.append(
          element(
            "Math",
            [.object([.init(key: "t", value: .string("InlineMath"))]), .string(String(part))]))
        continue
      }
      // A dollar sign without its fellow is one.
      let words = (index % 2 == 1 ? "$" : "") + part
      for (position, word) in words.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if position > 0 { inlines.append(.object([.init(key: "t", value: .string("Space"))])) }
        if !word.isEmpty {
          inlines.append(
            .object([
              .init(key: "t", value: .string("Str")), .init(key: "c", value: .string(String(word))),
            ]))
        }
      }
    }
    return inlines
  }

  private func element(_ type: String, _ content: [JSONValue]) -> JSONValue {
    .object([.init(key: "t", value: .string(type)), .init(key: "c", value: .array(content))])
  }
}
