import ChainGraph

/// What is said on standard error: findings as they come, or all of them at the end as one JSON
/// object and nothing else, so that a program can read it.
struct Messages {
  private let options: ReportChoices
  private var documents: [Document] = []
  private var others: [Finding] = []
  /// Findings of other processes, a JSON object a line.
  private var rows: [String] = []
  /// What was said, if it is not written at once.
  private(set) var kept: String?

  /// - Parameter keeps: whether what is said is kept for another process to write; as JSON a line a
  ///   finding.
  init(_ options: ReportChoices, keeps: Bool = false) {
    self.options = options
    if keeps { kept = "" }
  }

  private var isJSON: Bool { options.style == .json }

  /// Tells a document's author what was found in it.
  mutating func tell(_ document: Document) {
    if isJSON, kept != nil {
      for finding in document.findings { tell(finding) }
    } else if isJSON {
      documents.append(document)
    } else {
      write(document.report(style: options.style, usesColor: options.usesColor))
    }
  }

  /// Tells of a finding about a whole.
  mutating func tell(_ finding: Finding) {
    if isJSON, kept == nil {
      others.append(finding)
    } else {
      write(finding.text(style: options.style, usesColor: options.usesColor))
    }
  }

  /// Tells what another process kept.
  mutating func tell(kept text: String) {
    if isJSON {
      rows += text.split(separator: "\n").map(String.init)
    } else {
      write(text)
    }
  }

  /// Says what was done.
  func say(_ line: String) {
    if !options.isQuiet, !isJSON { writeStandardError(line + "\n") }
  }

  /// Says what was kept for the end.
  func end() {
    if isJSON { writeStandardError(Finding.json(of: documents, and: others, rows: rows)) }
  }

  private mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    if kept != nil { kept?.append(text) } else { writeStandardError(text) }
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
