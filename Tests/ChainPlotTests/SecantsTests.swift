import ChainPlot
import Testing

struct SecantsTests {
  @Test func stepsCloseInByRoundNumbers() {
    let secants = Secants(of: { $0 * $0 }, at: 1, in: 0...3, count: 4).all
    #expect(secants.map(\.step) == [1, 0.5, 0.2, 0.1])
    for secant in secants { #expect(abs(secant.slope - (2 + secant.step)) < 1e-12) }
  }

  @Test func theyGoWhereThereIsRoom() {
    #expect(Secants(of: { $0 }, at: 3, in: 0...3, count: 2).all.map(\.step) == [-2, -1])
    #expect(Secants(of: { $0 }, at: 0, in: 0...3, count: 2).all.map(\.step) == [2, 1])
  }

  @Test func stepsOutOfTheDomainAreLeftOut() {
    let secants = Secants(of: { $0 > 1.5 ? .nan : $0 }, at: 1, in: 0...3, count: 3)
    #expect(secants.all.map(\.step) == [0.5, 0.2])
  }
}
