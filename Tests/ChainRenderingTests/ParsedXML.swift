import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a parsed document, with the text directly in it.
struct ParsedElement: Equatable {
  let name: String
  let attributes: [String: String]
  var text = ""
  var children: [ParsedElement] = []

  /// This element and all below it, in the order of the document.
  var all: [ParsedElement] { [self] + children.flatMap(\.all) }

  func all(named name: String) -> [ParsedElement] { all.filter { $0.name == name } }
}

/// The root of a document, or nil if it is not well-formed.
func parse(_ bytes: [UInt8]) -> ParsedElement? {
  let reader = Reader()
  let parser = XMLParser(data: Data(bytes))
  parser.delegate = reader
  return parser.parse() ? reader.root : nil
}

private final class Reader: NSObject, XMLParserDelegate {
  private var open: [ParsedElement] = []
  private(set) var root: ParsedElement?

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    open.append(ParsedElement(name: name, attributes: attributes))
  }

  func parser(_: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(
    _: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?
  ) {
    let element = open.removeLast()
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }
}
