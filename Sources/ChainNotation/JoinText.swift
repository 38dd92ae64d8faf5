import ExpressionGraph

extension Phrase.Join {
  /// The lengths of the whole if they are known and few enough to be written out.
  private var lengths: [Int]? {
    let pattern = JoinPattern(axis: axis, parts: shapes)
    guard order <= 2, let shape = pattern.shape, let count = shape.entryCount,
      count <= Phrase.mostConstantEntries
    else { return nil }
    return shape.known
  }

  /// The whole entry by entry, which the plain subset of the language can say; nil where a part
  /// has no entries that can be written, or where there are too many.
  var spelledOut: [[Phrase]]? {
    guard let lengths else { return nil }
    var rows: [[Phrase]] = []
    for row in 1...max(lengths[0], 1) {
      let places = lengths.count == 1 ? [[row]] : (1...max(lengths[1], 1)).map { [row, $0] }
      let entries = places.compactMap { entry(at: $0) }
      guard entries.count == places.count else { return nil }
      rows.append(entries)
    }
    return rows
  }

  /// The entry at a place, counted from 1, of the part it lies in.
  func entry(at place: [Int]) -> Phrase? {
    var rest = place[axis]
    for (part, shape) in zip(parts, shapes) {
      guard let length = shape.dimensions[axis].known else { return nil }
      if rest <= length {
        var inner = place
        inner[axis] = rest
        let own = shape.dimensions.indices.filter { !shape.dimensions[$0].isOne }
        return part.entry(at: inner.map { .entry($0) })
          ?? part.entry(at: own.map { .entry(inner[$0]) })
          ?? (shape.entryCount == 1 ? part : nil)
      }
      rest -= length
    }
    return nil
  }

  /// Entry by entry, or as a sum of parts times 0/1 matrices, where the lengths are known; in
  /// blocks where they are not.
  var textPieces: [TextPiece] {
    if let spelledOut { return [.phrase(.literal(spelledOut))] }
    if lengths != nil, let sum = placedParts { return [.bracketed(sum)] }
    guard order > 2 else {
      return ["["] + separated(parts.map { [.phrase($0)] }, by: axis == 0 ? "; " : ", ") + ["]"]
    }
    return ["concat("] + separated(parts.map { [.phrase($0)] }, by: ", ")
      + [.verbatim(", axis=\(axis + 1))")]
  }

  /// Each part that is not zero times the 0/1 matrix that puts it in its place.
  private var placedParts: Phrase? {
    let pattern = JoinPattern(axis: axis, parts: shapes)
    guard let whole = pattern.shape?.known?[axis] else { return nil }
    let terms = parts.indices.compactMap { part -> SignedPhrase? in
      guard let start = pattern.start(of: part).known,
        let length = shapes[part].dimensions[axis].known
      else { return nil }
      if case .zeros = parts[part] { return nil }
      let place = (0..<length).map { row in
        (0..<whole).map { Phrase.number($0 == start + row ? .one : .zero) }
      }
      let window = Phrase.literal(place)
      return SignedPhrase(
        axis == 0
          ? .matrixProduct(window.transposed, parts[part]) : .matrixProduct(parts[part], window))
    }
    return terms.count == 1 ? terms[0].phrase : .sum(terms)
  }
}
