import ChainDerivation
import ChainDiagnostics
import ChainFigure
import ChainPlot
import MathTypesetting

/// A plot: a curve with secants and tangent, or contours with gradients.
public struct Plot: Sendable {
  private let prepared: PreparedPlot

  init(_ prepared: PreparedPlot) {
    self.prepared = prepared
  }

  /// Where the plot stands among those of its input, from 1; those with an error are counted too.
  public var number: Int { prepared.number }

  /// What is plotted, as the input spells it.
  public var function: String { prepared.functionName }

  /// Along what, one name or two.
  public var variables: [String] { prepared.subject.variables.map(\.name) }

  /// Whether no derivative disagrees with its numeric check; a plot that fails is not drawn.
  public var isChecked: Bool { prepared.subject.derivation.derivatives.allSatisfy(\.isSound) }

  /// The plot drawn.
  public func picture() throws(DrawingError) -> Picture {
    guard isChecked else {
      throw DrawingError(description: "a derivative failed its numeric check")
    }
    let settings = prepared.settings
    let header = FigureHeader(
      title: settings[.title], caption: settings[.caption], alternative: settings[.alt], facts: [])
    do {
      let font = try MathFont.load(settings[.font])
      let (scene, warnings) = try ChainPlot.scene(
        of: prepared.subject, header: header, options: settings.figure, font: font)
      return Picture(
        scene: scene, settings: settings,
        warnings: warnings.map { Finding(.warning, id: "layout", $0, in: prepared.source.name) })
    } catch {
      throw DrawingError(error)
    }
  }
}
