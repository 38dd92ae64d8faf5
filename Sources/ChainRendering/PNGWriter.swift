import CCairo
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
/// Equal scenes give equal bytes with the same versions of Cairo and zlib, which are opened on the
/// first call. Drawing takes time in proportion to the pixels. A scene without a background is drawn
/// on white, unless the picture is to be transparent.
package func png(
  _ scene: Scene, options: PNGOptions = PNGOptions()
) throws(RenderingError) -> [UInt8] {
  let image = try pixels(scene, options: options)
  var file = PNGFile()
  file.appendHeader(of: image)
  file.append(resolution: options.dpi)
  file.append(keyword: "Title", text: scene.title)
  file.append(keyword: "Description", text: scene.description)
  file.append(keyword: "Comment", text: scene.metadata)
  try file.append(pixels: image)
  file.appendEnd()
  return file.bytes
}

/// The scene drawn into memory, for the same pixels that `png` writes.
package func pixels(
  _ scene: Scene, options: PNGOptions = PNGOptions()
) throws(RenderingError) -> PixelImage {
  let scale = options.scale * options.dpi / 72
  guard scale.isFinite, scale > 0, options.scale > 0 else {
    throw .invalidResolution(scale: options.scale, dpi: options.dpi)
  }
  let (width, height) = try pixelSize(of: scene, scale: scale)
  try loadLibraries()
  let paper = options.transparent ? 0 : (scene.background ?? Color(hex: 0xFFFFFF)).opaqueWord
  var image = PixelImage(
    width: width, height: height, isOpaque: !options.transparent,
    words: largeArray(of: width * height, paper))
  try image.draw(scene, scale: scale)
  return image
}

/// As many of a value, for arrays of megabytes.
func largeArray<Value: BitwiseCopyable>(of count: Int, _ value: Value) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { target, initialized in
    guard let start = target.baseAddress else { return }
    ccairo_expect_writing(start, count * MemoryLayout<Value>.stride)
    target.initialize(repeating: value)
    initialized = count
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

private func loadLibraries() throws(RenderingError) {
  switch ccairo_load() {
  case ccairo_no_cairo: throw .missingLibrary(name: "Cairo", package: "libcairo2")
  case ccairo_no_zlib: throw .missingLibrary(name: "zlib", package: "zlib1g")
  default: return
  }
}

extension PixelImage {
  fileprivate mutating func draw(_ scene: Scene, scale: Double) throws(RenderingError) {
    let (width, height, isOpaque) = (width, height, isOpaque)
    let failure: String? = words.withUnsafeMutableBufferPointer { words in
      guard let start = words.baseAddress,
        let canvas = CairoCanvas(
          pixels: start, width: width, height: height, isOpaque: isOpaque, scale: scale)
      else { return "out of memory" }
      canvas.draw(scene.elements, font: scene.font)
      return canvas.finish()
    }
    if let failure { throw .drawing(failure) }
  }
}
