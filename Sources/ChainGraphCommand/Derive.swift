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
    help: ArgumentHelp(
      "text, latex, markdown or json; else the file's ending says it, and text without one.",
      valueName: "format"))
  var format: Format?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, latex, markdown, json

    /// The format that a file name's ending asks for.
    init(output: String) {
      let endings: [(String, Format)] = [(".json", .json), (".tex", .latex), (".md", .markdown)]
      self = endings.first { output.lowercased().hasSuffix($0.0) }?.1 ?? .text
    }
  }

  func run() {
    finish(report) { (messages) throws(Failure) in
      var outcome = Exit.success
      let documents = figures.choices.read([input], &messages, &outcome).compactMap(\.document)
      for document in documents where !document.figures.isEmpty {
        try writeOutput(Array(text(of: document).utf8), to: output)
      }
      return outcome
    }
  }

  private func text(of document: Document) -> String {
    switch format ?? Format(output: output) {
    case .latex: document.latex
    case .markdown: document.markdown
    case .json: document.json
    case .text: document.figures.map(\.text).joined(separator: "\n---\n\n")
    }
  }
}
