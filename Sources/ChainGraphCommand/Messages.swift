import ChainGraph

/// What is said on standard error: findings as they come, or all of them at the end as one JSON
/// object and nothing else, so that a program can read it.
struct Messages {
  private let options: ReportChoices
  private var documents: [Document] = []
  private var others: [Finding] = []

  init(_ options: ReportChoices) {
    self.options = options
  }

  private var isJSON: Bool { options.style == .json }

  /// Tells a document's author what was found in it.
  mutating func tell(_ document: Document) {
    if isJSON {
      documents.append(document)
    } else {
      write(document.report(style: options.style, usesColor: options.usesColor))
    }
  }

  /// Tells of a finding about a whole.
  mutating func tell(_ finding: Finding) {
    if isJSON {
      others.append(finding)
    } else {
      write(finding.text(style: options.style, usesColor: options.usesColor))
    }
  }

  /// Says what was done.
  func say(_ line: String) {
    if !options.isQuiet, !isJSON { write(line + "\n") }
  }

  /// Says what was kept for the end.
  func end() {
    if isJSON { write(Finding.json(of: documents, and: others)) }
  }

  private func write(_ text: String) {
    if !text.isEmpty { writeStandardError(text) }
  }
}

/// Runs a job, says what it had to say, and ends the program with its outcome.
func finish(
  _ options: ReportChoices, _ job: (inout Messages) throws(Failure) -> Exit
) -> Never {
  var messages = Messages(options)
  let outcome: Exit
  do {
    outcome = try job(&messages)
  } catch {
    messages.tell(error.finding)
    outcome = error.exit
  }
  messages.end()
  leave(outcome)
}
