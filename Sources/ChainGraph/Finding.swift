import ChainDiagnostics
import ChainReport

/// Something to tell the author of an input: an error, which keeps its figure from being drawn, or
/// a warning.
public struct Finding: Sendable {
  let diagnostic: Diagnostic
  let source: SourceText

  /// How grave a finding is.
  public enum Severity: String, Hashable, Sendable {
    /// The figure is not drawn.
    case error
    /// The figure is drawn.
    case warning
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

  init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }

  /// A finding about an input as a whole, or about what is to be made of it.
  public init(
    _ severity: Severity, id: String, _ message: String, in input: String, help: String? = nil
  ) {
    diagnostic = Diagnostic(
      severity == .error ? .error : .warning, id: id, message, at: nil,
      help: help.map { [$0] } ?? [])
    source = SourceText(name: input, bytes: [])
  }

  /// How grave it is.
  public var severity: Severity { diagnostic.severity == .error ? .error : .warning }
  /// A stable name of the kind of finding, such as `unknown-name`.
  public var id: String { diagnostic.id }
  /// One sentence, lower case and without a full stop.
  public var message: String { diagnostic.message }
  /// What the input is called, usually its path.
  public var input: String { source.name }
  /// The line in the input, from 1; nil for a finding about the whole.
  public var line: Int? { position?.line }
  /// The column in characters, from 1; nil for a finding about the whole.
  public var column: Int? { position?.column }
  /// The likeliest mends, each a statement.
  public var help: [String] { diagnostic.help }

  private var position: SourceText.Position? {
    diagnostic.primary.map { source.position(of: $0.range.start) }
  }

  /// The finding as text for its author, with its line breaks.
  public func text(style: Style = .human, usesColor: Bool = false) -> String {
    let style: DiagnosticWriter.Style =
      switch style {
      case .human: .human
      case .short: .short
      case .json: .json
      }
    return DiagnosticWriter(style: style, usesColor: usesColor).text(of: [diagnostic], in: source)
  }

  /// The findings of several inputs, others about wholes, and rows that are findings in the style of
  /// JSON already, as one JSON object.
  public static func json(
    of documents: [Document], and others: [Finding] = [], rows more: [String] = []
  ) -> String {
    let writer = DiagnosticWriter(style: .json)
    let rows =
      documents.flatMap { $0.jsonRows(writer) }
      + others.map { writer.json(of: $0.diagnostic, in: $0.source) }
    return ChainReport.json(ofFindings: rows + more)
  }
}
