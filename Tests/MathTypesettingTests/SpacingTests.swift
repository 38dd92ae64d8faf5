import MathTypesetting
import Testing

@Suite struct SpacingTests {
  /// The table of the TeXbook, page 170, rows left, columns right.
  ///
  /// `t` thin, `T` thin but not in scripts, `M` medium, `K` thick, `.` none, `-` cannot be.
  private static let book: [(AtomClass, String)] = [
    (.ordinary, ".tMK...T"), (.largeOperator, "tt-K...T"), (.binary, "MM--M--M"),
    (.relation, "KK-.K..K"), (.open, "..-....."), (.close, ".tMK...T"),
    (.punctuation, "TT-TTTTT"), (.inner, "TtMKT.TT"),
  ]
  private static let outside: [Character: Double] = ["t": 3, "T": 3, "M": 4, "K": 5]
  private static let inside: [Character: Double] = ["t": 3]

  @Test func everyPairIsAsInTheBook() {
    for (left, row) in Self.book {
      for (right, sign) in zip(AtomClass.allCases, row) {
        #expect(
          AtomSpacing.mu(between: left, and: right, inScript: false) == Self.outside[sign] ?? 0)
        #expect(
          AtomSpacing.mu(between: left, and: right, inScript: true) == Self.inside[sign] ?? 0)
      }
    }
  }
}
