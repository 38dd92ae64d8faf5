import Testing

@testable import MathTypesetting

struct NameTableTests {
  /// A record of a name and where its text lies.
  private func record(_ platform: Int, _ language: Int, _ name: Int, at place: Int, _ length: Int)
    -> [UInt8]
  {
    words(platform, 1, language, name, length, place)
  }

  @Test func englishForWindowsIsPreferred() {
    let table =
      words(0, 3, 42) + record(1, 0, 1, at: 0, 2) + record(3, 0x407, 1, at: 2, 2)
      + record(3, 0x809, 1, at: 4, 4) + Array("Ma".utf8) + words(0x44, 0x45, 0x46)
    reading(table) { table in
      #expect(NameTable(table)[.family] == "EF")
      #expect(NameTable(table)[.version] == nil)
    }
  }

  @Test func anOldNameIsASCII() {
    reading(words(0, 1, 18) + record(1, 0, 5, at: 0, 3) + [0x41, 0x8A, 0x42]) { table in
      #expect(NameTable(table)[.version] == "A?B")
    }
  }
}
