extension Alphabet {
  /// The code point of a plain letter or digit in this alphabet; other characters stay as they are.
  ///
  /// Unicode keeps the alphabets in blocks, except for letters that were encoded before.
  package func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let early = encodedEarlier[scalar] { return early }
    guard let start = blockStart(of: scalar) else { return scalar }
    return Unicode.Scalar(start) ?? scalar
  }

  private func blockStart(of scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return latinCapitals.map { $0 + value - 0x41 }
    case 0x61...0x7A: return latinSmall.map { $0 + value - 0x61 }
    case 0x30...0x39: return digits.map { $0 + value - 0x30 }
    case 0x391...0x3A9: return greekCapitals.map { $0 + value - 0x391 }
    case 0x3B1...0x3C9: return greekSmall.map { $0 + value - 0x3B1 }
    default: return greekVariant(of: scalar)
    }
  }

  private var latinCapitals: UInt32? {
    switch self {
    case .italic: 0x1D434
    case .upright: nil
    case .bold: 0x1D400
    case .boldItalic: 0x1D468
    case .doubleStruck: 0x1D538
    case .calligraphic: 0x1D49C
    case .sansSerif: 0x1D5A0
    }
  }

  /// In each Latin block the small letters follow the capitals.
  private var latinSmall: UInt32? { latinCapitals.map { $0 + 26 } }

  private var digits: UInt32? {
    switch self {
    case .italic, .upright, .calligraphic: nil
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    }
  }

  /// Capital Greek stays upright among italics, as TeX has it.
  private var greekCapitals: UInt32? {
    switch self {
    case .italic, .upright, .doubleStruck, .calligraphic, .sansSerif: nil
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    }
  }

  /// Bold small Greek is slanted even where bold Latin is not, as books of TeX's have it.
  private var greekSmall: UInt32? {
    switch self {
    case .italic: 0x1D6FC
    case .bold, .boldItalic: 0x1D736
    case .upright, .doubleStruck, .calligraphic, .sansSerif: nil
    }
  }

  /// Seven more letters stand behind each small Greek alphabet, ∂ first.
  private func greekVariant(of scalar: Unicode.Scalar) -> UInt32? {
    guard let greekSmall, let place = Self.greekVariants.firstIndex(of: scalar) else { return nil }
    return greekSmall + 25 + UInt32(place)
  }

  private static let greekVariants: [Unicode.Scalar] = [
    "\u{2202}", "\u{3F5}", "\u{3D1}", "\u{3F0}", "\u{3D5}", "\u{3F1}", "\u{3D6}",
  ]

  private var encodedEarlier: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .italic: Self.earlyItalic
    case .doubleStruck: Self.earlyDoubleStruck
    case .calligraphic: Self.earlyCalligraphic
    case .upright, .bold, .boldItalic, .sansSerif: [:]
    }
  }

  private static let earlyItalic: [Unicode.Scalar: Unicode.Scalar] = [
    "h": "\u{210E}", "\u{131}": "\u{1D6A4}", "\u{237}": "\u{1D6A5}",
  ]

  private static let earlyDoubleStruck: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "\u{2102}", "H": "\u{210D}", "N": "\u{2115}", "P": "\u{2119}", "Q": "\u{211A}",
    "R": "\u{211D}", "Z": "\u{2124}",
  ]

  private static let earlyCalligraphic: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "\u{212C}", "E": "\u{2130}", "F": "\u{2131}", "H": "\u{210B}", "I": "\u{2110}",
    "L": "\u{2112}", "M": "\u{2133}", "R": "\u{211B}", "e": "\u{212F}", "g": "\u{210A}",
    "o": "\u{2134}",
  ]
}
