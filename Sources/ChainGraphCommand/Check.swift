import ArgumentParser
import ChainGraph

/// Checks every derivative of every figure against finite differences.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks every derivative against finite differences.")

  @Argument(
    help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    CheckJob(inputs: inputs, figures: figures.choices, report: report.choices).run()
  }
}

/// What `check` is asked to do.
struct CheckJob {
  var inputs: [String]
  var figures = FigureChoices()
  var report = ReportChoices()

  func run() -> Never {
    finish(report) { (messages) throws(Failure) in
      var outcome = Exit.success
      let readings = figures.read(inputs, &messages, &outcome)
      let lines = readings.flatMap { reading in
        (reading.document?.figures ?? []).flatMap(\.derivatives).map { derivative in
          "\(reading.input): \(derivative.symbol): \(verdict(derivative))\n"
        }
      }
      try writeOutput(Array(lines.joined().utf8), to: "-")
      return outcome
    }
  }

  private func verdict(_ derivative: Derivative) -> String {
    guard let error = derivative.checkError else { return "not checked, no usable point" }
    let points = derivative.checkPoints == 1 ? "1 point" : "\(derivative.checkPoints) points"
    return "\(derivative.isChecked ? "passed" : "FAILED"), "
      + "largest relative error \(error) at \(points)"
  }
}
