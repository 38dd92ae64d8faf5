import ArgumentParser
import ChainGraph

/// Writes the derivation of an input's figures.
struct Derive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a derivation in words and formulas.")

  @Argument(
    help: ArgumentHelp("The file to read; - is standard input.", valueName: "input"),
    completion: .file())
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("text or json; else json where the file ends so.", valueName: "format"))
  var format: Format?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() {
    finish(report.choices) { (messages) throws(Failure) in
      var outcome = Exit.success
      let documents = figures.choices.read([input], &messages, &outcome).compactMap(\.document)
      for document in documents where !document.figures.isEmpty {
        try writeOutput(Array(text(of: document).utf8), to: output)
      }
      return outcome
    }
  }

  private func text(of document: Document) -> String {
    switch format ?? (output.hasSuffix(".json") ? .json : .text) {
    case .json: document.json
    case .text: document.figures.map(\.text).joined(separator: "\n---\n\n")
    }
  }
}
