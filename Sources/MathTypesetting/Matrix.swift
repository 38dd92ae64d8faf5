/// Distances of an array, in em, as LaTeX's standard classes have them.
private enum ArrayMetrics {
  static let strutHeight = 0.84
  static let strutDepth = 0.36
  static let columnGap = 1.0
  /// Between rows of which one is taller than a line, which would else touch.
  static let tallRowGap = 0.3
}

extension Typesetter {
  /// Rows of cells about the axis; a short row is as if filled with empty cells.
  mutating func setMatrix(
    _ rows: [[Formula]], left: Unicode.Scalar?, right: Unicode.Scalar?,
    _ alignment: ColumnAlignment, _ style: Style
  ) -> Box {
    let start = mark
    let cellStyle = Style(level: max(style.level, .text), cramped: style.cramped)
    let cells = rows.map { row in row.map { set($0, cellStyle) } }
    var box = Box(pieces: start)
    box.width = placeColumns(cells, alignment, scale(style))
    let total = placeRows(cells, scale(style))
    box.pieces = pieces(since: start)
    box.depth = total
    centerOnAxis(&box, style)
    if left == nil, right == nil { return box }
    return fence(box, since: start, left: left, right: right, style)
  }

  /// Moves cells to their columns; the width of all.
  private mutating func placeColumns(
    _ cells: [[Box]], _ alignment: ColumnAlignment, _ scale: Double
  ) -> Double {
    let columns = cells.map(\.count).max() ?? 0
    var x = 0.0
    for column in 0..<columns {
      if column > 0 { x += ArrayMetrics.columnGap * scale }
      let boxes = cells.compactMap { column < $0.count ? $0[column] : nil }
      let width = boxes.map(\.width).max() ?? 0
      for box in boxes {
        switch alignment {
        case .center: move(box, x: x + (width - box.width) / 2)
        case .leading: move(box, x: x)
        }
      }
      x += width
    }
    return x
  }

  /// Moves cells down to their rows, the top of the first at the origin; the height of all.
  private mutating func placeRows(_ cells: [[Box]], _ scale: Double) -> Double {
    let strutHeight = ArrayMetrics.strutHeight * scale
    let strutDepth = ArrayMetrics.strutDepth * scale
    var y = 0.0
    var previousIsTall = false
    for (index, row) in cells.enumerated() {
      let height = max(strutHeight, row.map(\.height).max() ?? 0)
      let depth = max(strutDepth, row.map(\.depth).max() ?? 0)
      let isTall = height > strutHeight || depth > strutDepth
      if index > 0, isTall || previousIsTall { y += ArrayMetrics.tallRowGap * scale }
      for box in row { move(box, y: -y - height) }
      y += height + depth
      previousIsTall = isTall
    }
    return y
  }
}
