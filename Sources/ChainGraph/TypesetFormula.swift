import ChainDiagnostics
import ChainGeometry
import ChainScene
import MathTypesetting

/// One formula set in display style.
public struct TypesetFormula: Sendable {
  private let layout: MathLayout
  private let font: MathFont
  private let fontSize: Double

  /// What was not understood in the source.
  public let problems: [Finding]

  /// Reads and sets a formula.
  ///
  /// - Parameters:
  ///   - tex: the formula without dollar signs.
  ///   - fontSize: in points.
  ///   - family: of an OpenType math font; nil for Latin Modern.
  public init(tex: String, fontSize: Double, font family: String? = nil) throws(DrawingError) {
    do {
      font = try MathFont.load(family)
    } catch {
      throw DrawingError(error)
    }
    let (formula, problems) = readTeX(tex)
    layout = font.layout(formula, style: .display)
    self.fontSize = fontSize
    let source = SourceText(name: "<formula>", tex)
    self.problems = problems.map { problem in
      let start = tex.index(tex.startIndex, offsetBy: problem.column, limitedBy: tex.endIndex)
      let offset = tex.utf8.distance(from: tex.startIndex, to: start ?? tex.endIndex)
      let place = SourceRange(offset, offset)
      return Finding(.error("formula", problem.message, at: place), in: source)
    }
  }

  /// The width in points.
  public var width: Double { layout.width * fontSize }
  /// The height above the baseline in points.
  public var height: Double { layout.height * fontSize }
  /// The depth below the baseline in points.
  public var depth: Double { layout.depth * fontSize }

  /// Width, height and depth in points as a JSON object, to a millionth.
  public var json: String {
    let lengths = [width, height, depth].map { ($0 * 1e6).rounded() / 1e6 }
    return
      "{ \"width\": \(lengths[0]), \"height\": \(lengths[1]), \"depth\": \(lengths[2]) }\n"
  }

  /// The formula as an SVG document.
  public func svg() -> [UInt8] { picture.svg() }

  /// The formula as a PNG image.
  public func png() throws(DrawingError) -> [UInt8] { try picture.png() }

  /// The formula as a PDF file, its text in embedded fonts.
  public func pdf() throws(DrawingError) -> [UInt8] { try picture.pdf() }

  /// The formula as Encapsulated PostScript.
  public func eps() throws(DrawingError) -> [UInt8] { try picture.eps() }

  private var picture: Picture {
    Picture(scene: scene, settings: FigureSettings(), warnings: [])
  }

  /// The logical box, and the ink where it sticks out.
  private var scene: Scene {
    let left = min(0, layout.ink.minX) * fontSize
    let right = max(layout.width, layout.ink.maxX) * fontSize
    let top = max(layout.height, layout.ink.maxY) * fontSize
    let bottom = min(-layout.depth, layout.ink.minY) * fontSize
    let formula = PlacedFormula(
      layout: layout, origin: Point(x: -left, y: top), fontSize: fontSize,
      color: Color(hex: 0x000000))
    return Scene(
      size: Size(width: right - left, height: top - bottom), background: nil, title: layout.text,
      description: "", metadata: "", elements: [.formula(formula)], font: font)
  }
}
