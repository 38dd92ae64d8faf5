/// The spacing class of an atom, which decides the space beside it (TeXbook, chapter 18).
package enum AtomClass: UInt8, Hashable, Sendable, CaseIterable {
  case ordinary, largeOperator, binary, relation, open, close, punctuation, inner
}

/// The alphabet a letter or digit is taken from; other symbols look the same in each.
package enum Alphabet: UInt8, Hashable, Sendable, CaseIterable {
  /// Slanted letters; digits and capital Greek stay upright, as TeX sets them.
  case italic
  case upright, bold, boldItalic, doubleStruck, calligraphic, sansSerif
}

/// How large and how airy a formula is set.
package enum MathStyle: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// A formula on a line of its own.
  case display
  /// A formula within a line of words.
  case text
  /// Superscripts and subscripts.
  case script
  /// Scripts of scripts.
  case scriptScript

  package static func < (a: MathStyle, b: MathStyle) -> Bool { a.rawValue < b.rawValue }
}

/// How the cells of a matrix stand in their column.
package enum ColumnAlignment: UInt8, Hashable, Sendable {
  case center, leading
}

/// A formula as a tree of atoms: what is said, not where it goes.
///
/// Depth is what layout, equality and hashing recur on: keep it below some hundreds.
package indirect enum Formula: Hashable, Sendable {
  /// One character. Letters are given plain (`x`, `α`, `∂`); the alphabet chooses their shape.
  case symbol(Unicode.Scalar, AtomClass, Alphabet)
  /// Atoms side by side. A row within a row is spliced into it; use `classed` for a group.
  case row([Formula])
  /// Upright digits; a leading hyphen is set as a minus sign.
  case number(String)
  /// The name of a function, upright, spaced as an operator.
  case function(String)
  /// Words in the text face; spaces are kept.
  case text(String)
  case scripts(base: Formula, sub: Formula?, sup: Formula?)
  case fraction(numerator: Formula, denominator: Formula)
  case radical(radicand: Formula, degree: Formula?)
  /// A formula between delimiters as tall as it is; nil leaves a side open.
  case fenced(left: Unicode.Scalar?, body: Formula, right: Unicode.Scalar?)
  /// Rows of cells between delimiters as tall as all of them. Rows may differ in length.
  case matrix(
    rows: [[Formula]], left: Unicode.Scalar?, right: Unicode.Scalar?,
    alignment: ColumnAlignment = .center)
  /// A sum, product or integral; limits stand above and below in display style, integrals' beside.
  case bigOperator(Unicode.Scalar, lower: Formula?, upper: Formula?)
  /// A combining mark above its base; a stretching one is as wide as the font has it.
  case accent(Unicode.Scalar, base: Formula, stretches: Bool = false)
  case overbar(Formula)
  case underbar(Formula)
  case overbrace(Formula, note: Formula?)
  case underbrace(Formula, note: Formula?)
  /// Horizontal space in eighteenths of the current style's em.
  case space(mu: Double)
  case styled(MathStyle, Formula)
  /// A group that its neighbours see as one atom of the given class.
  case classed(AtomClass, Formula)
}
