import ArgumentParser
import ChainGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Draws the figures of an input again whenever it is saved.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws the figures of an input again whenever it, or its theme file, is saved.",
    discussion: """
      Goes on until it is interrupted. Where the input has an error, that is shown and the last good \
      figure stays. An input that has nothing but plots is drawn as them.
      """)

  @Argument(
    help: ArgumentHelp("The file to read and watch.", valueName: "input"), completion: .file())
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write. {name} and {n} stand for the input and the figure.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup
  var format: FormatOption

  @Flag(help: "Look at the files again and again instead of being told by the system.")
  var poll = false

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func validate() throws {
    if input == "-" { throw ValidationError("standard input cannot be watched; name a file") }
    if output == "-" { throw ValidationError("a figure is watched in a file; name one with `-o`") }
  }

  func run() {
    finish(report) { (_) throws(Failure) in
      _ = try OutputFormat(named: format.name, output: output)
      // A wrong path is told at once; a file that vanishes later may come back.
      _ = try readInput(input)
      Interruption.watch()
      var watch = FileWatch(isPolling: poll)
      while !Interruption.isAsked {
        let source = SourceForm(bytes: (try? readInput(input)) ?? [])
        watch.follow([input] + themeFiles(of: source))
        if try remake(asPlots: source.hasOnlyPlots, &watch) { _ = watch.hasChange() }
      }
      return .interrupted
    }
  }

  /// The theme files that the command line and the input name.
  private func themeFiles(of source: SourceForm) -> [String] {
    let settings = figures.choices.settings
    let names = source.values(of: .theme).map { resolved($0, in: folder(of: input)) }
    return (names + [settings[.theme]].compactMap(\.self)).filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".yml")
    }
  }

  /// Draws the input in a process of its own, which may fail alone; false if the files changed
  /// meanwhile, and it was given up.
  private func remake(asPlots: Bool, _ watch: inout FileWatch) throws(Failure) -> Bool {
    clearScreen()
    let process = try start(asPlots ? PlotCommand._commandName : Render._commandName)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      guard watch.hasChange(within: Self.patience) || Interruption.isAsked else { continue }
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return false
    }
    if status & 0x7F != 0 {
      var messages = Messages(report.choices)
      let reason = "drawing it ended by signal \(status & 0x7F)"
      messages.tell(Failure.workerEnded(input: input, reason: reason).finding)
      messages.end()
    }
    if redraws { Messages(report.choices).say("watching \(input) until it is interrupted") }
    return true
  }

  /// Milliseconds between two looks at the process that draws.
  private static let patience = 1

  /// Starts this program with the command that draws and the options given to this one.
  private func start(_ command: String) throws(Failure) -> pid_t {
    let given = CommandLine.arguments.dropFirst(2).filter { $0 != "--poll" }
    let words = [CommandLine.arguments[0], command] + given
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, ownPath(), nil, nil, &arguments, environ)
    guard problem == 0 else {
      errno = problem
      throw .noWorker(reason: systemMessage())
    }
    return process
  }

  private var redraws: Bool { isScreen && !report.choices.isJSON }

  /// On a terminal what is said of one drawing takes the place of what was said of the last.
  private func clearScreen() {
    if redraws { writeStandardError("\u{1B}[2J\u{1B}[H") }
  }
}
