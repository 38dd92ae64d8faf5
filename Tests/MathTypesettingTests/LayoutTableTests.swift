import Testing

@testable import MathTypesetting

struct LayoutTableTests {
  @Test func coverageListsOrRanges() {
    reading(words(1, 3, 4, 7, 9)) { table in
      #expect([3, 4, 7, 9].map { Coverage(table).index(of: $0) } == [nil, 0, 1, 2])
    }
    reading(words(2, 2, 4, 6, 0, 10, 11, 3)) { table in
      #expect([3, 4, 6, 7, 11].map { Coverage(table).index(of: $0) } == [nil, 0, 2, nil, 4])
    }
    #expect(Coverage(.empty).index(of: 0) == nil)
  }

  @Test func classesListOrRange() {
    reading(words(1, 4, 2, 7, 8)) { table in
      #expect([3, 4, 5, 6].map { GlyphClasses(table).of($0) } == [0, 7, 8, 0])
    }
    reading(words(2, 1, 4, 6, 5)) { table in
      #expect([3, 4, 6, 7].map { GlyphClasses(table).of($0) } == [0, 5, 5, 0])
    }
  }

  @Test func aDigitHasFormsForScripts() throws {
    let file = try openedFont(latinModernMath)
    let table = LayoutTable(substitutions: file.table("GSUB"))
    let lookups = table.lookups("ssty", scripts: [tag("math"), tag("DFLT")])
    #expect(lookups.flatMap { $0.alternates(of: 18) } == [966, 559])
    #expect(lookups.flatMap { $0.alternates(of: 1) } == [])
    #expect(table.lookups("none", scripts: [tag("math")]).isEmpty)
    #expect(table.lookups("ssty", scripts: [tag("none")]).isEmpty)
  }

  @Test func singleSubstitutionsShiftOrList() {
    reading(words(1, 6, 10, 1, 1, 5)) { table in
      #expect(LayoutLookup(kind: 1, subtables: [table]).alternates(of: 5) == [15])
    }
    reading(words(2, 10, 1, 77, 0, 1, 1, 5)) { table in
      #expect(LayoutLookup(kind: 1, subtables: [table]).alternates(of: 5) == [77])
      #expect(LayoutLookup(kind: 1, subtables: [table]).alternates(of: 6).isEmpty)
    }
  }
}
