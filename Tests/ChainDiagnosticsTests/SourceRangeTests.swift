import ChainDiagnostics
import Testing

@Test func rangesJoinAndContain() {
  let range = SourceRange(2, 5)
  #expect(range.count == 3)
  #expect(range.union(SourceRange(7, 9)) == SourceRange(2, 9))
  #expect(range.after == SourceRange(5, 5))
  #expect(range.contains(SourceRange(2, 5)))
  #expect(!range.contains(SourceRange(4, 6)))
}

@Test func rangesAreOrderedByStartThenEnd() {
  let sorted = [SourceRange(3, 4), SourceRange(1, 9), SourceRange(1, 2)].sorted()
  #expect(sorted == [SourceRange(1, 2), SourceRange(1, 9), SourceRange(3, 4)])
}
