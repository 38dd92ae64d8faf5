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
      valueName: "format"),
    completion: .list(DeriveJob.Format.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    let job = DeriveJob(
      input: input, output: output, format: format, figures: figures.choices,
      report: report.choices)
    job.run()
  }
}

/// What `derive` is asked to do.
struct DeriveJob {
  var input: String
  var output: String
  var format: String?
  var figures = FigureChoices()
  var report = ReportChoices()

  enum Format: String, CaseIterable {
    case text, latex, markdown, json

    /// The format asked for by name, else by the output's ending, else text.
    init(named name: String?, output: String) throws(Failure) {
      guard let name else {
        let endings: [(String, Format)] = [(".json", .json), (".tex", .latex), (".md", .markdown)]
        self = endings.first { output.lowercased().hasSuffix($0.0) }?.1 ?? .text
        return
      }
      guard let format = Format(rawValue: name.lowercased()) else {
        throw .unknownFormat(name, known: Self.allCases.map(\.rawValue))
      }
      self = format
    }
  }

  func run() -> Never {
    finish(report) { (messages) throws(Failure) in
      let format = try Format(named: format, output: output)
      var outcome = Exit.success
      let documents = figures.read([input], &messages, &outcome).compactMap(\.document)
      for document in documents where !document.figures.isEmpty {
        try writeOutput(Array(text(of: document, in: format).utf8), to: output)
      }
      return outcome
    }
  }

  private func text(of document: Document, in format: Format) -> String {
    switch format {
    case .latex: document.latex
    case .markdown: document.markdown
    case .json: document.json
    case .text: document.figures.map(\.text).joined(separator: "\n---\n\n")
    }
  }
}
