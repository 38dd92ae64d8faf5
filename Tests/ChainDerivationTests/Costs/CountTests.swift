import ChainDerivation
import ExpressionGraph
import Testing

private let m = Count(Dimension(symbol: "m"))
private let n = Count(Dimension(symbol: "n"))

@Test func polynomialsAreWrittenInTheLanguage() {
  let polynomial: Count = m * n * n + Count(Natural(2)) * m + .one
  #expect(polynomial.description == "m*n^2 + 2*m + 1")
  #expect((m * n + n * m).description == "2*m*n")
  #expect(Count.zero.description == "0")
  #expect(m * .zero == .zero)
}

@Test func aDifferenceOfLengthsStaysWhole() {
  let shorter = Dimension(symbol: "n") + Dimension(-1)
  #expect((Count(shorter) * m).description == "(n-1)*m")
  #expect(Count(Dimension(symbol: "n") + Dimension(1)) * m == m * n + m)
}

@Test func countsWithoutSymbolsAreNumbers() {
  #expect((Count(Dimension(6)) * Count(Dimension(7))).natural?.integer == 42)
  #expect(m.natural == nil)
}
