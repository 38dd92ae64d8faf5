/// A piece of a delimiter that is put together to any length, in em.
package struct GlyphPart: Hashable, Sendable {
  package let glyph: UInt32
  package let startConnector: Double
  package let endConnector: Double
  package let fullAdvance: Double
  /// Whether it may be repeated, or left out.
  package let isExtender: Bool

  package init(
    glyph: UInt32, startConnector: Double, endConnector: Double, fullAdvance: Double,
    isExtender: Bool
  ) {
    self.glyph = glyph
    self.startConnector = startConnector
    self.endConnector = endConnector
    self.fullAdvance = fullAdvance
    self.isExtender = isExtender
  }
}

/// A piece of an assembly and where it begins, in em of the font.
package struct AssembledPart: Hashable, Sendable {
  package let glyph: UInt32
  package let offset: Double
  package let length: Double
}

/// Pieces with their extenders repeated as seldom as reaches a length, overlapping evenly so that
/// they are no longer than wanted, if connectors allow.
package func assembled(_ parts: [GlyphPart], overlap: Double, length: Double) -> [AssembledPart] {
  let repeats = extenderRepeats(parts, overlap: overlap, length: length)
  let row = parts.flatMap { part in
    [GlyphPart](repeating: part, count: part.isExtender ? repeats : 1)
  }
  let joints = zip(row, row.dropFirst()).map { min($0.endConnector, $1.startConnector) }
  let shortest = row.reduce(0) { $0 + $1.fullAdvance } - overlap * Double(joints.count)
  let extra = joints.isEmpty ? 0 : max(0, shortest - length) / Double(joints.count)
  var offset = 0.0
  return row.enumerated().map { index, part in
    if index > 0 { offset -= max(overlap, min(joints[index - 1], overlap + extra)) }
    defer { offset += part.fullAdvance }
    return AssembledPart(glyph: part.glyph, offset: offset, length: part.fullAdvance)
  }
}

/// With f the length and n the number of fixed parts, e and m those of extenders, o the overlap:
/// the smallest r with f + r·e − (n + r·m − 1)·o ≥ length.
private func extenderRepeats(_ parts: [GlyphPart], overlap: Double, length: Double) -> Int {
  let fixed = parts.filter { !$0.isExtender }
  let extenders = parts.filter(\.isExtender)
  let fixedLength =
    fixed.reduce(0) { $0 + $1.fullAdvance } - overlap * Double(fixed.count - 1)
  let gain = extenders.reduce(0) { $0 + $1.fullAdvance - overlap }
  guard gain > 0 else { return extenders.isEmpty ? 0 : 1 }
  let most = 10_000.0
  let needed = ((length - fixedLength) / gain - 1e-9).rounded(.up)
  return Int(min(most, max(fixed.isEmpty ? 1 : 0, needed)))
}
