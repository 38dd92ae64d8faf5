/// A style and whether superscripts are kept low in it, as under a bar.
struct Style: Hashable {
  var level: MathStyle
  var cramped = false

  var isDisplay: Bool { level == .display }
  var isScript: Bool { level >= .script }

  var crampedStyle: Style { Style(level: level, cramped: true) }

  var superscript: Style {
    Style(level: isScript ? .scriptScript : .script, cramped: cramped)
  }

  var `subscript`: Style { superscript.crampedStyle }

  var numerator: Style {
    switch level {
    case .display: Style(level: .text, cramped: cramped)
    case .text: Style(level: .script, cramped: cramped)
    case .script, .scriptScript: Style(level: .scriptScript, cramped: cramped)
    }
  }

  var denominator: Style { numerator.crampedStyle }
}

/// A part of a formula that has been set: its size, and where its pieces stand in the flat lists.
struct Box {
  var width = 0.0
  var height = 0.0
  var depth = 0.0
  /// How far the last letter leans out of the width: what follows decides whether it counts.
  var italic = 0.0
  /// A box that is just a glyph: scripts follow its shape, accents its attachment.
  var glyph: BoxGlyph?
  /// Scripts start from the baseline as they do at a single letter, not from the edges.
  var isCharacter = false
  var pieces: Pieces
}

struct BoxGlyph {
  let id: GlyphID
  let scale: Double
}

/// Ranges of the typesetter's lists; a box is moved by moving what lies in them.
struct Pieces {
  var glyphs: Range<Int>
  var rules: Range<Int>
  var assemblies: Range<Int>
}
