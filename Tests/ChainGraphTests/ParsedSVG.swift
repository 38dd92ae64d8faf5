import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a test wants to know of an SVG document.
struct ParsedSVG: Equatable {
  struct Box: Hashable {
    let x, y, width, height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  fileprivate(set) var title = ""
  fileprivate(set) var description = ""
  /// How many groups there are of each class.
  fileprivate(set) var counts: [String: Int] = [:]
  /// The first rectangle of each label.
  fileprivate(set) var labelBoxes: [Box] = []
  fileprivate(set) var size = (width: 0.0, height: 0.0)

  static func == (a: ParsedSVG, b: ParsedSVG) -> Bool {
    a.title == b.title && a.counts == b.counts && a.labelBoxes == b.labelBoxes
  }

  /// Nil if the document is not well-formed.
  init?(_ bytes: [UInt8]) {
    let reader = SVGReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.svg
  }

  fileprivate init() {}
}

private final class SVGReader: NSObject, XMLParserDelegate {
  var svg = ParsedSVG()
  private var path: [String] = []
  private var wantsLabelBox = false

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    path.append(name)
    let length = { (key: String) in Double(attributes[key] ?? "") ?? 0 }
    switch name {
    case "svg":
      let sides = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if sides.count == 4 { svg.size = (sides[2], sides[3]) }
    case "g":
      guard let role = attributes["class"] else { return }
      svg.counts[role, default: 0] += 1
      wantsLabelBox = role == "label"
    case "rect" where wantsLabelBox:
      wantsLabelBox = false
      svg.labelBoxes.append(
        ParsedSVG.Box(
          x: length("x"), y: length("y"), width: length("width"), height: length("height")))
    default: return
    }
  }

  func parser(_: XMLParser, foundCharacters text: String) {
    guard path.count == 2 else { return }
    if path[1] == "title" { svg.title += text }
    if path[1] == "desc" { svg.description += text }
  }

  func parser(
    _: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?
  ) {
    path.removeLast()
  }
}
