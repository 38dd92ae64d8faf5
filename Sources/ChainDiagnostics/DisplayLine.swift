/// A source line as a terminal shows it: tabs as blanks, control characters made visible, and of
/// a long line only the part around what is marked.
struct DisplayLine {
  static let widthLimit = 100
  private static let tabWidth = 4
  /// Bytes looked at on either side of the mark, enough for the widest excerpt.
  private static let reach = 480

  private struct Cell {
    let text: String
    let offset: Int
    let column: Int
  }

  private var cells: [Cell] = []
  private var width = 0
  private(set) var text = ""
  /// Columns cut off on the left, less the mark that says so.
  private var cut = 0

  /// The line, counted from 1, with a stretch of it in view.
  init(_ source: SourceText, line: Int, around range: SourceRange) {
    let lineRange = source.range(ofLine: line)
    let start = Self.boundary(source, max(lineRange.start, range.start - Self.reach))
    let end = Self.boundary(source, min(lineRange.end, max(range.start, start) + 2 * Self.reach))
    fill(source, SourceRange(start, max(start, end)))
    let isCutLeft = start > lineRange.start
    let isCutRight = end < lineRange.end
    if width <= Self.widthLimit, !isCutLeft, !isCutRight {
      text = cells.map(\.text).joined()
    } else {
      showPart(around: column(of: range.start), isCutLeft: isCutLeft, isCutRight: isCutRight)
    }
  }

  /// Columns, from 0, that a stretch of the line covers as far as it is shown.
  func columns(of range: SourceRange) -> Range<Int> {
    let shown = Self.widthLimit + 1
    let start = min(max(0, column(of: range.start) - cut), shown)
    let end = min(max(start, column(of: range.end) - cut), max(start, shown - 1))
    return start..<end
  }

  private mutating func fill(_ source: SourceText, _ range: SourceRange) {
    var offset = range.start
    for character in source[range] {
      let shown: String
      if character == "\t" {
        shown = String(repeating: " ", count: Self.tabWidth - width % Self.tabWidth)
      } else {
        shown = printable(String(character))
      }
      cells.append(Cell(text: shown, offset: offset, column: width))
      width += character == "\t" ? shown.count : displayWidth(of: character)
      // A repaired byte is one byte long in the source, three in the text.
      let isRepair = character == "\u{FFFD}" && source.bytes[offset] != 0xEF
      offset += isRepair ? 1 : character.utf8.count
    }
  }

  private mutating func showPart(around column: Int, isCutLeft: Bool, isCutRight: Bool) {
    let room = Self.widthLimit - 2
    let isNearStart = !isCutLeft && column < room * 2 / 3
    let from = isNearStart ? 0 : max(0, min(column - room / 3, width - (isCutRight ? 0 : room)))
    let part = cells.filter { $0.column >= from && $0.column < from + room }
    let start = part.first?.column ?? 0
    let leftMark = from > 0 || isCutLeft ? "…" : ""
    let rightMark = from + room < width || isCutRight ? "…" : ""
    text = leftMark + part.map(\.text).joined() + rightMark
    cut = start - leftMark.count
  }

  private func column(of offset: Int) -> Int {
    guard let cell = cells.first(where: { $0.offset >= offset }) else { return width }
    return cell.column
  }

  /// The next offset at which a character begins.
  private static func boundary(_ source: SourceText, _ offset: Int) -> Int {
    var offset = offset
    while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

/// Columns a character takes in a terminal: two for East Asian wide ones and pictographs.
func displayWidth(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: return 0
  default: return 1
  }
}
