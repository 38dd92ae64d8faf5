import ArgumentParser
import ChainGraph

/// A Pandoc filter: fenced `chaingraph` blocks become figures.
struct Pandoc: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Filters a Pandoc document: fenced chaingraph blocks become figures.",
    discussion: """
      Reads a document as Pandoc's JSON from standard input and writes it to standard output. A \
      block's attributes caption, width, height and alt and its label go to the figure; any other \
      option of figures is an attribute too, as in `{.chaingraph #fig:a detail=operations}`. A \
      block with a `plot` line is drawn as its plot. \
      Pandoc itself calls the program chaingraph-pandoc, as in `--filter chaingraph-pandoc`.
      """)

  @Argument(
    help: ArgumentHelp(
      "What Pandoc writes: PDF figures for latex, PNG for docx, SVG for html.",
      valueName: "format"))
  var target = "html"

  @Option(help: ArgumentHelp("The folder for the figures.", valueName: "folder"))
  var folder = "chaingraph-figures"

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      guard let document = JSONValue(try readInput("-")) else { throw .noPandocDocument }
      var filter = PandocFilter(
        writer: PandocWriter(of: document), output: PandocOutput(target), folder: folder)
      let result = filter.filtered(document)
      for document in filter.documents { messages.tell(document) }
      for finding in filter.findings { messages.tell(finding) }
      // Half a document would be taken for a whole one.
      guard filter.outcome == .success else { return filter.outcome }
      for file in filter.files { try writeOutput(file.bytes, to: file.path) }
      try writeOutput(Array((result.json + "\n").utf8), to: "-")
      return .success
    }
  }
}
