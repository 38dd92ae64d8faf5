import ArgumentParser
import ChainGraph

/// Writes the derivation of an input's figures.
struct Derive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a derivation in words and formulas.")

  @Argument(help: ArgumentHelp("The file to read; - is standard input.", valueName: "input"))
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String = "-"

  @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() {
    finish { () throws(Failure) in
      let document = try figures.document(input)
      report.tell(document)
      var outcome = Exit.success
      if document.findings.contains(where: { $0.severity == .error }) {
        outcome.worsen(to: .inputErrors)
      }
      if !document.figures.allSatisfy(\.isChecked) { outcome.worsen(to: .checkFailed) }
      guard !document.figures.isEmpty else { return outcome }
      switch format {
      case .json: try writeOutput(Array(document.json.utf8), to: output)
      case .text:
        let pages = document.figures.map(\.text).joined(separator: "\n---\n\n")
        try writeOutput(Array(pages.utf8), to: output)
      }
      return outcome
    }
  }
}
