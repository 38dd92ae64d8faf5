import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct EnvironmentTests {
  private let m = Dimension(symbol: "m")
  private let n = Dimension(symbol: "n")

  @Test func aLengthIsThePolynomialsValue() {
    #expect(Dimension(4).length([:]) == 4)
    #expect((m * n + Dimension(2) * m).length(["m": 3, "n": 5]) == 21)
    #expect((m + n).length(["m": 3]) == nil)
  }

  @Test func aLengthThatDoesNotFitIsUnknown() {
    #expect((m * m).length(["m": .max]) == nil)
    #expect((m + Dimension(-5)).length(["m": 3]) == nil)
    #expect((m + Dimension(-3)).length(["m": 3]) == 0)
  }

  @Test func aShapeHasLengthsIfAllAreKnown() {
    #expect(Shape([m, Dimension(2)]).lengths(["m": 3]) == [3, 2])
    #expect(Shape([m, n]).lengths(["m": 3]) == nil)
    #expect(Shape.scalar.lengths([:]) == [])
  }
}
