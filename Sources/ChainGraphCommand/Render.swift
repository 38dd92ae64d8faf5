import ArgumentParser
import ChainGraph

/// Draws the figures of one or more inputs.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Draws the figures of an input.")

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output. {name} and {n} stand for the input and the figure.",
      valueName: "file"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("svg, png or json; else the file's ending says it.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish { () throws(Failure) in
      let format = try outputFormat()
      var outcome = Exit.success
      var pages: [Page] = []
      var documents: [Document] = []
      for input in inputs {
        do throws(Failure) {
          let document = try figures.document(input)
          report.tell(document)
          if document.findings.contains(where: { $0.severity == .error }) {
            outcome.worsen(to: .inputErrors)
          }
          documents.append(document)
          pages += document.figures.map { Page(figure: $0, input: input) }
        } catch {
          note("chaingraph: \(error)")
          outcome.worsen(to: error.exit)
        }
      }
      if format == .json { try write(documents, &outcome) } else { try draw(pages, format, &outcome) }
      return outcome
    }
  }

  /// A figure and the input it comes from.
  private struct Page {
    let figure: Figure
    let input: String
  }

  private func outputFormat() throws(Failure) -> OutputFormat {
    if let format {
      guard let known = OutputFormat(rawValue: format) else { throw .unknownFormat(format) }
      return known
    }
    guard let output, output != "-" else { return .svg }
    return try OutputFormat(ending: output)
  }

  private func write(_ documents: [Document], _ outcome: inout Exit) throws(Failure) {
    let figures = documents.flatMap(\.figures)
    guard !figures.isEmpty else { return }
    if !figures.allSatisfy(\.isChecked) { outcome.worsen(to: .checkFailed) }
    try writeOutput(Array(Document.json(of: figures).utf8), to: output ?? "-")
  }

  private func draw(
    _ pages: [Page], _ format: OutputFormat, _ outcome: inout Exit
  ) throws(Failure) {
    let target = output ?? "-"
    guard pages.count <= 1 || target != "-" else {
      throw .severalFigures(count: pages.count, format: format.rawValue)
    }
    for (index, page) in pages.enumerated() {
      let place = path(of: page, number: index + 1, of: pages.count, in: target)
      do {
        guard page.figure.isChecked else {
          note("chaingraph: \(page.input): figure \(index + 1) failed its numeric check")
          outcome.worsen(to: .checkFailed)
          continue
        }
        let bytes = try drawn(page.figure, format)
        try writeOutput(bytes, to: place)
        if place != "-" { report.tell("wrote \(place) (\(summary(page.figure)))") }
      } catch {
        note("chaingraph: \(page.input): \(error)")
        outcome.worsen(to: error.exit)
      }
    }
  }

  private func drawn(_ figure: Figure, _ format: OutputFormat) throws(Failure) -> [UInt8] {
    do {
      switch format {
      case .svg: return try figure.svg()
      case .png: return try figure.png()
      case .json: return Array(Document.json(of: [figure]).utf8)
      }
    } catch {
      throw .drawing("\(error)")
    }
  }

  /// `out.svg`, or `out-2.svg` for the second of several; `{name}` and `{n}` filled in.
  private func path(of page: Page, number: Int, of count: Int, in target: String) -> String {
    guard target != "-" else { return target }
    let file = page.input.split(separator: "/").last.map(String.init) ?? page.input
    let name = page.input == "-" ? "stdin" : String(file.prefix { $0 != "." })
    let filled = replacing("{n}", by: String(number), in: replacing("{name}", by: name, in: target))
    guard count > 1, filled == target else { return filled }
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let last = target.dropFirst(folder.count)
    guard let dot = last.lastIndex(of: ".") else { return "\(target)-\(number)" }
    return "\(folder)\(last[..<dot])-\(number)\(last[dot...])"
  }

  private func replacing(_ mark: String, by value: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        result += value
        rest = rest.dropFirst(mark.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}

/// `4 nodes, 4 edges, 2 paths, checked`.
func summary(_ figure: Figure) -> String {
  func counted(_ count: String, _ noun: String) -> String {
    "\(count) \(noun)\(count == "1" ? "" : "s")"
  }
  var parts = [
    counted(String(figure.nodeCount), "node"), counted(String(figure.edgeCount), "edge"),
  ]
  let paths = figure.derivatives.map(\.pathCount)
  if let count = paths.first, paths.count == 1 { parts.append(counted(count, "path")) }
  let isChecked = figure.derivatives.allSatisfy { $0.checkError != nil }
  parts.append(isChecked ? "checked" : "not checked")
  return parts.joined(separator: ", ")
}
