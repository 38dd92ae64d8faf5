import ChainPlot
import Testing

struct SpreadTests {
  @Test func whatIsApartStays() {
    #expect(spread([10, 50], lengths: [10, 10], gap: 2, within: 0...100) == [10, 50])
  }

  @Test func whatTouchesSharesTheShift() {
    #expect(spread([50, 50], lengths: [10, 10], gap: 2, within: 0...100) == [44, 56])
    #expect(spread([50, 51, 52], lengths: [10, 10, 10], gap: 0, within: 0...100) == [41, 51, 61])
  }

  /// What the end of the room pushes back does not run into its neighbours.
  @Test func pushedBackGroupsTakeTheirNeighboursAlong() {
    #expect(
      spread([80, 97, 98], lengths: [10, 10, 10], gap: 0, within: 0...100) == [75, 85, 95])
    #expect(spread([1, 2, 12], lengths: [10, 10, 10], gap: 0, within: 0...100) == [5, 15, 25])
  }

  @Test func nothingLeavesTheRoom() {
    #expect(spread([2], lengths: [10], gap: 2, within: 0...100) == [5])
    #expect(spread([97, 99], lengths: [10, 10], gap: 0, within: 0...100) == [85, 95])
    #expect(spread([], lengths: [], gap: 0, within: 0...100) == [])
  }
}
