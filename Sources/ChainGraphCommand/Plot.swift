import ArgumentParser
import ChainGraph

/// Draws what the `plot` lines of an input ask for.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draws curves with secants and tangent, contours with gradients.",
    discussion: """
      The input says what in lines such as `plot f, t = 0 .. 3, secants 4` or \
      `plot f, x = -2 .. 2, y = -2 .. 2, gradients`.
      """)

  @Argument(
    help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output. {name} and {n} stand for the input and the plot.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "svg, png, pdf, eps or tikz; else the file's ending says it.", valueName: "format"),
    completion: .list(OutputFormat.ofPlots.map(\.rawValue)))
  var format: String?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      let format = try OutputFormat(named: format, output: output, among: OutputFormat.ofPlots)
      var outcome = Exit.success
      let readings = figures.choices.read(inputs, for: .plots, &messages, &outcome)
      let plots = draw(readings, &messages, &outcome)
      let isOneFile = format.holdsSeveral && !Placement.isTemplate(target)
      if isOneFile, let first = plots.first {
        let summary = plots.count == 1 ? first.summary : "\(plots.count) plots"
        try write(plots, format, to: target, summary, messages)
      } else {
        try writeEach(plots, format, readings, messages)
      }
      return outcome
    }
  }

  private var target: String { output ?? "-" }

  /// A plot with its position among the places for output.
  private struct DrawnPlot {
    let picture: Picture
    let input: String
    let place: Int
    /// `f along t`.
    let summary: String
  }

  private func draw(
    _ readings: [Reading], _ messages: inout Messages, _ outcome: inout Exit
  ) -> [DrawnPlot] {
    var drawn: [DrawnPlot] = []
    var first = 0
    for reading in readings {
      for plot in reading.document?.plots ?? [] where plot.isChecked {
        do throws(DrawingError) {
          let picture = try plot.picture()
          for warning in picture.warnings { messages.tell(warning) }
          drawn.append(
            DrawnPlot(
              picture: picture, input: reading.input, place: first + plot.number - 1,
              summary: plot.summary))
        } catch {
          let failure = Failure.drawing(input: reading.input, error)
          messages.tell(failure.finding)
          outcome.worsen(to: failure.exit)
        }
      }
      first += reading.places.count
    }
    return drawn
  }

  private func writeEach(
    _ plots: [DrawnPlot], _ format: OutputFormat, _ readings: [Reading], _ messages: Messages
  ) throws(Failure) {
    guard plots.count <= 1 || target != "-" else {
      throw .severalFigures(count: plots.count, format: format.rawValue)
    }
    let placement = Placement(of: readings.flatMap(\.places), in: target)
    for plot in plots {
      try write([plot], format, to: placement[plot.place], plot.summary, messages)
    }
  }

  private func write(
    _ plots: [DrawnPlot], _ format: OutputFormat, to path: String, _ summary: String,
    _ messages: Messages
  ) throws(Failure) {
    let bytes: [UInt8]
    do throws(DrawingError) {
      bytes = try format.bytes(of: plots.map(\.picture))
    } catch {
      throw .drawing(input: plots[0].input, error)
    }
    try writeOutput(bytes, to: path)
    if path != "-" { messages.say("wrote \(path) (\(summary))") }
  }
}

extension Plot {
  /// `f along t`.
  var summary: String { "\(function) along \(variables.joined(separator: " and "))" }
}

extension OutputFormat {
  /// Formats of plots, which are pictures and no graphs.
  static let ofPlots: [OutputFormat] = [.svg, .png, .pdf, .eps, .tikz]

  /// Pictures in a format: several only where it holds several, one at least.
  func bytes(of pictures: [Picture]) throws(DrawingError) -> [UInt8] {
    switch self {
    case .png: try pictures[0].png()
    case .pdf: try Picture.pdf(pictures)
    case .eps: try pictures[0].eps()
    case .tikz: pictures[0].tikz()
    case .svg, .dot, .html, .json: pictures[0].svg()
    }
  }
}
