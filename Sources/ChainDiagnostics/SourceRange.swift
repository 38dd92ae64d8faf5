/// A half-open stretch of a source text, in UTF-8 offsets from its first byte.
///
/// Offsets fit 32 bits because a source over 16 MB is refused before it is read.
package struct SourceRange: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  package init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a range ends at or after its start")
    lower = UInt32(start)
    upper = UInt32(end)
  }

  /// Offset of the first byte.
  package var start: Int { Int(lower) }

  /// Offset just after the last byte.
  package var end: Int { Int(upper) }

  /// Length in bytes; zero for a place between two characters.
  package var count: Int { end - start }

  /// The empty range at the end, where something missing was expected.
  package var after: SourceRange { SourceRange(end, end) }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// Whether every byte of `other` lies in this range.
  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension SourceRange: Comparable {
  /// By start, a shorter range before a longer one.
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
