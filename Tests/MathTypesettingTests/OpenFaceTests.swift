import Testing

@testable import MathTypesetting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct OpenFaceTests {
  @Test func metricsAreThoseOfTheFont() throws {
    let face = try openedFace(latinModernMath)
    let f = face.metrics(of: try #require(face.glyph(for: "f")))
    #expect(f.advance == 0.306)
    #expect([f.inkLeft, f.inkRight, f.inkTop, f.inkBottom] == [0.033, 0.357, 0.705, 0])
    #expect([f.italic, f.accentAttachment] == [0.079, 0.262])
    // Without a place of its own an accent stands over the middle.
    #expect(face.metrics(of: 2615).accentAttachment == 0.389)
    #expect(face.glyph(for: "\u{E000}") == nil)
    #expect(face.scriptForm(of: 18, order: 0) == 966)
    #expect(face.scriptForm(of: 18, order: 1) == 559)
    #expect(face.scriptForm(of: 1, order: 0) == 1)
    #expect(face.name(.family) == "Latin Modern Math")
  }

  @Test func parabolasHaveTheirBoxes() throws {
    let face = try openedFace(dejaVuSerif)
    let bar = face.metrics(of: try #require(face.glyph(for: "|")))
    #expect(bar.advance == 690.0 / 2048)
    #expect([bar.inkLeft, bar.inkTop].map { $0 * 2048 } == [264, 1565])
  }

  private func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    return Array(bytes.prefix(fread(&bytes, 1, bytes.count, file)))
  }

  /// Bytes changed at random, in a file of its own: whatever is asked, nothing breaks.
  @Test(arguments: 0..<12)
  func aBrokenFontDoesNoHarm(seed: Int) throws {
    let path = try #require(seed % 2 == 0 ? latinModernRoman : dejaVuSerif)
    var bytes = try #require(readFile(path))
    var state = UInt64(seed + 1)
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    // The list of tables stays whole, so that the changes are met.
    for _ in 0..<3000 {
      bytes[400 + random(below: bytes.count - 400)] = UInt8(random(below: 256))
    }
    if seed % 3 == 0 { bytes.removeLast(bytes.count / 3) }
    var name = Array("/tmp/chaingraph-font-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    defer { unlink(name) }
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    let copy = try #require(
      name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } })
    guard let face = FontFace(path: copy) else { return }
    for glyph in 0..<UInt32(400) {
      _ = face.metrics(of: glyph)
      _ = face.outline(of: glyph)
      _ = face.variants(of: glyph, .vertical)
      _ = face.kern(of: glyph, .topLeft, atHeight: 0.5)
    }
    for letter in "AVToéΩ" { _ = face.shape("\(letter)A\(letter)") }
    _ = face.name(.family)
  }
}
