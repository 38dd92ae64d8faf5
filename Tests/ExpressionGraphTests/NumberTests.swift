import ExpressionGraph
import Testing

@Test(arguments: [
  (Number(numerator: 1, denominator: 3), Number(numerator: 1, denominator: 6), 1, 2),
  (Number(numerator: 2, denominator: 4), Number(0), 1, 2),
  (Number(numerator: -1, denominator: -2), Number(numerator: 1, denominator: 2), 1, 1),
])
func fractionsAddInLowestTerms(a: Number?, b: Number?, numerator: Int64, denominator: Int64) throws
{
  let sum = try #require(a) + (try #require(b))
  #expect(sum.fraction?.numerator == numerator)
  #expect(sum.fraction?.denominator == denominator)
}

@Test func productOfFractionsIsExact() throws {
  let third = try #require(Number(numerator: 1, denominator: 3))
  #expect((third * Number(3)).isOne)
  #expect((Number(2) / third).integer == 6)
  #expect((-third).isNegative)
}

@Test func overflowFallsBackToADouble() {
  let large = Number(Int.max)
  let square = large * large
  #expect(!square.isExact)
  #expect(abs(square.double / 8.507059173023462e37 - 1) < 1e-12)
}

@Test func decimalsStayExactAndRememberTheirSpelling() throws {
  let half = try #require(Number(numerator: 1, denominator: 2, isDecimal: true))
  let quarter = try #require(Number(numerator: 1, denominator: 4))
  #expect((half + quarter).isDecimal)
  #expect((half + quarter).fraction?.numerator == 3)
  #expect(half.equals(Number(numerator: 1, denominator: 2) ?? .zero))
}

@Test(arguments: [(2, 10, 1024), (-3, 3, -27), (7, 0, 1)])
func integerPowers(base: Int, exponent: Int, expected: Int) {
  #expect(Number(base).power(exponent)?.integer == expected)
}

@Test func powersThatDoNotExistAreNil() {
  #expect(Number.zero.power(-1) == nil)
  #expect(Number(10).power(64) == nil)
  #expect(Number(2).power(-2)?.fraction?.denominator == 4)
}

@Test func zeroDenominatorIsRefused() {
  #expect(Number(numerator: 1, denominator: 0) == nil)
}

@Test func orderIsThatOfTheReals() throws {
  let third = try #require(Number(numerator: 1, denominator: 3))
  #expect(third < Number(numerator: 1, denominator: 2) ?? .zero)
  #expect(Number(-1) < third)
  #expect(!(third < third))
}

@Test func theCommonMeasureDividesBoth() throws {
  let third = try #require(Number(numerator: 1, denominator: 3))
  let half = try #require(Number(numerator: -1, denominator: 2))
  #expect(Number(4).commonMeasure(with: -6) == 2)
  #expect(third.commonMeasure(with: half) == Number(numerator: 1, denominator: 6))
  #expect(Number(4).commonMeasure(with: 0) == nil)
  #expect(Number(4).commonMeasure(with: Number(0.1)) == nil)
}
