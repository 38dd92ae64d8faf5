import ChainGeometry
import Testing

@testable import MathTypesetting

struct CharstringReaderTests {
  /// Where a program's lines and curves end, after it; numbers from -107 to 107 are below 256.
  private func ends(_ program: [Int], subroutine: [Int] = []) -> [[Double]] {
    func bytes(_ program: [Int]) -> [UInt8] { program.map { UInt8($0) } }
    let body = bytes(subroutine)
    let index: [UInt8] = [0, 1, 1, 1, UInt8(body.count + 1)] + body
    return reading(index) { index in
      reading(bytes(program)) { program in
        var reader = CharstringReader(
          globalSubroutines: CompactIndex(index, at: 0), localSubroutines: .empty,
          pen: GlyphPen())
        reader.run(program)
        return reader.pen.segments.flatMap { segment -> [[Double]] in
          switch segment {
          case .move(let end), .line(let end): [[end.x, end.y]]
          case .cubic(let a, let b, let end): [[a.x, a.y, b.x, b.y, end.x, end.y]]
          case .close: []
          }
        }
      }
    }
  }

  /// A number as a program has it.
  private func n(_ value: Int) -> Int { value + 139 }

  @Test func widthsAreNoPlaces() {
    #expect(ends([n(50), n(1), n(2), 21, n(3), n(4), 5]) == [[1, 2], [4, 6]])
    #expect(ends([n(50), n(2), 4, n(3), n(4), 5]) == [[0, 2], [3, 6]])
  }

  @Test func linesAlternate() {
    #expect(ends([n(0), 22, n(1), n(2), n(3), 6]) == [[0, 0], [1, 0], [1, 2], [4, 2]])
    #expect(ends([n(0), 22, n(1), n(2), 7]) == [[0, 0], [0, 1], [2, 1]])
  }

  @Test func curvesOfEveryKind() {
    let start = [n(0), 22]
    let six = (1...6).map(n)
    #expect(ends(start + six + [8])[1] == [1, 2, 4, 6, 9, 12])
    #expect(ends(start + six + [n(7), n(8), 24]).dropFirst() == [[1, 2, 4, 6, 9, 12], [16, 20]])
    #expect(
      ends(start + [n(7), n(8)] + six + [25]).dropFirst() == [[7, 8], [8, 10, 11, 14, 16, 20]])
    #expect(ends(start + [n(9), n(1), n(2), n(3), n(4), 26])[1] == [9, 1, 11, 4, 11, 8])
    #expect(ends(start + [n(9), n(1), n(2), n(3), n(4), 27])[1] == [1, 9, 3, 12, 7, 12])
    #expect(ends(start + [n(1), n(2), n(3), n(4), n(5), 31])[1] == [1, 0, 3, 3, 8, 7])
    #expect(ends(start + [n(1), n(2), n(3), n(4), 30])[1] == [0, 1, 2, 4, 6, 4])
  }

  @Test func flexesAreTwoCurves() {
    let start = [n(0), 22]
    #expect(
      ends(start + (1...7).map(n) + [12, 34]).dropFirst() == [
        [1, 0, 3, 3, 7, 3], [12, 3, 18, 0, 25, 0],
      ])
    #expect(ends(start + (1...9).map(n) + [12, 36]).last == [15, 6, 22, 14, 31, 0])
    #expect(ends(start + (1...11).map(n) + [12, 37]).last?.suffix(2) == [0, 41])
    #expect(ends(start + (1...12).map(n) + [12, 35]).last?.suffix(2) == [36, 42])
  }

  @Test func masksAreSkippedByTheirHints() {
    // Nine hints, of which four stand before the mask without an operator: two bytes of mask.
    let hints = [Int](repeating: n(1), count: 10) + [1] + [Int](repeating: n(1), count: 8)
    #expect(ends(hints + [19, 255, 255, n(5), 22, n(1), n(1), 5]) == [[5, 0], [6, 1]])
  }

  @Test func numbersOfEveryLength() {
    let far = [28, 0x03, 0xE8, 247, 0, 251, 0, 255, 0, 1, 0x80, 0]
    #expect(ends([n(0), 22] + far + [5]) == [[0, 0], [1000, 108], [892, 109.5]])
  }

  @Test func subroutinesReturnAndEnd() {
    #expect(
      ends([n(0), 22, n(-107), 29, n(1), n(1), 5], subroutine: [n(2), n(3), 5, 11]).count == 3)
    #expect(
      ends([n(0), 22, n(-107), 29, n(1), n(1), 5], subroutine: [n(2), n(3), 5, 14]).count == 2)
  }

  @Test func aProgramThatCallsItselfEnds() {
    #expect(ends([n(0), 22, n(-107), 29], subroutine: [n(1), n(1), 5, n(-107), 29]).count < 20)
  }

  @Test func missingNumbersDoNoHarm() {
    for code in 0..<32 { _ = ends([code, code, 0, 0]) }
    for code in 0..<40 { _ = ends([12, code]) }
  }
}
