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
    help: ArgumentHelp("svg or png; else the file's ending says it.", valueName: "format"),
    completion: .list(["svg", "png"]))
  var format: String?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      let format = try OutputFormat(named: format, output: output)
      guard format != .json else { throw .unknownFormat(format.rawValue) }
      var outcome = Exit.success
      let readings = figures.read(inputs, for: .plots, &messages, &outcome)
      let plots = readings.flatMap { $0.document?.plots ?? [] }
      let target = output ?? "-"
      guard plots.count <= 1 || target != "-" else {
        throw .severalFigures(count: plots.count, format: format.rawValue)
      }
      let placement = Placement(of: readings.flatMap(\.places), in: target)
      var first = 0
      for reading in readings {
        for plot in reading.document?.plots ?? [] where plot.isChecked {
          do throws(Failure) {
            let path = placement[first + plot.number - 1]
            try draw(plot, of: reading.input, format, to: path, &messages)
          } catch {
            messages.tell(error.finding)
            outcome.worsen(to: error.exit)
          }
        }
        first += reading.places.count
      }
      return outcome
    }
  }

  private func draw(
    _ plot: Plot, of input: String, _ format: OutputFormat, to path: String,
    _ messages: inout Messages
  ) throws(Failure) {
    let bytes: [UInt8]
    do throws(DrawingError) {
      let picture = try plot.picture()
      for warning in picture.warnings { messages.tell(warning) }
      bytes = try format == .png ? picture.png() : picture.svg()
    } catch {
      throw .drawing(input: input, error)
    }
    try writeOutput(bytes, to: path)
    let along = plot.variables.joined(separator: " and ")
    if path != "-" { messages.say("wrote \(path) (\(plot.function) along \(along))") }
  }
}
