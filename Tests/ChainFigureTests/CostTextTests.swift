import ChainFigure
import ChainScene
import Testing

struct CostTextTests {
  @Test func theCostIsALineBelowTheSum() throws {
    let rows = try drawn(.twoPaths) { $0.show.insert(.cost) }.texts(.panel)
    #expect(
      rows[3] == ["Multiplications: path by path 2, forward 2, reverse 2, best 2 (exact)"])
    #expect(rows.count == 4)
  }

  @Test func withoutRequestNothingIsSaid() throws {
    #expect(try drawn(.twoPaths).texts(.panel).count == 3)
  }
}
