import ChainDiagnostics
import Testing

@Test func findingsAreOrderedByPlaceAndNotRepeated() {
  let later = Diagnostic.error("b", "two", at: SourceRange(5, 6))
  let first = Diagnostic.warning("a", "one", at: SourceRange(1, 2))
  let whole = Diagnostic.error("c", "three", at: nil)
  #expect([later, first, later, whole].inReadingOrder().map(\.id) == ["c", "a", "b"])
}

@Test func onlyErrorsKeepAFigureFromBeingWritten() {
  #expect(![Diagnostic.warning("a", "one", at: nil)].containsError)
  #expect([Diagnostic.error("a", "one", at: nil)].containsError)
}
