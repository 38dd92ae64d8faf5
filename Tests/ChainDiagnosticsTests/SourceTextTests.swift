import ChainDiagnostics
import Testing

private let source = SourceText(name: "a", "\u{FEFF}ab\r\nαβγ\n\n é=1")

@Test(arguments: [
  (3, 1, 1), (4, 1, 2), (5, 1, 3), (7, 2, 1), (9, 2, 2), (13, 2, 4), (14, 3, 1), (15, 4, 1),
  (18, 4, 3), (20, 4, 5),
])
func placesCountCharacters(_ offset: Int, _ line: Int, _ column: Int) {
  #expect(source.position(of: offset) == SourceText.Position(line: line, column: column))
}

@Test func linesAreWithoutTheirBreaks() {
  #expect(
    (1...source.lineCount).map { source[source.range(ofLine: $0)] } == ["ab", "αβγ", "", " é=1"])
}

@Test func invalidBytesAreRepairedForDisplay() {
  #expect(SourceText(name: "a", bytes: [0x61, 0xFF])[SourceRange(0, 2)] == "a\u{FFFD}")
}

@Test func aTooLargeSourceSaysSo() {
  let bytes = [UInt8](repeating: 0x61, count: SourceText.sizeLimit + 1)
  #expect(SourceText(name: "a", bytes: bytes).isTooLarge)
  #expect(!SourceText(name: "a", bytes: [UInt8](bytes.dropFirst())).isTooLarge)
}

@Test func placesInLongLinesAreFoundToo() {
  let ascii = SourceText(name: "a", String(repeating: "a", count: 200_000))
  #expect(ascii.position(of: 150_000).column == 150_001)
  let other = SourceText(name: "a", String(repeating: "é", count: 100_000))
  #expect(other.position(of: 180_000).column == 90_001)
}
