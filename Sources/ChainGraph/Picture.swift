import ChainRendering
import ChainScene

/// A figure drawn, ready to be written in any format.
public struct Picture: Sendable {
  private let scene: Scene
  private let settings: FigureSettings

  /// What could not be drawn as the profile asks, and what may help.
  public let warnings: [Finding]

  init(scene: Scene, settings: FigureSettings, warnings: [Finding]) {
    self.scene = scene
    self.settings = settings
    self.warnings = warnings
  }

  /// A picture a step where the figure is revealed in steps, all of one size; else itself alone.
  ///
  /// Nothing moves from one to the next, and the last is the whole figure.
  public var frames: [Picture] {
    scene.frames.map { Picture(scene: $0, settings: settings, warnings: warnings) }
  }

  /// Whether its SVG is one document that plays the steps.
  public var isAnimated: Bool { settings.isAnimated }

  /// The picture as an SVG document, UTF-8.
  public func svg() -> [UInt8] { ChainRendering.svg(scene, options: settings.svg(scene)) }

  /// The picture as a PNG image.
  public func png() throws(DrawingError) -> [UInt8] {
    do {
      return try ChainRendering.png(scene, options: settings.png(scene))
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }
}

extension Picture {
  /// The picture as a PDF file of one page.
  public func pdf() throws(DrawingError) -> [UInt8] { try Picture.pdf([self]) }

  /// Pictures as one PDF file, a page each; there must be one, whose settings count for all.
  public static func pdf(_ pages: [Picture]) throws(DrawingError) -> [UInt8] {
    do {
      return try ChainRendering.pdf(
        pages.map(\.scene), options: pages[0].settings.document(pages[0].scene))
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }

  /// The picture as a LaTeX document of one TikZ picture, to be edited by hand.
  public func tikz() -> [UInt8] { ChainRendering.tikz(scene, options: settings.document(scene)) }

  /// The picture as Encapsulated PostScript.
  public func eps() throws(DrawingError) -> [UInt8] {
    do {
      return try ChainRendering.eps(scene, options: settings.document(scene))
    } catch {
      throw DrawingError(description: "\(error)")
    }
  }
}

/// Why a figure could not be drawn.
public struct DrawingError: Error, CustomStringConvertible {
  /// One sentence, with the mend where there is one.
  public let description: String
  /// Whether the input asks for more than can be drawn; else the fault is not its author's.
  public let isOfInput: Bool

  init(description: String, isOfInput: Bool = false) {
    self.description = description
    self.isOfInput = isOfInput
  }
}
