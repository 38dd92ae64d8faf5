import ChainDiagnostics

extension Parser {
  /// Whether the word `set` with a blank after it stands at the position.
  func beginsSetting() -> Bool {
    let start = lexer.position
    guard start + 3 <= lexer.end, lexer.bytes[start..<start + 3].elementsEqual("set".utf8)
    else { return false }
    switch lexer.peek(3) {
    case 0x20, 0x09: break
    case 0x0A, 0x0D, UInt8(ascii: "#"), 0: return true
    default: return false
    }
    var place = start + 3
    while place < lexer.end, lexer.bytes[place] == 0x20 || lexer.bytes[place] == 0x09 {
      place += 1
    }
    guard place < lexer.end else { return true }
    return ![UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "(")].contains(lexer.bytes[place])
  }

  /// `set title "The chain rule"`, read by hand since a value need not be an expression.
  func setting() {
    let start = lexer.position
    lexer.isDamaged = false
    lexer.skipLine()
    let line = SourceRange(start, endOfContent(from: start, to: lexer.position))
    let key = word(from: skipBlanks(from: start + 3, to: line.end), to: line.end)
    guard key.count > 0 else { return report(.missingKey(at: line)) }
    let valueStart = skipBlanks(from: key.end, to: line.end)
    if valueStart < line.end, lexer.bytes[valueStart] == UInt8(ascii: "=") {
      let rest = SourceRange(skipBlanks(from: valueStart + 1, to: line.end), line.end)
      return report(
        .settingWithEquals(
          at: SourceRange(valueStart, valueStart + 1), key: text(key), value: text(rest)))
    }
    let valueRange = SourceRange(valueStart, line.end)
    statements.append(
      .setting(
        SettingSyntax(
          key: text(key), keyRange: key, value: settingValue(valueRange), valueRange: valueRange,
          range: line)))
  }

  /// Up to a comment outside quotes, without blanks at the end.
  private func endOfContent(from start: Int, to lineEnd: Int) -> Int {
    var isQuoted = false
    var place = start
    while place < lineEnd, isQuoted || lexer.bytes[place] != UInt8(ascii: "#") {
      if lexer.bytes[place] == UInt8(ascii: "\""), lexer.bytes[place - 1] != UInt8(ascii: "\\") {
        isQuoted.toggle()
      }
      place += 1
    }
    while place > start, lexer.bytes[place - 1] <= 0x20 { place -= 1 }
    return place
  }

  private func skipBlanks(from start: Int, to end: Int) -> Int {
    var place = min(start, end)
    while place < end, lexer.bytes[place] == 0x20 || lexer.bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// Letters, digits and hyphens.
  private func word(from start: Int, to end: Int) -> SourceRange {
    var place = start
    while place < end, place - start < Lexer.nameLimit, isKeyByte(lexer.bytes[place]) { place += 1 }
    return SourceRange(start, place)
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    lexer.isDigit(byte) || byte == UInt8(ascii: "-") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The text without quotes, `\"` in them being a quote.
  private func settingValue(_ range: SourceRange) -> String? {
    guard range.count > 0 else { return nil }
    guard lexer.bytes[range.start] == UInt8(ascii: "\"") else { return text(range) }
    var value: [UInt8] = []
    var place = range.start + 1
    while place < range.end, lexer.bytes[place] != UInt8(ascii: "\"") {
      if lexer.bytes[place] == UInt8(ascii: "\\"), place + 1 < range.end,
        lexer.bytes[place + 1] == UInt8(ascii: "\"")
      {
        place += 1
      }
      value.append(lexer.bytes[place])
      place += 1
    }
    if place >= range.end {
      report(.unclosedQuote(at: SourceRange(range.start, range.start + 1)))
    } else if place + 1 < range.end {
      let rest = SourceRange(place + 1, range.end)
      report(.textAfterQuote(at: rest))
    }
    return String(decoding: value, as: UTF8.self)
  }
}
