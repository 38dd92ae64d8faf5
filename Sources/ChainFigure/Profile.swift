package import ChainGeometry

/// The room a figure has and how small its text may get; lengths in points.
package enum Profile: String, Hashable, Sendable, CaseIterable {
  /// A slide of 13.33 × 7.5 inches.
  case slide
  /// The text of a page, 6.5 × 9 inches.
  case paper
  /// One of two columns of a page, 3.25 × 9 inches.
  case column

  package var room: Size {
    switch self {
    case .slide: Size(width: 960, height: 540)
    case .paper: Size(width: 468, height: 648)
    case .column: Size(width: 234, height: 648)
    }
  }

  /// Font sizes to try, the preferred first; none is ever smaller than the last.
  package var textSizes: [Double] {
    switch self {
    case .slide: [18, 16, 14]
    case .paper: [10, 9, 8]
    case .column: [9, 8]
    }
  }

  package var smallestText: Double { textSizes[textSizes.count - 1] }
}
