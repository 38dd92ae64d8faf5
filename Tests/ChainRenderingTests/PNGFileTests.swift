import ChainGeometry
import ChainRendering
import Testing

struct PNGFileTests {
  /// The chunks of a file, or nil if one is cut off.
  private func split(_ file: [UInt8]) -> [(type: String, data: [UInt8])]? {
    var chunks: [(type: String, data: [UInt8])] = []
    var rest = file.dropFirst(8)
    while !rest.isEmpty {
      guard rest.count >= 12 else { return nil }
      let length = number(rest.prefix(4))
      guard rest.count >= length + 12 else { return nil }
      let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      chunks.append((type, Array(rest.dropFirst(8).prefix(length))))
      rest = rest.dropFirst(length + 12)
    }
    return chunks
  }

  private func number(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  @Test func theFileHasSignatureHeaderResolutionAndText() throws {
    let file = try png(everything())
    #expect(file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let chunks = try #require(split(file))
    #expect(
      chunks.map(\.type) == ["IHDR", "pHYs", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(chunks[0].data == [0, 0, 0, 80, 0, 0, 0, 40, 8, 2, 0, 0, 0])
    // 144 pixels in 0.0254 m are 5669.3 in a metre.
    #expect(number(chunks[1].data.prefix(4)) == 5669)
    #expect(chunks[2].data == Array("Title\0\0\0\0\0f < g & h".utf8))
  }

  @Test func aTransparentPictureHasFourChannels() throws {
    let file = try png(scene(), options: PNGOptions(transparent: true))
    #expect(try #require(split(file))[0].data[9] == 6)
  }

  @Test func theLastChunkHasTheChecksumOfTheSpecification() throws {
    #expect(try png(scene()).suffix(4) == [0xAE, 0x42, 0x60, 0x82])
  }
}
