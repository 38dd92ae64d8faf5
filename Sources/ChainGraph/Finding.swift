import ChainDiagnostics

/// Something to tell the author of an input: an error, which keeps its figure from being drawn, or
/// a warning.
public struct Finding: Hashable, Sendable {
  /// How grave a finding is.
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// How findings are printed.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// The message, the source line with a caret, facts and the likeliest mend.
    case human
    /// One line a finding.
    case short
    /// One JSON object for all.
    case json
  }

  /// How grave it is.
  public let severity: Severity
  /// A stable name of the kind of finding, such as `unknown-name`.
  public let id: String
  /// One sentence, lower case and without a full stop.
  public let message: String
  /// The line in the input, from 1; nil for a finding about the whole.
  public let line: Int?
  /// The column in characters, from 1; nil for a finding about the whole.
  public let column: Int?

  init(_ diagnostic: Diagnostic, in source: SourceText) {
    severity = diagnostic.severity == .error ? .error : .warning
    id = diagnostic.id
    message = diagnostic.message
    let position = diagnostic.primary.map { source.position(of: $0.range.start) }
    line = position?.line
    column = position?.column
  }
}
