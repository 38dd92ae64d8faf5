/// The space between two atoms in eighteenths of an em (TeXbook, page 170).
package enum AtomSpacing {
  private enum Space {
    case none, thin
    /// Only outside scripts.
    case thinOutside, medium, thick

    func mu(inScript: Bool) -> Double {
      switch self {
      case .none: 0
      case .thin: 3
      case .thinOutside: inScript ? 0 : 3
      case .medium: inScript ? 0 : 4
      case .thick: inScript ? 0 : 5
      }
    }
  }

  /// Rows are the left atom's class, columns the right one's, both in the order of the cases.
  ///
  /// Pairs that cannot be stand as none.
  private static let table: [[Space]] = [
    [.none, .thin, .medium, .thick, .none, .none, .none, .thinOutside],
    [.thin, .thin, .none, .thick, .none, .none, .none, .thinOutside],
    [.medium, .medium, .none, .none, .medium, .none, .none, .medium],
    [.thick, .thick, .none, .none, .thick, .none, .none, .thick],
    [.none, .none, .none, .none, .none, .none, .none, .none],
    [.none, .thin, .medium, .thick, .none, .none, .none, .thinOutside],
    [
      .thinOutside, .thinOutside, .none, .thinOutside, .thinOutside, .thinOutside, .thinOutside,
      .thinOutside,
    ],
    [.thinOutside, .thin, .medium, .thick, .thinOutside, .none, .thinOutside, .thinOutside],
  ]

  package static func mu(between left: AtomClass, and right: AtomClass, inScript: Bool) -> Double {
    table[Int(left.rawValue)][Int(right.rawValue)].mu(inScript: inScript)
  }
}

extension Formula {
  /// How neighbours see this; nil for a space, which they look through.
  var atomClass: AtomClass? {
    switch self {
    case .symbol(_, let atomClass, _), .classed(let atomClass, _): atomClass
    case .space: nil
    case .row(let items): items.count == 1 ? items[0].atomClass : .ordinary
    case .number, .text, .fraction, .radical, .accent, .overbar, .underbar: .ordinary
    case .function, .bigOperator: .largeOperator
    case .scripts(let base, _, _): base.atomClass ?? .ordinary
    case .fenced, .overbrace, .underbrace: .inner
    case .matrix(_, let left, let right, _): left == nil && right == nil ? .ordinary : .inner
    case .styled(_, let body): body.atomClass
    }
  }
}
