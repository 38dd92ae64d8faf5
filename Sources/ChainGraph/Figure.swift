import ChainDerivation
import ChainDiagnostics
import ChainFigure
import ChainNotation
import ChainRendering
import ChainReport
import ChainScene
import ExpressionGraph
import GraphLayout
import MathTypesetting
import NumericEvaluation

/// A figure: the graph of a computation with the derivatives on its edges.
public struct Figure: Sendable {
  private let prepared: PreparedFigure
  private let diagnostics: [Diagnostic]

  init(_ prepared: PreparedFigure, diagnostics: [Diagnostic]) {
    self.prepared = prepared
    self.diagnostics = diagnostics
  }

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

  /// Whether no derivative disagrees with its numeric check. A figure that fails is not drawn.
  public var isChecked: Bool {
    derivatives.allSatisfy(\.isChecked)
  }

  /// The derivation in plain text.
  public var text: String { ChainReport.text(of: report) }

  var report: FigureReport {
    FigureReport(
      title: title, derivation: prepared.derivation, diagnostics: diagnostics,
      source: prepared.source)
  }

  /// The figure as an SVG document, UTF-8.
  public func svg() throws(DrawingError) -> [UInt8] {
    ChainRendering.svg(try scene(), options: prepared.settings.svg)
  }

  /// The figure as a PNG image.
  public func png() throws(DrawingError) -> [UInt8] {
    let scene = try scene()
    do {
      return try ChainRendering.png(scene, options: prepared.settings.png)
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }

  private func scene() throws(DrawingError) -> Scene {
    guard isChecked else {
      throw DrawingError(description: "a derivative failed its numeric check")
    }
    do {
      let font = try MathFont.load(prepared.settings[.font])
      return try ChainFigure.scene(
        of: prepared.derivation, header: header, options: prepared.settings.figure, font: font
      ).scene
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }

  private var header: FigureHeader {
    FigureHeader(
      title: title, caption: prepared.settings[.caption], alternative: prepared.settings[.alt],
      facts: [])
  }
}

/// Why a figure could not be drawn.
public struct DrawingError: Error, CustomStringConvertible {
  /// One sentence, with the mend where there is one.
  public let description: String
}

/// A derivative of a figure.
public struct Derivative: Sendable {
  /// What is differentiated, as the input names it.
  public let output: String
  /// By what, one name an order.
  public let inputs: [String]
  /// The derivative in the inputs' names, as text of the input language.
  public let expression: String
  /// The entries of its value at the point, row by row, output's axes before the input's; nil
  /// where no point is given.
  public let value: [Double]?
  /// How many paths the chain rule sums over; decimal, since there can be very many.
  public let pathCount: String
  /// The largest relative difference from central differences; nil where no point was usable.
  public let checkError: Double?
  /// At how many points it was compared.
  public let checkPoints: Int
  /// Whether it agrees with central differences, and with accumulation over the figure's edges.
  public let isChecked: Bool

  init(_ row: QueryDerivation, of derivation: Derivation) {
    output = row.query.outputName
    inputs = row.query.inputNames
    let notation = Notation(graph: derivation.graph)
    expression = notation.phrase(
      of: row.total, orientation: row.outputShape.isScalar ? .row : .column
    ).text
    value = derivation.value(of: row.total)?.data
    pathCount = row.pathCount.description
    checkPoints = row.check.points
    isChecked = row.check.passed && row.agrees != false
    checkError = row.check.points > 0 ? row.check.maxRelativeError : nil
  }
}
