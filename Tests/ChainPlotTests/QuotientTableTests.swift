import ChainPlot
import ChainScene
import Testing

@Suite struct QuotientTableTests {
  private func rows(_ secants: Int) throws -> [[String]] {
    try drawn("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, secants \(secants)").scene.texts(.panel)
  }

  @Test func everySecantHasItsRow() throws {
    #expect(try rows(5).count - rows(3).count == 2)
  }

  @Test func theStepsCloseIn() throws {
    let steps = try rows(4).compactMap { $0.first.flatMap { Double($0) } }
    #expect(steps == steps.sorted(by: >) && steps.count >= 3)
  }

  @Test func theLastRowIsTheDerivative() throws {
    let last = try #require(rows(4).last)
    #expect(last.joined().contains("2"))
  }
}
