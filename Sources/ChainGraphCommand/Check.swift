import ArgumentParser
import ChainGraph

/// Checks every derivative of every figure against finite differences.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks every derivative against finite differences.")

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish { () throws(Failure) in
      var outcome = Exit.success
      var lines = ""
      for input in inputs {
        do throws(Failure) {
          let document = try figures.document(input)
          report.tell(document)
          if document.findings.contains(where: { $0.severity == .error }) {
            outcome.worsen(to: .inputErrors)
          }
          for figure in document.figures {
            for derivative in figure.derivatives { lines += "\(input): \(verdict(derivative))\n" }
            if !figure.isChecked { outcome.worsen(to: .checkFailed) }
          }
        } catch {
          note("chaingraph: \(error)")
          outcome.worsen(to: error.exit)
        }
      }
      try writeOutput(Array(lines.utf8), to: "-")
      return outcome
    }
  }

  private func verdict(_ derivative: Derivative) -> String {
    let name = "d \(derivative.output) / " + derivative.inputs.map { "d \($0)" }.joined(separator: " ")
    guard let error = derivative.checkError else { return "\(name): not checked, no usable point" }
    let verdict = derivative.isChecked ? "passed" : "FAILED"
    let points = derivative.checkPoints == 1 ? "1 point" : "\(derivative.checkPoints) points"
    return "\(name): \(verdict), largest relative error \(error) at \(points)"
  }
}
