import ArgumentParser
import ChainGraph

/// Draws many figures, and of them only those that changed.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws the figures of many inputs, and only what changed.",
    discussion: """
      An input is a file, a folder, whose sources below it end in .txt, .chaingraph or .md, or a \
      pattern such as 'week*/**/*.txt'. In Markdown, figures are fenced blocks of chaingraph or \
      {.chaingraph detail=operations}. Figures keep the folders they have below the one that all \
      inputs share; several of one input are numbered. An input of nothing but plots is drawn as them.

      What was made is noted in the folder .chaingraph beside the figures; without it everything is \
      made again. A bad input keeps no other from being drawn. Figures that were made of what is not \
      there any more are told, and stay unless --prune is given.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders and patterns; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the figures.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "svg, png, pdf, eps, dot, tikz, html, json; several with commas share one layout.",
      valueName: "formats"))
  var format = "svg"

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "How many figures are drawn at a time; else as many as there are processors.",
      valueName: "n"))
  var jobs: Int?

  @Flag(help: "Make everything again, changed or not.")
  var force = false

  @Flag(help: "Remove figures whose source is gone or makes them no more.")
  var prune = false

  @Option(
    help: ArgumentHelp(
      "Make only part i of n, as on one of n machines; the folders of all parts are merged by "
        + "copying.",
      valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp("Write what depends on what as rules for make.", valueName: "file"),
    completion: .file())
  var deps: String?

  @Option(
    help: ArgumentHelp("End the drawing of an input after so long.", valueName: "seconds"))
  var timeout = 60

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("-j takes a number from 1 to 1024")
    }
    if let shard, Shard(shard) == nil {
      throw ValidationError("`\(shard)` is no shard: expected i/n with i from 1 to n, such as 2/8")
    }
    if prune, shard != nil { throw ValidationError("--prune is for whole sets, not for shards") }
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout takes seconds from 1 to 86400")
    }
    if output.isEmpty || output == "-" { throw ValidationError("-o takes a folder") }
  }

  func run() throws {
    let formats: [OutputFormat]
    do throws(Failure) {
      formats = try OutputFormat.list(format)
    } catch {
      finish(report) { (_) throws(Failure) in throw error }
    }
    BatchJob(
      inputs: inputs, output: output, formats: formats, workers: jobs, isForced: force,
      shard: shard.flatMap(Shard.init), prunes: prune, rules: deps, timeout: timeout,
      figures: figures.choices,
      report: report.choices
    ).run()
  }
}
