/// Why a picture could not be drawn.
package enum RenderingError: Error, Hashable, Sendable {
  /// A library that is opened for drawing is not installed; its name, and Debian's package of it.
  case missingLibrary(name: String, package: String)
  /// More pixels than `PNGOptions.maximumSide` or `maximumArea` allow.
  case tooLarge(width: Double, height: Double)
  /// A scale or a resolution that is not a positive number.
  case invalidResolution(scale: Double, dpi: Double)
  /// Cairo's own words.
  case drawing(String)
}

extension RenderingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missingLibrary(let name, let package):
      "drawing needs the library \(name), which is not installed (Debian's package \(package))"
    case .tooLarge(let width, let height):
      "a picture of \(Self.digits(width)) by \(Self.digits(height)) pixels is too large"
    case .invalidResolution(let scale, let dpi):
      "cannot draw at scale \(scale) and \(dpi) dots per inch"
    case .drawing(let words): "the picture could not be drawn: \(words)"
    }
  }

  /// A count of pixels, which may be beyond what an integer holds.
  private static func digits(_ count: Double) -> String {
    Int(exactly: count).map(String.init) ?? "\(count)"
  }
}
