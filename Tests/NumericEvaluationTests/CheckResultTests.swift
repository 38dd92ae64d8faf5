import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct CheckResultTests {
  private func check(_ wrong: Bool) -> CheckResult {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let square = graph.power(x, Number(2))
    let claim = graph.times(wrong ? 3 : 2, x)
    return graph.check(CheckRequest(function: square, input: x, derivative: claim))
  }

  @Test func nothingFoundIsPassed() {
    #expect(CheckResult().passed && CheckResult().points == 0)
  }

  @Test func agreementCountsItsPoints() {
    let result = check(false)
    #expect(result.passed && result.points == 5 && result.maxRelativeError < 1e-8)
    #expect(result.skipped == nil)
  }

  /// 3x for x² is half as large again as it should be, so a third of it is too much.
  @Test func aMismatchSaysWhatWasClaimedAndMeasured() throws {
    let result = check(true)
    let mismatch = try #require(result.mismatch)
    #expect(!result.passed && mismatch.position == 0)
    #expect(isClose(mismatch.claimed / mismatch.measured, 1.5, 1e-6))
    #expect(isClose(result.maxRelativeError, 1.0 / 3, 1e-6))
  }

  @Test func requestsAreComparedByAllTheyAsk() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let plain = CheckRequest(function: x, input: y, derivative: x)
    #expect(plain == CheckRequest(function: x, input: y, derivative: x))
    #expect(plain != CheckRequest(function: x, input: y, derivative: x, held: [y]))
  }
}
