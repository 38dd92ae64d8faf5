import Testing

@testable import MathTypesetting

struct FontTableTests {
  @Test func numbersHaveTheirHighestByteFirst() {
    reading([0xFF, 0xFE, 0x01, 0x02, 0x03]) { table in
      #expect(table.u8(0) == 0xFF)
      #expect(table.u16(0) == 0xFFFE)
      #expect(table.i16(0) == -2)
      #expect(table.u32(1) == 0xFE01_0203)
      #expect(table.unsigned(2, length: 3) == 0x1_0203)
    }
  }

  @Test(arguments: [-1, 3, 4, 1 << 40])
  func beyondTheEndIsZero(offset: Int) {
    reading([1, 2, 3, 4]) { table in
      #expect(table.u16(offset) == 0)
      #expect(table.u32(offset) == 0)
    }
  }

  @Test func partsAreCutToWhatThereIs() {
    reading([0, 2, 7, 8]) { table in
      #expect(table.part(from: 2).contents == [7, 8])
      #expect(table.part(from: 1, length: 2).contents == [2, 7])
      #expect(table.part(from: 3, length: 99).contents == [8])
      #expect(table.part(from: 9).isEmpty)
      #expect(table.part(from: -1).isEmpty)
      #expect(table.part(from: 0, length: -1).isEmpty)
      #expect(table.target(at: 0).contents == [7, 8])
    }
    reading([0, 0, 7]) { #expect($0.target(at: 0).isEmpty) }
  }

  @Test func rangesAreBisected() {
    let starts = [10, 20, 30]
    let find = { (value: Int) in
      bisected(3) { starts[$0] + 5 < value ? -1 : starts[$0] > value ? 1 : 0 }
    }
    #expect([9, 10, 15, 16, 33, 36].map(find) == [nil, 0, 0, nil, 2, nil])
  }
}
