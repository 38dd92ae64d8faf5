import ChainDiagnostics

/// A Markdown document with fenced blocks of figures, whose fence says `chaingraph` or `{.chaingraph}`.
///
/// Findings name the lines of the document.
public struct MarkdownSource: Sendable {
  /// A fenced block of figures.
  public struct Block: Sendable {
    /// What its fence says, as in `{.chaingraph detail=operations}`, in order.
    public let attributes: [(key: String, value: String)]
    let fence: SourceRange
    let range: SourceRange
  }

  /// The blocks in order; other blocks, and what stands inside them, are none.
  public let blocks: [Block]
  private let source: SourceText

  /// Finds the blocks of a document, in time linear in its size.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - name: what findings call the document, usually its path.
  public init(bytes: [UInt8], name: String) {
    source = SourceText(name: name, bytes: bytes)
    blocks = source.isTooLarge ? [] : fencedBlocks(of: source)
  }

  /// Reads, derives and checks the figures of a block; the arguments are those of a document.
  public func document(
    of block: Block, settings: FigureSettings = FigureSettings(), point: String? = nil,
    for purpose: Document.Purpose = .figures
  ) -> Document {
    Document(source.part(block.range), settings: settings, point: point, for: purpose)
  }

  /// An error in what the fence of a block says.
  public func error(_ id: String, _ message: String, in block: Block) -> Finding {
    Finding(.error(id, message, at: block.fence), in: source)
  }
}

/// What opens or closes a fenced block: three or more backticks or tildes.
private struct Fence {
  let mark: Character
  let length: Int
  let info: Substring

  /// Nil for a line that is no fence.
  init?(_ line: String) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let rest = text.drop { $0 == mark }
    length = text.count - rest.count
    guard length >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    info = rest
  }

  func isClosed(by other: Fence) -> Bool {
    other.mark == mark && other.length >= length && other.info.allSatisfy(\.isWhitespace)
  }
}

private func fencedBlocks(of source: SourceText) -> [MarkdownSource.Block] {
  var blocks: [MarkdownSource.Block] = []
  var open: (fence: Fence, line: Int)?
  func close(before end: Int) {
    guard let (fence, line) = open, let attributes = figureAttributes(fence.info) else { return }
    let range = source.range(ofLine: line)
    // Behind the last line there is no next one.
    let start = line < source.lineCount ? source.range(ofLine: line + 1).start : range.end
    blocks.append(
      MarkdownSource.Block(
        attributes: attributes, fence: range, range: SourceRange(start, max(start, end))))
  }
  for line in 1...source.lineCount {
    let range = source.range(ofLine: line)
    // Text of other lines is not looked at.
    let first = source.bytes[range.start..<range.end].first { $0 != 0x20 && $0 != 0x09 }
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), let fence = Fence(source[range])
    else { continue }
    if let opened = open {
      guard opened.fence.isClosed(by: fence) else { continue }
      close(before: range.start)
      open = nil
    } else {
      open = (fence, line)
    }
  }
  close(before: source.bytes.count)
  return blocks
}

/// The attributes of a block of figures: `chaingraph`, or `{.chaingraph #fig:a key=value}`, or both
/// forms in one; nil for any other block.
private func figureAttributes(_ info: Substring) -> [(key: String, value: String)]? {
  var words = attributeWords(info)[...]
  guard let first = words.first else { return nil }
  let isFigure: Bool
  if first == "{" {
    isFigure = words.contains(".chaingraph")
  } else {
    isFigure = first == "chaingraph"
    words.removeFirst()
  }
  guard isFigure else { return nil }
  return words.compactMap { word in
    guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { return nil }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }
}

/// The words of a fence, with `{` and `}` as words of their own and blanks kept within quotes.
private func attributeWords(_ info: Substring) -> [String] {
  var words: [String] = []
  var word = ""
  var isQuoted = false
  func endWord() {
    if !word.isEmpty { words.append(word) }
    word = ""
  }
  for character in info {
    if character == "\"" {
      isQuoted.toggle()
    } else if isQuoted {
      word.append(character)
    } else if character.isWhitespace {
      endWord()
    } else if character == "{" || character == "}" {
      endWord()
      words.append(String(character))
    } else {
      word.append(character)
    }
  }
  endWord()
  return words
}
