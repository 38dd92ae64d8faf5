import ArgumentParser
import ChainGraph

/// Draws the figures of one or more inputs.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Draws the figures of an input.")

  @Argument(
    help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output. {name} and {n} stand for the input and the figure.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("svg, png or json; else the file's ending says it.", valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    let job = RenderJob(
      inputs: inputs, output: output, format: format, figures: figures.choices,
      report: report.choices)
    job.run()
  }
}

/// What `render` is asked to do.
struct RenderJob {
  var inputs: [String]
  var output: String?
  var format: String?
  var figures = FigureChoices()
  var report = ReportChoices()

  func run() -> Never {
    finish(report) { (messages) throws(Failure) in
      let format = try OutputFormat(named: format, output: output)
      var outcome = Exit.success
      let readings = figures.read(inputs, &messages, &outcome)
      switch format {
      case .json: try write(readings.compactMap(\.document), &outcome)
      case .svg, .png: try draw(readings, format, &messages, &outcome)
      }
      return outcome
    }
  }

  private func write(_ documents: [Document], _ outcome: inout Exit) throws(Failure) {
    let figures = documents.flatMap(\.figures)
    guard !figures.isEmpty else { return }
    try writeOutput(Array(Document.json(of: figures).utf8), to: output ?? "-")
  }

  private func draw(
    _ readings: [Reading], _ format: OutputFormat, _ messages: inout Messages,
    _ outcome: inout Exit
  ) throws(Failure) {
    let target = output ?? "-"
    let places = readings.flatMap(\.places)
    let figures = readings.flatMap { $0.document?.figures ?? [] }
    guard figures.count <= 1 || target != "-" else {
      throw .severalFigures(count: figures.count, format: format.rawValue)
    }
    let placement = Placement(of: places, in: target)
    var first = 0
    for reading in readings {
      for figure in reading.document?.figures ?? [] where figure.isChecked {
        let path = placement[first + figure.number - 1]
        do throws(Failure) {
          try draw(figure, of: reading.input, format, to: path, &messages)
        } catch {
          messages.tell(error.finding)
          outcome.worsen(to: error.exit)
        }
      }
      first += reading.places.count
    }
  }

  private func draw(
    _ figure: Figure, of input: String, _ format: OutputFormat, to path: String,
    _ messages: inout Messages
  ) throws(Failure) {
    let bytes: [UInt8]
    do throws(DrawingError) {
      let picture = try figure.picture()
      for warning in picture.warnings { messages.tell(warning) }
      switch format {
      case .svg: bytes = picture.svg()
      case .png: bytes = try picture.png()
      case .json: bytes = Array(Document.json(of: [figure]).utf8)
      }
    } catch {
      throw .drawing(input: input, error)
    }
    try writeOutput(bytes, to: path)
    if path != "-" { messages.say("wrote \(path) (\(summary(figure)))") }
  }
}

/// `4 nodes, 4 edges, 2 paths, checked`.
private func summary(_ figure: Figure) -> String {
  func counted(_ count: String, _ noun: String) -> String {
    "\(count) \(noun)\(count == "1" ? "" : "s")"
  }
  let derivatives = figure.derivatives
  var parts = [
    counted(String(figure.nodeCount), "node"), counted(String(figure.edgeCount), "edge"),
  ]
  if derivatives.count == 1 { parts.append(counted(derivatives[0].pathCount, "path")) }
  let isChecked = derivatives.allSatisfy { $0.checkPoints > 0 }
  parts.append(isChecked ? "checked" : "not checked")
  return parts.joined(separator: ", ")
}
