/// Why a font could not be loaded.
package enum FontError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No installed font has this family; the Debian package that would bring it, if known.
  case missing(family: String, package: String?)
  /// The font is there but has no tables for mathematics.
  case notMath(family: String)

  package var description: String {
    switch self {
    case .missing(let family, let package?):
      "the font `\(family)` is not installed; install the package `\(package)`"
    case .missing(let family, nil):
      "the font `\(family)` is not installed"
    case .notMath(let family):
      "the font `\(family)` has no table for mathematics"
    }
  }
}
