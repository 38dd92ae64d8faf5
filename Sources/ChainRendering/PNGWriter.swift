import ChainGeometry
package import ChainScene

/// How a scene is drawn into pixels.
package struct PNGOptions: Hashable, Sendable {
  /// Enlarges the picture in print as well as in pixels.
  package var scale: Double
  /// Pixels in an inch of 72 points, written into the file.
  ///
  /// With 144, text is crisp on slides, and a figure as wide as a slide of 13.33 in has 1,920 pixels.
  package var dpi: Double
  /// Leaves out the background.
  package var transparent: Bool

  package init(scale: Double = 1, dpi: Double = 144, transparent: Bool = false) {
    self.scale = scale
    self.dpi = dpi
    self.transparent = transparent
  }

  /// Pixels of the longer side at most.
  package static let maximumSide = 16_384
  /// Pixels in all at most; drawing them takes about seven bytes each.
  package static let maximumArea = 1 << 26
}

/// The scene as a PNG file with the resolution, the title and the description in it.
///
/// Equal scenes give equal bytes; no library has a part in it. Drawing takes time in proportion to
/// the pixels, and memory of some rows. A scene without a background is drawn on white, unless the
/// picture is to be transparent.
package func png(
  _ scene: Scene, options: PNGOptions = PNGOptions()
) throws(RenderingError) -> [UInt8] {
  let drawing = try PixelDrawing(scene, options)
  var file = PNGFile()
  file.appendHeader(width: drawing.width, height: drawing.height, isOpaque: !options.transparent)
  file.append(resolution: options.dpi)
  file.append(keyword: "Title", text: scene.title)
  file.append(keyword: "Description", text: scene.description)
  file.append(keyword: "Comment", text: scene.metadata)
  var rows = PNGRows(width: drawing.width, isOpaque: !options.transparent)
  // Rows that stay in the processor's caches while they are drawn and written.
  drawing.draw(bandHeight: 64) { rows.append($0) }
  file.append(pixels: rows.finish())
  file.appendEnd()
  return file.bytes
}

/// The scene drawn into memory, for the same pixels that `png` writes.
package func pixels(
  _ scene: Scene, options: PNGOptions = PNGOptions()
) throws(RenderingError) -> PixelImage {
  let drawing = try PixelDrawing(scene, options)
  var words: [UInt32] = []
  drawing.draw(bandHeight: drawing.height) { words += $0 }
  return PixelImage(width: drawing.width, height: drawing.height, words: words)
}

/// A scene that is to be drawn in pixels.
private struct PixelDrawing {
  let width: Int
  let height: Int
  private let shapes: [FilledShape]
  private let paper: UInt32

  init(_ scene: Scene, _ options: PNGOptions) throws(RenderingError) {
    let scale = options.scale * options.dpi / 72
    guard scale.isFinite, scale > 0, options.scale > 0 else {
      throw .invalidResolution(scale: options.scale, dpi: options.dpi)
    }
    (width, height) = try pixelSize(of: scene, scale: scale)
    paper = options.transparent ? 0 : (scene.background ?? Color(hex: 0xFFFFFF)).opaqueWord
    shapes = ShapeList(scene, scale: scale).shapes
  }

  /// Draws some rows after the other and hands over their pixels.
  func draw(bandHeight: Int, _ use: (UnsafeBufferPointer<UInt32>) -> Void) {
    var band = PixelBand(width: width, height: min(bandHeight, height))
    for top in stride(from: 0, to: height, by: bandHeight) {
      let rows = top..<min(top + bandHeight, height)
      band.draw(shapes, in: rows, paper: paper)
      band.words.withUnsafeBufferPointer { use(.init(rebasing: $0[..<(rows.count * width)])) }
    }
  }
}

extension Color {
  /// As a pixel of full opacity.
  fileprivate var opaqueWord: UInt32 {
    0xFF00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }
}

/// The pixels that cover the scene.
///
/// A hundredth of a pixel beyond the last is not worth another one.
private func pixelSize(
  of scene: Scene, scale: Double
) throws(RenderingError) -> (width: Int, height: Int) {
  let width = max(1, (scene.size.width * scale - 0.01).rounded(.up))
  let height = max(1, (scene.size.height * scale - 0.01).rounded(.up))
  guard max(width, height) <= Double(PNGOptions.maximumSide),
    width * height <= Double(PNGOptions.maximumArea)
  else { throw .tooLarge(width: width, height: height) }
  return (Int(width), Int(height))
}
