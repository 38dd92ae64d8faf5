import ChainDiagnostics
import Testing

@Test func aRangeKnowsItsLength() {
  #expect(SourceRange(2, 5).count == 3)
}
