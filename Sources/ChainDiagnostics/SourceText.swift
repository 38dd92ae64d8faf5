/// The bytes of one input with its name, and where its lines begin.
///
/// The text may hold invalid UTF-8: bytes are kept as they are and repaired only for display.
package struct SourceText: Sendable {
  /// Largest source that is read, in bytes; a larger one is refused whole.
  package static let sizeLimit = 16 << 20

  /// A line and a column, both from 1; columns count characters.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// As the reader knows the input: a path, or `<stdin>`.
  package let name: String
  package let bytes: [UInt8]
  /// Offset of each line's first byte; a byte order mark belongs to no line.
  private let lineStarts: [UInt32]
  /// Offset of the first byte beyond ASCII.
  private let asciiEnd: Int
  /// What is read: all of the text without its byte order mark, unless it is a part.
  package private(set) var range: SourceRange

  /// Bytes past the limit are dropped, which `isTooLarge` tells.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    isTooLarge = bytes.count > Self.sizeLimit
    self.bytes = isTooLarge ? [UInt8](bytes.prefix(Self.sizeLimit)) : bytes
    var starts = [UInt32(self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)]
    self.bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
        starts.append(UInt32(offset + 1))
      }
    }
    lineStarts = starts
    asciiEnd = self.bytes[Int(starts[0])...].firstIndex { $0 >= 0x80 } ?? self.bytes.count
    range = SourceRange(Int(starts[0]), self.bytes.count)
  }

  package init(name: String, _ text: String) {
    self.init(name: name, bytes: [UInt8](text.utf8))
  }

  /// Whether the input was longer than `sizeLimit`.
  package let isTooLarge: Bool

  /// Where the text begins: after a byte order mark, if there is one.
  package var start: Int { range.start }

  /// The same text, of which only whole lines are read, as of a document the lines of a block:
  /// every place in them is a place in the whole.
  package func part(_ range: SourceRange) -> SourceText {
    var part = self
    part.range = range
    return part
  }

  package var lineCount: Int { lineStarts.count }

  /// The text of a range, invalid bytes replaced by U+FFFD.
  package subscript(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<min(range.end, bytes.count)], as: UTF8.self)
  }
}

extension SourceText {
  /// Line and column of an offset, in O(log lines + length of the line).
  package func position(of offset: Int) -> Position {
    let line = lineNumber(of: offset)
    let lineStart = self.range(ofLine: line).start
    let before = SourceRange(lineStart, max(lineStart, min(offset, bytes.count)))
    return Position(line: line, column: characterCount(before) + 1)
  }

  /// A line may be megabytes long, and counting its characters as such takes a while: there code
  /// points are counted.
  private func characterCount(_ range: SourceRange) -> Int {
    if range.end <= asciiEnd { return range.count }
    if range.count <= 1 << 16 { return self[range].count }
    return bytes[range.start..<range.end].count { $0 & 0xC0 != 0x80 }
  }

  /// The line, from 1, that holds an offset, in O(log lines).
  package func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, counted from 1, without its line break (LF or CRLF).
  package func range(ofLine line: Int) -> SourceRange {
    let start = Int(lineStarts[line - 1])
    guard line < lineStarts.count else { return SourceRange(start, bytes.count) }
    var end = Int(lineStarts[line]) - 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }
}
