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
  /// The plots without an error, in order; none unless the input was read for them.
  public let plots: [Plot]
  /// How many figures, or plots, the input has, those with errors included; 0 if nothing could be
  /// read.
  public let figureCount: Int
  /// Errors and warnings of all figures, in order.
  public var findings: [Finding] {
    diagnostics.map { Finding($0, in: source) }
      + pointDiagnostics.map { Finding($0, in: pointSource) }
  }
  /// Whether a figure is missing for an error.
  public var hasErrors: Bool { diagnostics.containsError || pointDiagnostics.containsError }

  /// What an input is read for.
  public enum Purpose: Hashable, Sendable {
    /// Its graphs, with their derivatives.
    case figures
    /// The same to be drawn; what is too large for a picture is an error at once.
    case pictures
    /// What its `plot` lines ask for.
    case plots
  }

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
  ///   - purpose: whether its figures or its plots are wanted.
  public init(
    bytes: [UInt8], name: String = "<input>", settings: FigureSettings = FigureSettings(),
    point: String? = nil, for purpose: Purpose = .figures
  ) {
    self.init(
      SourceText(name: name, bytes: bytes), settings: settings, point: point, for: purpose)
  }

  init(
    _ source: SourceText, settings: FigureSettings, point: String?, for purpose: Purpose
  ) {
    self.source = source
    pointSource = SourceText(name: "--at", point ?? "")
    let file = parse(source)
    let override = point.map { [pointSource] _ in
      OverridingPoint(figure: parsePoint(pointSource), source: pointSource)
    }
    var figures: [Figure] = []
    var plots: [Plot] = []
    var plotCount = 0
    var found = file.diagnostics
    var foundInPoint = override?.figure.diagnostics ?? []
    if !foundInPoint.containsError {
      for (index, syntax) in file.figures.enumerated() {
        switch purpose {
        case .figures, .pictures:
          let result = prepare(
            syntax, number: index + 1, in: source, settings: settings, overridingPoint: override,
            isDrawn: purpose == .pictures)
          found += result.diagnostics
          foundInPoint += result.pointDiagnostics
          if let figure = result.figure { figures.append(Figure(figure)) }
        case .plots:
          let result = preparePlots(
            syntax, first: plotCount + 1, in: source, settings: settings,
            overridingPoint: override)
          found += result.diagnostics
          foundInPoint += result.pointDiagnostics
          plots += result.plots.map { Plot($0) }
          plotCount += syntax.plotCount
        }
      }
      if purpose == .plots, plotCount == 0, !found.containsError {
        found.append(.nothingToPlot(at: file.figures.last?.range))
      }
      if let override { foundInPoint += strangers(in: override.figure, to: file.figures) }
    }
    diagnostics = found.inReadingOrder()
    pointDiagnostics = foundInPoint.inReadingOrder()
    figureCount = purpose == .plots ? plotCount : file.figures.count
    self.figures = figures
    self.plots = plots
  }

  /// Reads an input given as a string.
  public init(
    _ text: String, name: String = "<input>", settings: FigureSettings = FigureSettings(),
    point: String? = nil, for purpose: Purpose = .figures
  ) {
    self.init(
      bytes: Array(text.utf8), name: name, settings: settings, point: point, for: purpose)
  }

  /// The findings as text for their author; empty if there are none, except as JSON.
  public func report(style: Finding.Style = .human, usesColor: Bool = false) -> String {
    let writer: DiagnosticWriter
    switch style {
    case .human: writer = DiagnosticWriter(style: .human, usesColor: usesColor)
    case .short: writer = DiagnosticWriter(style: .short)
    case .json: return Finding.json(of: [self])
    }
    return writer.text(of: diagnostics, in: source)
      + writer.text(of: pointDiagnostics, in: pointSource)
  }

  /// The findings as JSON objects, the gravest where they are very many.
  func jsonRows(_ writer: DiagnosticWriter) -> [String] {
    [(diagnostics, source), (pointDiagnostics, pointSource)].flatMap { found, source in
      writer.mostImportant(found).map { writer.json(of: $0, in: source) }
    }
  }

  /// All figures as one JSON object.
  public var json: String { Document.json(of: figures) }

  /// The derivations of all figures as a LaTeX document.
  public var latex: String { ChainReport.latex(of: figures.map(\.outline)) }

  /// The derivations of all figures in Markdown.
  public var markdown: String { ChainReport.markdown(of: figures.map(\.outline)) }

  /// Figures, of several documents perhaps, as one JSON object.
  public static func json(of figures: [Figure]) -> String {
    ChainReport.json(of: figures.map(\.report))
  }
}

extension FigureSyntax {
  /// How many plots it asks for.
  fileprivate var plotCount: Int {
    statements.count { if case .plot = $0 { true } else { false } }
  }
}

/// Names that a point from outside gives a value although no figure has them.
private func strangers(
  in point: FigureSyntax, to figures: [FigureSyntax]
) -> [Diagnostic] {
  let names = point.statements.flatMap { statement -> [NameSyntax] in
    if case .point(let point) = statement { point.values.map(\.name) } else { [] }
  }
  return names.compactMap { name in
    let spelling = point.names[name.id].spelling
    guard !figures.isEmpty, !figures.contains(where: { $0.names.find(spelling) != nil }) else {
      return nil
    }
    return .warning(
      "unknown-name", "no figure has the name `\(spelling)`", at: name.range,
      help: nearest(to: spelling, among: figures.flatMap { $0.names.entries.map(\.spelling) })
        .map { "replace `\(spelling)` with `\($0)`" })
  }
}
