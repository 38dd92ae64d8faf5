import Testing

@testable import ChainRendering

struct PrefixCodeTests {
  @Test func frequentSymbolsHaveShortCodes() {
    let code = PrefixCode(frequencies: [1, 0, 8, 2, 4], limit: 15)
    #expect(code.lengths == [4, 0, 1, 4, 2] || code.lengths == [3, 0, 1, 3, 2])
    // The lowest bit is the first: 0, 10, 110 and 111.
    #expect(code.bits == [3, 0, 0, 7, 1])
  }

  @Test func aSymbolAloneGetsACompanion() {
    #expect(PrefixCode(frequencies: [0, 0, 5], limit: 7).lengths == [1, 0, 1])
  }

  @Test(arguments: [7, 9, 15])
  func noCodeIsLongerThanTheLimit(limit: Int) {
    // Fibonacci's numbers make the deepest trees.
    var frequencies = [1, 1]
    while frequencies.count < 19 { frequencies.append(frequencies.suffix(2).reduce(0, +)) }
    let code = PrefixCode(frequencies: frequencies, limit: limit)
    #expect(code.lengths.max() ?? 0 <= limit)
    // Kraft's sum is 1: the code is a prefix code, and no bit is wasted.
    #expect(code.lengths.reduce(0) { $0 + 1 << (limit - $1) } == 1 << limit)
  }
}
