import CYAML

/// A value of a YAML document, with the line it begins on, counted from 1.
indirect enum YAMLValue {
  case scalar(String, line: Int)
  case sequence([YAMLValue], line: Int)
  /// In the order of the document; keys are scalars.
  case mapping([(key: String, line: Int, value: YAMLValue)], line: Int)

  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// The first document's value; nil of an empty one.
  static func read(_ bytes: [UInt8]) throws(ThemeError) -> YAMLValue? {
    guard bytes.count <= 1 << 20 else {
      throw ThemeError(line: 1, message: "a theme of more than a megabyte")
    }
    let text = bytes.map { CChar(bitPattern: $0) }
    var reader = Reader(text)
    defer { reader.close() }
    let value = try reader.value(depth: 0)
    return value
  }

  private struct Reader {
    // The text must outlive libyaml's parser.
    private let text: UnsafeMutableBufferPointer<CChar>
    private let handle: OpaquePointer?

    init(_ text: [CChar]) {
      self.text = .allocate(capacity: max(1, text.count))
      _ = self.text.initialize(from: text)
      handle = chaingraph_yaml_open(self.text.baseAddress, text.count)
    }

    func close() {
      chaingraph_yaml_close(handle)
      text.deallocate()
    }

    /// The value that begins with the next event; nil where something ends instead.
    mutating func value(depth: Int) throws(ThemeError) -> YAMLValue? {
      guard let handle else {
        throw ThemeError(
          line: 1, message: "theme files need the library libyaml (Debian's package libyaml-0-2)")
      }
      let event = chaingraph_yaml_next(handle)
      let line = Int(event.line) + 1
      guard depth < 8 else { throw ThemeError(line: line, message: "lists nested too deep") }
      switch event.kind {
      case CHAINGRAPH_YAML_SCALAR:
        return .scalar(content(of: event), line: line)
      case CHAINGRAPH_YAML_SEQUENCE_START:
        var items: [YAMLValue] = []
        while let item = try value(depth: depth + 1) { items.append(item) }
        return .sequence(items, line: line)
      case CHAINGRAPH_YAML_MAPPING_START:
        var entries: [(key: String, line: Int, value: YAMLValue)] = []
        while let key = try value(depth: depth + 1) {
          guard case .scalar(let name, let line) = key, let value = try value(depth: depth + 1)
          else { throw ThemeError(line: key.line, message: "a key that is no word") }
          entries.append((name, line, value))
        }
        return .mapping(entries, line: line)
      case CHAINGRAPH_YAML_PROBLEM:
        throw ThemeError(line: line, message: content(of: event))
      default:
        // The end of a list, a mapping or the text.
        return nil
      }
    }

    private func content(of event: chaingraph_yaml_event) -> String {
      let bytes = UnsafeRawBufferPointer(start: event.text, count: event.length)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
