import ChainDiagnostics
import ChainSyntax

/// An input read for its form alone: what its text looks like when a careful author writes it.
///
///     SourceForm("f(x)=x^2+1").text  // "f(x) = x^2 + 1\n"
///
/// Statements, comments and the breaks between lines stay; only blanks change.
public struct SourceForm: Sendable {
  /// The canonical form; nil for an input that cannot be read.
  public let text: String?
  /// What keeps it from being read.
  public var findings: [Finding] { diagnostics.map { Finding($0, in: source) } }

  private let source: SourceText
  private let diagnostics: [Diagnostic]
  private let statements: [Statement]

  /// Reads an input, UTF-8, of a name by which findings call it.
  public init(bytes: [UInt8], name: String = "<input>") {
    source = SourceText(name: name, bytes: bytes)
    let file = parse(source)
    statements = file.figures.flatMap(\.statements)
    let found = file.diagnostics + file.figures.flatMap(\.diagnostics)
    diagnostics = found.filter { $0.severity == .error }.inReadingOrder()
    text = formatted(source)
  }

  /// Reads an input given as a string.
  public init(_ text: String, name: String = "<input>") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// What the input's `set` lines give a setting, in their order.
  public func values(of key: FigureSettings.Key) -> [String] {
    statements.compactMap { statement in
      guard case .setting(let setting) = statement, setting.key == key.rawValue else { return nil }
      return setting.value
    }
  }

  /// Whether the input asks for plots and for no derivative.
  public var hasOnlyPlots: Bool {
    let asksForPlots = statements.contains { if case .plot = $0 { true } else { false } }
    return asksForPlots && !statements.contains { if case .query = $0 { true } else { false } }
  }
}
