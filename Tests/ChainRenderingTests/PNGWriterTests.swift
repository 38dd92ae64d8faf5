import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct PNGWriterTests {
  @Test(arguments: [
    (1.0, 72.0, 40, 20), (1, 144, 80, 40), (2, 72, 80, 40), (0.01, 72, 1, 1), (1, 73, 41, 21),
  ])
  func scaleAndResolutionDecideTheSize(scale: Double, dpi: Double, width: Int, height: Int) throws {
    let image = try pixels(scene(), options: PNGOptions(scale: scale, dpi: dpi))
    #expect(image.width == width)
    #expect(image.height == height)
  }

  @Test func equalScenesGiveEqualBytes() throws {
    #expect(try png(everything()) == png(everything()))
  }

  @Test func transparencyKeepsOnlyWhatIsDrawn() throws {
    let square = SceneElement.rectangle(
      Rectangle(minX: 0, minY: 0, maxX: 20, maxY: 20), cornerRadius: 0, stroke: nil,
      fill: Color(red: 200, green: 100, blue: 50, alpha: 0.5))
    let options = PNGOptions(dpi: 72, transparent: true)
    let image = try pixels(scene([square]), options: options)
    #expect(image[30, 10] == .init(red: 0, green: 0, blue: 0, alpha: 0))
    #expect(image[10, 10].alpha == 128)
    #expect(abs(Int(image[10, 10].red) - 200) <= 1)
  }

  @Test func withoutABackgroundThePaperIsWhite() throws {
    let white = try pixels(scene(background: nil))
    let blueOne = try pixels(scene(background: blue))
    #expect(white[3, 3] == .init(red: 255, green: 255, blue: 255))
    #expect(blueOne[3, 3] == .init(red: 0, green: 0, blue: 255))
  }

  @Test(arguments: [(0.0, 144.0), (-1, 144), (1, 0), (-1, -144), (.nan, 144), (.infinity, 144)])
  func aResolutionMustBePositive(scale: Double, dpi: Double) {
    #expect {
      _ = try png(scene(), options: PNGOptions(scale: scale, dpi: dpi))
    } throws: { error in
      guard case .invalidResolution = error as? RenderingError else { return false }
      return true
    }
  }

  @Test(arguments: [Size(width: 16_385, height: 1), Size(width: 9000, height: 9000)])
  func tooManyPixelsAreRefused(size: Size) {
    #expect(throws: RenderingError.tooLarge(width: size.width, height: size.height)) {
      try png(scene(size: size), options: PNGOptions(dpi: 72))
    }
    #expect(throws: RenderingError.self) {
      try png(scene(), options: PNGOptions(scale: 1e300))
    }
  }
}
