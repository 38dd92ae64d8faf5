import Testing

@testable import MathTypesetting

/// Reads a table that consists of these bytes.
func reading<Result>(_ bytes: [UInt8], _ body: (FontTable) throws -> Result) rethrows -> Result {
  try bytes.withUnsafeBytes { try body(FontTable($0)) }
}

/// Numbers of two bytes each, the highest byte first.
func words(_ numbers: Int...) -> [UInt8] {
  numbers.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
}

/// Files of fonts that the scripts of the project install.
let latinModernMath = try? FontLocator.files(of: nil).math
let latinModernRoman = try? FontLocator.files(of: nil).words
let dejaVuSerif = try? FontLocator.files(of: "DejaVu Math TeX Gyre").words

/// A file that is there; a type that cannot be copied is nothing for `#require`.
func openedFont(_ path: String?) throws -> FontFile {
  guard let file = FontFile(path: try #require(path)) else { throw FontError.notMath(family: "") }
  return file
}

func openedFace(_ path: String?) throws -> FontFace {
  let path = try #require(path)
  return try #require(FontFace(path: path))
}
