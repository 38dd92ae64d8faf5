import ChainDiagnostics
import ChainElaboration
import ChainReport
import ChainSyntax

/// An input read: its figures, derived and checked, and what is wrong with it.
///
///     let document = Document("f = x^2 + y\ndf/dx\nat x = 3, y = 1\n")
///     let derivative = document.figures[0].derivatives[0]
///     derivative.expression  // "2*x"
///
/// Reading never fails: an input with errors has findings, and no figure where one has an error.
/// The same input gives the same document.
public struct Document: Sendable {
  /// The figures without an error, in order.
  public let figures: [Figure]
  /// Errors and warnings of all figures, in order.
  public let findings: [Finding]

  private let source: SourceText
  private let diagnostics: [Diagnostic]
  private let pointSource: SourceText
  private let pointDiagnostics: [Diagnostic]

  /// Reads, derives and checks every figure of an input.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; anything else is a finding.
  ///   - name: what findings call the input, usually its path.
  ///   - settings: win over the input's `set` lines.
  ///   - point: as after `at` in an input; wins over the input's, name by name.
  public init(
    bytes: [UInt8], name: String = "<input>", settings: FigureSettings = FigureSettings(),
    point: String? = nil
  ) {
    source = SourceText(name: name, bytes: bytes)
    pointSource = SourceText(name: "--at", point ?? "")
    let file = parse(source)
    let override = point.map { [pointSource] _ in
      OverridingPoint(figure: parsePoint(pointSource), source: pointSource)
    }
    var prepared: [PreparedFigure] = []
    var found = file.diagnostics
    var foundInPoint = override?.figure.diagnostics ?? []
    if !foundInPoint.containsError {
      for syntax in file.figures {
        let result = prepare(syntax, in: source, settings: settings, overridingPoint: override)
        found += result.diagnostics
        foundInPoint += result.pointDiagnostics
        if let figure = result.figure { prepared.append(figure) }
      }
    }
    diagnostics = found
    pointDiagnostics = foundInPoint
    figures = prepared.map { [found] in Figure($0, diagnostics: found) }
    findings = Document.findings(found, source) + Document.findings(foundInPoint, pointSource)
  }

  private static func findings(_ diagnostics: [Diagnostic], _ source: SourceText) -> [Finding] {
    diagnostics.inReadingOrder().map { Finding($0, in: source) }
  }

  /// Reads an input given as a string.
  public init(
    _ text: String, name: String = "<input>", settings: FigureSettings = FigureSettings(),
    point: String? = nil
  ) {
    self.init(bytes: Array(text.utf8), name: name, settings: settings, point: point)
  }

  /// The findings as text for their author; empty if there are none.
  public func report(style: Finding.Style = .human, usesColor: Bool = false) -> String {
    let writer = DiagnosticWriter(style: style.writerStyle, usesColor: usesColor)
    let main = diagnostics.isEmpty ? "" : writer.text(of: diagnostics, in: source)
    let point = pointDiagnostics.isEmpty ? "" : writer.text(of: pointDiagnostics, in: pointSource)
    return main + point
  }

  /// All figures as one JSON object.
  public var json: String { Document.json(of: figures) }

  /// Figures, of several documents perhaps, as one JSON object.
  public static func json(of figures: [Figure]) -> String {
    ChainReport.json(of: figures.map(\.report))
  }
}

extension Finding.Style {
  fileprivate var writerStyle: DiagnosticWriter.Style {
    switch self {
    case .human: .human
    case .short: .short
    case .json: .json
    }
  }
}
