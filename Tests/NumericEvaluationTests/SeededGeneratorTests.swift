import NumericEvaluation
import Testing

@Suite struct SeededGeneratorTests {
  @Test func theFirstNumbersAreThoseOfSplitMix64() {
    // From the reference implementation with seed 1234567.
    var generator = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect((0..<3).map { _ in generator.next() } == expected)
  }

  @Test func aNameMakesAnotherSequence() {
    var (f, g, again) = (
      SeededGenerator(seed: 1, name: "f"), SeededGenerator(seed: 1, name: "g"),
      SeededGenerator(seed: 1, name: "f")
    )
    let first = f.next()
    #expect(first == again.next())
    #expect(first != g.next())
  }

  @Test func numbersHaveTheirDistribution() {
    var generator = SeededGenerator(seed: 42)
    let uniform = (0..<10_000).map { _ in generator.uniform(-1, 3) }
    #expect(uniform.allSatisfy { $0 > -1 && $0 < 3 })
    #expect(abs(uniform.reduce(0, +) / 10_000 - 1) < 0.05)
    let normal = (0..<10_000).map { _ in generator.normal() }
    #expect(abs(normal.reduce(0, +) / 10_000) < 0.05)
    #expect(abs(normal.reduce(0) { $0 + $1 * $1 } / 10_000 - 1) < 0.05)
  }
}
