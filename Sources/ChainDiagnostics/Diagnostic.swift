/// One finding about a source, with everything a reader needs to mend it.
///
/// The message is lower case, without full stop, and understandable alone; names of the user
/// stand in backticks.
package struct Diagnostic: Hashable, Sendable {
  /// How grave a finding is: an error keeps its figure from being written.
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A marked stretch of the source, with what is to be said about it.
  package struct Label: Hashable, Sendable {
    package let range: SourceRange
    package let text: String?

    package init(_ range: SourceRange, _ text: String? = nil) {
      self.range = range
      self.text = text
    }
  }

  /// The edit that mends the source.
  package struct Replacement: Hashable, Sendable {
    package let range: SourceRange
    package let text: String

    package init(_ range: SourceRange, with text: String) {
      self.range = range
      self.text = text
    }
  }

  package let severity: Severity
  /// Stable kebab-case name of the kind of finding.
  package let id: String
  package let message: String
  /// Where it went wrong; nil for a finding about the whole input.
  package let primary: Label?
  /// What explains it.
  package let secondary: [Label]
  /// Facts.
  package let notes: [String]
  /// The likeliest mends, as statements.
  package let help: [String]
  package let replacement: Replacement?

  package init(
    _ severity: Severity, id: String, _ message: String, at primary: Label?,
    secondary: [Label] = [], notes: [String] = [], help: [String] = [],
    replacement: Replacement? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.notes = notes
    self.help = help
    self.replacement = replacement
  }

  /// An error, the usual kind.
  package static func error(
    _ id: String, _ message: String, at range: SourceRange?, label: String? = nil,
    secondary: [Label] = [], notes: [String] = [], help: String? = nil,
    replacement: Replacement? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, id: id, message, at: range.map { Label($0, label) }, secondary: secondary,
      notes: notes, help: help.map { [$0] } ?? [], replacement: replacement)
  }

  /// A warning: the figure is still written.
  package static func warning(
    _ id: String, _ message: String, at range: SourceRange?, label: String? = nil,
    secondary: [Label] = [], notes: [String] = [], help: String? = nil,
    replacement: Replacement? = nil
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: id, message, at: range.map { Label($0, label) }, secondary: secondary,
      notes: notes, help: help.map { [$0] } ?? [], replacement: replacement)
  }
}

/// What makes two diagnostics the same to a reader.
private struct Finding: Hashable {
  let id: String
  let range: SourceRange?
}

extension [Diagnostic] {
  /// Whether any of them keeps a figure from being written.
  package var containsError: Bool { contains { $0.severity == .error } }

  /// By position, then as found; findings of the same kind at the same place once.
  package func inReadingOrder() -> [Diagnostic] {
    var seen: Set<Finding> = []
    let unique = filter { seen.insert(Finding(id: $0.id, range: $0.primary?.range)).inserted }
    let start = { (diagnostic: Diagnostic) in diagnostic.primary?.range ?? SourceRange(0, 0) }
    return unique.enumerated()
      .sorted { (start($0.element), $0.offset) < (start($1.element), $1.offset) }
      .map(\.element)
  }
}
