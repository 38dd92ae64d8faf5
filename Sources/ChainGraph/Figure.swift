import ChainDerivation
import ChainDiagnostics
import ChainFigure
import ChainReport
import ChainScene
import GraphLayout
import MathTypesetting

/// A figure: the graph of a computation with the derivatives on its edges.
public struct Figure: Sendable {
  let prepared: PreparedFigure

  init(_ prepared: PreparedFigure) {
    self.prepared = prepared
  }

  /// Where the figure stands in its input, from 1; figures with an error are counted too.
  public var number: Int { prepared.number }

  /// The title as the input has it, with its `$…$`.
  public var title: String? { prepared.settings[.title] }

  /// The derivatives asked for, in order.
  public var derivatives: [Derivative] {
    prepared.derivation.derivatives.map { Derivative($0, of: prepared.derivation) }
  }

  /// How many nodes and edges are drawn.
  public var nodeCount: Int { prepared.derivation.figure.nodes.count }
  /// How many edges are drawn.
  public var edgeCount: Int { prepared.derivation.figure.edges.count }

  /// Whether no derivative disagrees with its numeric check.
  ///
  /// A figure that fails is not drawn.
  public var isChecked: Bool { prepared.derivation.derivatives.allSatisfy(\.isSound) }

  /// The derivation in plain text.
  public var text: String { ChainReport.text(of: report) }

  /// The graph in the language of Graphviz, its labels as plain text.
  public var dot: String { ChainReport.dot(of: outline) }

  var outline: FigureOutline {
    ChainFigure.outline(
      of: prepared.derivation, header: header, options: prepared.settings.figure)
  }

  var report: FigureReport {
    FigureReport(
      title: title, derivation: prepared.derivation, diagnostics: prepared.diagnostics,
      source: prepared.source, spellings: prepared.spellings,
      digits: prepared.settings.figure.digits,
      show: prepared.settings.figure.show, mode: prepared.settings.figure.mode,
      form: prepared.settings.figure.form)
  }

  /// The figure drawn.
  public func picture() throws(DrawingError) -> Picture {
    try refuseUndrawable()
    let settings = prepared.settings
    do {
      let font = try MathFont.load(settings[.font])
      let (scene, warnings) = try ChainFigure.scene(
        of: prepared.derivation, header: header, options: settings.figure, font: font)
      let problems = warnings + (settings.shrunkText(scene).map { [$0] } ?? [])
      return Picture(
        scene: scene, settings: settings,
        warnings: problems.map { Finding(.warning, id: "layout", $0, in: prepared.source.name) })
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }

  /// The figure as an SVG document, UTF-8.
  public func svg() throws(DrawingError) -> [UInt8] { try picture().svg() }

  /// The figure as a PNG image.
  public func png() throws(DrawingError) -> [UInt8] { try picture().png() }

  /// The figure as a PDF file of one page, its text in embedded fonts.
  public func pdf() throws(DrawingError) -> [UInt8] { try picture().pdf() }

  /// The figure as Encapsulated PostScript.
  public func eps() throws(DrawingError) -> [UInt8] { try picture().eps() }

  /// Throws what keeps the figure from being drawn: a failed check, or too many nodes.
  func refuseUndrawable() throws(DrawingError) {
    guard isChecked else {
      throw DrawingError(description: "a derivative failed its numeric check")
    }
    if let problem = FigureSize.drawingProblem(nodeCount: nodeCount) {
      throw DrawingError(description: problem, isOfInput: true)
    }
  }

  var header: FigureHeader {
    FigureHeader(
      title: title, caption: prepared.settings[.caption], alternative: prepared.settings[.alt],
      facts: [])
  }
}
