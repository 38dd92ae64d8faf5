package import ChainDiagnostics

/// Which name of its figure's table an occurrence is.
///
/// Spellings of the same name (`alpha` and `α`, `x_1` and `x₁`) have the same number.
package struct NameID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (left: NameID, right: NameID) -> Bool { left.index < right.index }
}

/// A name where it stands in the source.
package struct NameSyntax: Hashable, Sendable {
  package let id: NameID
  package let range: SourceRange

  package init(_ id: NameID, _ range: SourceRange) {
    self.id = id
    self.range = range
  }
}

/// The names of one figure, numbered by first occurrence.
package struct NameTable: Sendable {
  package struct Entry: Sendable {
    /// As first written.
    package let spelling: String
    /// ASCII where there is a twin: `alpha` for `α`, `x_1` for `x₁`; equal for equal names.
    package let canonical: String
    /// Where it was first written.
    package let range: SourceRange
  }

  package private(set) var entries: [Entry] = []
  private var ids: [String: NameID] = [:]

  package init() {}

  package subscript(_ id: NameID) -> Entry { entries[Int(id.index)] }

  package var count: Int { entries.count }

  /// The number of a name in any spelling, if the figure has it.
  package func find(_ spelling: String) -> NameID? { ids[canonicalName(spelling)] }

  /// The number of a name, a new one if it has not been seen.
  package mutating func intern(_ spelling: String, at range: SourceRange) -> NameID {
    let canonical = canonicalName(spelling)
    if let known = ids[canonical] { return known }
    let id = NameID(entries.count)
    entries.append(Entry(spelling: spelling, canonical: canonical, range: range))
    ids[canonical] = id
    return id
  }
}
