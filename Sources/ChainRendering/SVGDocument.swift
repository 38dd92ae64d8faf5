import ChainGeometry
import ChainScene
import MathTypesetting

/// An SVG document while it is written.
struct SVGDocument {
  let scene: Scene
  let glyphs: GlyphTable
  let glyphMode: SVGOptions.Glyphs
  /// Whether text stands beside the outlines.
  let hasText: Bool
  /// Whether groups name what they show.
  let hasMarks: Bool
  /// Whether the steps of the figure follow each other by themselves.
  let animates: Bool
  var buffer = MarkupBuffer(capacity: 1 << 15)
  /// Where an id begins with the prefix that only the finished document decides.
  private var prefixOffsets: [Int] = []

  init(scene: Scene, options: SVGOptions) {
    self.scene = scene
    self.glyphs = GlyphTable(scene)
    glyphMode = options.glyphs
    hasText = options.text
    hasMarks = options.marks
    animates = options.animated
  }

  /// Ends the document and puts the prefix of its ids in place.
  consuming func finish() -> [UInt8] {
    buffer.append("</svg>\n")
    let prefix = Self.prefix(for: buffer.bytes)
    for offset in prefixOffsets { buffer.overwrite(at: offset, with: prefix) }
    return buffer.bytes
  }
}

// MARK: Ids

extension SVGDocument {
  private static let prefixLength = 7

  /// A letter and digits to base 36 that depend on all bytes, by the hash FNV-1a.
  private static func prefix(for bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    var prefix = [UInt8(ascii: "c")]
    while prefix.count < prefixLength {
      prefix.append(digits[Int(hash % 36)])
      hash /= 36
    }
    return prefix
  }

  mutating func append(id suffix: String) {
    prefixOffsets.append(buffer.bytes.count)
    buffer.append([UInt8](repeating: UInt8(ascii: "0"), count: Self.prefixLength))
    buffer.append(suffix)
  }

  mutating func append(glyphID number: Int) {
    append(id: "-")
    buffer.append(steps: number, decimals: 0)
  }
}

// MARK: Head

extension SVGDocument {
  /// The root element's start, what the document says of itself, and the shared outlines.
  mutating func appendHead(_ options: SVGOptions) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    buffer.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"")
    buffer.append(scene.size.width * options.scale)
    buffer.append("pt\" height=\"")
    buffer.append(scene.size.height * options.scale)
    buffer.append("pt\" viewBox=\"0 0 ")
    buffer.append(scene.size.width)
    buffer.append(" ")
    buffer.append(scene.size.height)
    // The role img would hide the labels inside from readers.
    buffer.append("\" xml:lang=\"en\" lang=\"en\" role=\"graphics-document\"")
    if !scene.darkColors.isEmpty {
      buffer.append(" id=\"")
      append(id: "-svg")
      buffer.append("\"")
    }
    appendReference("aria-labelledby", to: "-title", unlessEmpty: scene.title)
    appendReference("aria-describedby", to: "-desc", unlessEmpty: scene.description)
    buffer.append(">\n")
    append("title", text: scene.title, id: "-title")
    append("desc", text: scene.description, id: "-desc")
    append("metadata", text: scene.metadata, id: nil)
    appendDarkColors()
    appendAnimation()
    switch glyphMode {
    case .shared: appendGlyphDefinitions()
    case .inline: break
    }
  }

  /// A style sheet that a dark page calls for; attributes give way to its rules.
  private mutating func appendDarkColors() {
    guard !scene.darkColors.isEmpty else { return }
    buffer.append("<style>@media (prefers-color-scheme: dark) {\n")
    for change in scene.darkColors {
      for property in ["fill", "stroke"] {
        buffer.append("#")
        append(id: "-svg")
        buffer.append(" [")
        buffer.append(property)
        buffer.append("=\"")
        append(hex: change.light)
        buffer.append("\"] { ")
        buffer.append(property)
        buffer.append(": ")
        append(hex: change.dark)
        buffer.append(" }\n")
      }
    }
    buffer.append("}</style>\n")
  }

  mutating func append(background: Color) {
    let canvas = Rectangle(minX: 0, minY: 0, maxX: scene.size.width, maxY: scene.size.height)
    append(.rectangle(canvas, cornerRadius: 0, stroke: nil, fill: background), described: true)
  }

  private mutating func appendReference(
    _ attribute: String, to suffix: String, unlessEmpty text: String
  ) {
    guard !text.isEmpty else { return }
    buffer.append(" ")
    buffer.append(attribute)
    buffer.append("=\"")
    append(id: suffix)
    buffer.append("\"")
  }

  /// An element of nothing but text, unless there is none.
  private mutating func append(_ name: String, text: String, id: String?) {
    guard !text.isEmpty else { return }
    buffer.append("<")
    buffer.append(name)
    if let id {
      buffer.append(" id=\"")
      append(id: id)
      buffer.append("\"")
    }
    buffer.append(">")
    buffer.append(escaping: text)
    buffer.append("</")
    buffer.append(name)
    buffer.append(">\n")
  }

  private mutating func appendGlyphDefinitions() {
    guard glyphs.entries.contains(where: { !$0.pathData.isEmpty }) else { return }
    buffer.append("<defs>\n")
    for (number, entry) in glyphs.entries.enumerated() where !entry.pathData.isEmpty {
      buffer.append("<path id=\"")
      append(glyphID: number)
      buffer.append("\" d=\"")
      buffer.append(entry.pathData)
      buffer.append("\"/>\n")
    }
    buffer.append("</defs>\n")
  }
}
