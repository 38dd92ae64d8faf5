import ChainPlot
import Testing

struct ValueRangeTests {
  @Test func allThatIsTypicalIsShownWithAir() throws {
    let range = try #require(valueRange(of: [-1, 0, 2, 5, 9]))
    #expect(range.lowerBound < -1 && range.lowerBound > -2)
    #expect(range.upperBound > 9 && range.upperBound < 10)
  }

  @Test func zeroIsTheFootOfWhatComesNearIt() throws {
    #expect(try #require(valueRange(of: [1, 4, 9])).lowerBound == 0)
    #expect(try #require(valueRange(of: [5, 6, 9])).lowerBound > 4)
  }

  @Test func aPoleDoesNotFlattenTheRest() throws {
    let samples = (-200...200).map { 1 / (Double($0) / 100) }
    let range = try #require(valueRange(of: samples))
    #expect(range.upperBound < 20 && range.upperBound > 2)
    #expect(range.lowerBound > -20 && range.lowerBound < -2)
    let withPoint = try #require(valueRange(of: samples, mustShow: [50]))
    #expect(withPoint.contains(50))
  }

  @Test func aConstantLiesInTheMiddle() {
    #expect(valueRange(of: [3, 3, 3]) == 1.5...4.5)
    #expect(valueRange(of: [0, 0]) == -1...1)
  }

  @Test func nothingFiniteHasNoRange() {
    #expect(valueRange(of: [.nan, .infinity]) == nil)
    #expect(valueRange(of: []) == nil)
  }
}
