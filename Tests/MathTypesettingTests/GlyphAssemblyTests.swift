import MathTypesetting
import Testing

@Suite struct GlyphAssemblyTests {
  private static func part(_ glyph: UInt32, _ length: Double, extender: Bool = false) -> GlyphPart {
    GlyphPart(
      glyph: glyph, startConnector: 0.3, endConnector: 0.3, fullAdvance: length,
      isExtender: extender)
  }

  /// Bottom, extender, middle, extender, top, as a brace has them.
  private let brace = [
    part(1, 1), part(2, 0.5, extender: true), part(3, 1.2), part(2, 0.5, extender: true),
    part(4, 1),
  ]
  private let overlap = 0.1

  private func length(_ parts: [AssembledPart]) -> Double {
    parts.last.map { $0.offset + $0.length } ?? 0
  }

  @Test(arguments: 0...150)
  func reachesTheLengthWithinItsConnectors(tenths: Int) {
    let wanted = Double(tenths) / 10
    let parts = assembled(brace, overlap: overlap, length: wanted)
    #expect(length(parts) >= wanted - 1e-9)
    for (lower, upper) in zip(parts, parts.dropFirst()) {
      let joint = lower.offset + lower.length - upper.offset
      #expect(joint >= overlap - 1e-9 && joint <= 0.3 + 1e-9)
    }
  }

  @Test func isExactWhereConnectorsAllow() {
    let parts = assembled(brace, overlap: overlap, length: 3.5)
    #expect(abs(length(parts) - 3.5) < 1e-9)
  }

  @Test func repeatsNoMoreThanNeeded() {
    #expect(assembled(brace, overlap: overlap, length: 3).map(\.glyph) == [1, 3, 4])
    #expect(assembled(brace, overlap: overlap, length: 3.8).map(\.glyph) == [1, 2, 3, 2, 4])
  }

  @Test func extendersAloneStandAtLeastOnce() {
    let bar = [Self.part(7, 0.5, extender: true)]
    #expect(assembled(bar, overlap: overlap, length: 0).map(\.glyph) == [7])
    #expect(assembled(bar, overlap: overlap, length: 1.2).map(\.glyph) == [7, 7, 7])
  }

  @Test func absurdLengthsAreBounded() {
    let bar = [Self.part(7, 0.5, extender: true)]
    #expect(assembled(bar, overlap: overlap, length: 1e300).count == 10_000)
    #expect(assembled([], overlap: overlap, length: 1).isEmpty)
  }
}
