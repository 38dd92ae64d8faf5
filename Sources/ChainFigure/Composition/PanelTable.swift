import ChainGeometry
import ChainScene
import ChainTheme
import MathTypesetting

/// How much of the derivation stands in the panel, most first.
enum PanelDetail: Int, CaseIterable {
  /// Every part, equal parts below each other.
  case full
  /// The factors' numbers are left out.
  case withoutNumbers
  /// A row runs on into the next line where it is too long; what is longer than a line is left out.
  case broken
}

/// The derivation below the graph, set in columns: number, way, lead, formula, numbers, value.
struct PanelTable {
  private struct Row {
    let content: PanelRow
    /// One a column, nil where the row has nothing there; of a remark, one a piece.
    let cells: [Line?]
  }

  private enum Column: Int, CaseIterable {
    case number, via, lead, formula, numbers, value
  }

  private var rows: [Row]
  private let pen: Pen
  private let detail: PanelDetail
  private let room: Double
  private var widths = [Double](repeating: 0, count: Column.allCases.count)
  private(set) var size = Size(width: 0, height: 0)

  /// The table with as much as fits a width in points.
  static func fitting(_ rows: [PanelRow], width: Double, pen: Pen) -> PanelTable {
    for detail in PanelDetail.allCases {
      let table = PanelTable(rows, detail: detail, room: width, pen: pen)
      if table.size.width <= width { return table }
    }
    return PanelTable(rows, detail: .broken, room: width, pen: pen)
  }

  private init(_ content: [PanelRow], detail: PanelDetail, room: Double, pen: Pen) {
    self.pen = pen
    self.detail = detail
    self.room = room
    rows = content.map { row in
      let numbers = detail == .full || row.formula.isEmpty || row.isClosed ? row.numbers : []
      func line(_ pieces: [Piece]) -> Line? { pieces.isEmpty ? nil : Line(pieces, pen: pen) }
      if row.kind == .remark { return Row(content: row, cells: row.lead.map { line([$0]) }) }
      var cells = [
        row.number.flatMap { line([.number($0)]) }, row.via.flatMap { line([.formula($0)]) },
        line(row.lead), line(row.formula), line(numbers), line(row.value),
      ]
      for column in [Column.formula, .numbers] where detail == .broken {
        let width = cells[column.rawValue]?.width ?? 0
        if width + 5 * pen.textSize > room { cells[column.rawValue] = nil }
      }
      return Row(content: row, cells: cells)
    }
    for row in rows where row.content.kind != .remark {
      for column in Column.allCases {
        widths[column.rawValue] = max(
          widths[column.rawValue], row.cells[column.rawValue]?.width ?? 0)
      }
    }
    size = draw(at: Point(x: 0, y: 0)).size
  }

  func elements(at corner: Point) -> [SceneElement] { draw(at: corner).elements }

  /// The space to the left of a column.
  private func gap(before column: Column) -> Double {
    switch column {
    case .number: 0
    case .via: 0.45 * pen.textSize
    case .lead: 1.1 * pen.textSize
    case .formula, .numbers, .value: 0.28 * pen.textSize
    }
  }

  private func draw(at corner: Point) -> (elements: [SceneElement], size: Size) {
    var elements: [SceneElement] = []
    var y = corner.y
    var width = 0.0
    for (index, row) in rows.enumerated() {
      let lines = lines(of: row)
      if row.content.kind == .total, index > 0, rows[index - 1].content.kind == .path {
        y += 0.4 * pen.textSize
        elements.append(rule(from: corner.x, y: y))
        y += 0.5 * pen.textSize
      } else if index > 0 {
        let endsSum = rows[index - 1].content.kind == .total && row.content.kind == .path
        y += (endsSum ? 1.1 : pen.isTight ? 0.4 : 0.5) * pen.textSize
      }
      var drawn: [SceneElement] = []
      for (position, line) in lines.enumerated() {
        if position > 0 { y += 0.3 * pen.textSize }
        let baseline = y + line.reduce(0) { max($0, $1.line.ascent) }
        for cell in line {
          drawn += cell.line.elements(left: corner.x + cell.left, baseline: baseline)
          width = max(width, cell.left + cell.line.width)
        }
        y = baseline + line.reduce(0) { max($0, $1.line.descent) }
      }
      elements.append(
        .group(
          SceneGroup(
            role: .panel, subject: row.content.subject,
            paths: row.content.number.map { [$0.index + 1] } ?? [], text: row.content.sentence,
            elements: drawn)))
    }
    return (elements, Size(width: width, height: y - corner.y))
  }

  private func rule(from left: Double, y: Double) -> SceneElement {
    let right = left + min(room, tableWidth)
    return .path(
      Path([.move(Point(x: left, y: y)), .line(Point(x: right, y: y))]),
      stroke: Stroke(color: pen.theme.text, width: pen.hairline), fill: nil)
  }

  private typealias Cell = (line: Line, left: Double)

  private func lines(of row: Row) -> [[Cell]] {
    if row.content.kind == .remark {
      let cells = row.cells.compactMap { $0.map { (line: $0, gap: 1.2 * pen.textSize) } }
      return broken(cells, indent: 0)
    }
    guard detail == .broken, tableWidth > room else { return [alignedCells(of: row)] }
    let cells = Column.allCases.compactMap { column in
      row.cells[column.rawValue].map { (line: $0, gap: gap(before: column)) }
    }
    return broken(cells, indent: leftEdge(of: .via) + 1.5 * pen.textSize)
  }

  private var tableWidth: Double { leftEdge(of: .value) + widths[Column.value.rawValue] }

  private func leftEdge(of column: Column) -> Double {
    var left = 0.0
    var hasContent = false
    for earlier in Column.allCases {
      if widths[earlier.rawValue] > 0, hasContent { left += gap(before: earlier) }
      if earlier == column { break }
      left += widths[earlier.rawValue]
      hasContent = hasContent || widths[earlier.rawValue] > 0
    }
    return left
  }

  /// Cells in their columns; the lead ends where its column does, so that the signs of equality
  /// stand below each other.
  private func alignedCells(of row: Row) -> [Cell] {
    Column.allCases.compactMap { column in
      guard let line = row.cells[column.rawValue] else { return nil }
      let slack = column == .lead ? widths[column.rawValue] - line.width : 0
      return (line, leftEdge(of: column) + slack)
    }
  }

  /// Cells one after the other, on a new line where the room ends.
  private func broken(_ cells: [(line: Line, gap: Double)], indent: Double) -> [[Cell]] {
    var lines: [[Cell]] = [[]]
    var x = 0.0
    for cell in cells {
      let isFirst = lines[lines.count - 1].isEmpty
      let left = isFirst ? x : x + cell.gap
      if !isFirst, left + cell.line.width > room {
        lines.append([(cell.line, indent)])
        x = indent + cell.line.width
      } else {
        lines[lines.count - 1].append((cell.line, left))
        x = left + cell.line.width
      }
    }
    return lines
  }
}
