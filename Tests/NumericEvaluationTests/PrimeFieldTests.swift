import ExpressionGraph
import Testing

@testable import NumericEvaluation

@Suite struct PrimeFieldTests {
  private let large = PrimeField(0x0123_4567_89AB_CDEF as UInt64)

  @Test func theModulusIsZero() {
    #expect(PrimeField(PrimeField.modulus) == .zero)
    #expect(PrimeField(UInt64.max) == PrimeField(7 as UInt64))
    #expect(PrimeField(-1 as Int64) + .one == .zero)
  }

  @Test func productsAreReduced() {
    let minusOne = PrimeField(-1 as Int64)
    #expect(minusOne * minusOne == .one)
    #expect(large * PrimeField(2 as UInt64) == large + large)
    #expect((large + .one) * (large - .one) == large * large - .one)
  }

  @Test func reciprocalsCancel() throws {
    #expect(try large * #require(large.inverse) == .one)
    #expect(PrimeField.zero.inverse == nil)
    #expect(try #require(large.power(-3)) * large * large * large == .one)
  }

  @Test func fractionsAreExact() throws {
    let third = try #require(Number(numerator: 1, denominator: 3).flatMap { PrimeField($0) })
    #expect(third + third + third == .one)
    #expect(PrimeField(Number(Double.pi)) == nil)
  }

  @Test func matricesHaveDeterminantAndInverse() throws {
    let entries = [2, 1, 1, 1].map { PrimeField($0 as Int64) }
    let (determinant, inverse) = PrimeMatrix(size: 2, entries: entries).eliminated()
    #expect(determinant == .one)
    #expect(inverse == [1, -1, -1, 2].map { PrimeField($0 as Int64) })
    let singular = PrimeMatrix(size: 2, entries: [.one, .one, .one, .one]).eliminated()
    #expect(singular.determinant == .zero)
    #expect(singular.inverse == nil)
  }
}
