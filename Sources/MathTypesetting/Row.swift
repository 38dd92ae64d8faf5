extension Typesetter {
  /// Atoms side by side with the spaces of their classes.
  mutating func setRow(_ formulas: [Formula], _ style: Style) -> Box {
    let items = spliced(formulas)
    if items.count == 1 { return set(items[0], style) }
    let classes = resolvedClasses(of: items)
    let start = mark
    var row = Box(pieces: start)
    var previous: AtomClass?
    for (item, atomClass) in zip(items, classes) {
      row.width += row.italic
      row.italic = 0
      if let atomClass {
        row.width += previous.map { gap(between: $0, and: atomClass, style) } ?? 0
        previous = atomClass
      }
      let box = set(item, style)
      move(box, x: row.width)
      row.width += box.width
      row.height = max(row.height, box.height)
      row.depth = max(row.depth, box.depth)
      row.italic = atomClass == .ordinary ? box.italic : 0
    }
    row.pieces = pieces(since: start)
    return row
  }

  private func gap(between left: AtomClass, and right: AtomClass, _ style: Style) -> Double {
    AtomSpacing.mu(between: left, and: right, inScript: style.isScript) / 18 * scale(style)
  }

  /// The items with rows among them opened, however deep.
  private func spliced(_ formulas: [Formula]) -> [Formula] {
    var items: [Formula] = []
    var rest = Array(formulas.reversed())
    while let next = rest.popLast() {
      if case .row(let inner) = next {
        rest.append(contentsOf: inner.reversed())
      } else {
        items.append(next)
      }
    }
    return items
  }

  /// The classes after TeX's rules 5 and 6: a binary operator that has not two operands is a sign.
  private func resolvedClasses(of items: [Formula]) -> [AtomClass?] {
    var classes = items.map(\.atomClass)
    var previous: Int?
    for index in classes.indices {
      guard let current = classes[index] else { continue }
      if current == .binary, !(previous.flatMap { classes[$0] }?.canPrecedeBinary ?? false) {
        classes[index] = .ordinary
      } else if let before = previous, classes[before] == .binary, !current.canFollowBinary {
        classes[before] = .ordinary
      }
      previous = index
    }
    if let last = previous, classes[last] == .binary { classes[last] = .ordinary }
    return classes
  }
}

extension AtomClass {
  fileprivate var canPrecedeBinary: Bool {
    switch self {
    case .ordinary, .close, .inner: true
    case .binary, .largeOperator, .relation, .open, .punctuation: false
    }
  }

  fileprivate var canFollowBinary: Bool {
    switch self {
    case .ordinary, .largeOperator, .binary, .open, .inner: true
    case .relation, .close, .punctuation: false
    }
  }
}
