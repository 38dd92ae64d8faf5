import ArgumentParser
import ChainGraph

/// Puts inputs into their canonical form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts inputs into their canonical form.",
    discussion: """
      Only blanks and line ends change: a file still says the same, with its comments. A file that \
      cannot be read stays as it is. Standard input is written to standard output.
      """)

  @Argument(
    help: ArgumentHelp("Files to format; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Flag(help: "Change nothing; say which files are not in canonical form, and exit 1 if any.")
  var check = false

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      var outcome = Exit.success
      for input in inputs {
        do throws(Failure) {
          outcome.worsen(to: try format(input, &messages))
        } catch {
          messages.tell(error.finding)
          outcome.worsen(to: error.exit)
        }
      }
      return outcome
    }
  }

  private func format(_ input: String, _ messages: inout Messages) throws(Failure) -> Exit {
    let bytes = try readInput(input)
    let name = input == "-" ? "<stdin>" : input
    let form = SourceForm(bytes: bytes, name: name)
    guard let text = form.text else {
      guard !form.findings.isEmpty else { throw .unformattable(path: name) }
      for finding in form.findings { messages.tell(finding) }
      return .inputErrors
    }
    let hasChanged = Array(text.utf8) != bytes
    if check {
      guard hasChanged else { return .success }
      messages.tell(
        Finding(
          .error, id: "not-canonical", "the input is not in canonical form", in: name,
          help: "run `chaingraph format \(input)`"))
      return .inputErrors
    }
    guard hasChanged || input == "-" else { return .success }
    try writeOutput(Array(text.utf8), to: input)
    if input != "-" { messages.say("formatted \(input)") }
    return .success
  }
}
