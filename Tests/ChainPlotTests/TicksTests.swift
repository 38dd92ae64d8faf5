import ChainPlot
import MathTypesetting
import Testing

struct TicksTests {
  private func labels(_ ticks: Ticks) -> [String] { ticks.marks.map { linearText($0.label) } }

  @Test(arguments: [
    (0.0...3.0, ["0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]),
    (-2.0...2.0, ["−2", "−1", "0", "1", "2"]),
    (0.13...0.42, ["0.15", "0.20", "0.25", "0.30", "0.35", "0.40"]),
    (-350.0...200.0, ["−300", "−200", "−100", "0", "100", "200"]),
    (7.0...8.0, ["7.0", "7.2", "7.4", "7.6", "7.8", "8.0"]),
  ])
  func stepsAreRound(_ range: ClosedRange<Double>, _ expected: [String]) {
    let ticks = Ticks(in: range, count: 5)
    #expect(labels(ticks) == expected)
    #expect(ticks.exponent == nil)
  }

  @Test(arguments: [
    (0.0...3e6, 6, ["0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]),
    (0.0...0.00002, -5, ["0", "0.5", "1.0", "1.5", "2.0"]),
  ])
  func veryLargeAndSmallOnesShareAPowerOfTen(
    _ range: ClosedRange<Double>, _ exponent: Int, _ expected: [String]
  ) {
    let ticks = Ticks(in: range, count: 5)
    #expect(ticks.exponent == exponent)
    #expect(labels(ticks) == expected)
  }

  @Test(arguments: [
    (-Double.pi...Double.pi, ["−π", "−π/2", "0", "π/2", "π"]),
    (0.0...(2 * Double.pi), ["0", "π/2", "π", "3π/2", "2π"]),
    (0.0...(Double.pi / 2), ["0", "π/12", "π/6", "π/4", "π/3", "5π/12", "π/2"]),
  ])
  func multiplesOfPi(_ range: ClosedRange<Double>, _ expected: [String]) {
    #expect(labels(Ticks(in: range, count: 5, isInPi: true)) == expected)
  }

  @Test func placesAreExact() {
    #expect(
      Ticks(in: 0...1, count: 10).marks.map(\.value)
        == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  /// However odd the range, there is an end to the marks.
  @Test(arguments: [0.0...1e-300, 1e15...(1e15 + 1), -1e300...1e300, 5.0...5.0])
  func oddRangesHaveFewMarks(_ range: ClosedRange<Double>) {
    #expect(Ticks(in: range, count: 5).marks.count <= 12)
  }
}
