import ArgumentParser
import ChainGraph

/// Lists the fonts that formulas can be set in.
struct Fonts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the math fonts at hand.",
    discussion: "The first is the default; any of them can be given to --font by its family.")

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      let rows = InstalledFont.all().map { font in
        [font.family, font.look, font.tables.joined(separator: ", "), font.path]
      }
      try writeOutput(Array(table(rows).utf8), to: "-")
      return .success
    }
  }
}

/// Rows of columns as wide as their longest cell, two blanks apart.
private func table(_ rows: [[String]]) -> String {
  let widths = (0..<(rows.first?.count ?? 0)).map { column in
    rows.reduce(0) { max($0, $1[column].count) }
  }
  return rows.map { row in
    let cells = zip(row, widths).dropLast().map { cell, width in
      cell + String(repeating: " ", count: width - cell.count)
    }
    return (cells + row.suffix(1)).joined(separator: "  ") + "\n"
  }.joined()
}
