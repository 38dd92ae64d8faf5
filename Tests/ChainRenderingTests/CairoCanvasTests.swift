import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

/// One pixel a point, so that a pixel's place is a point's.
struct CairoCanvasTests {
  private let paper = PixelImage.Pixel(red: 255, green: 255, blue: 255)
  private let ink = PixelImage.Pixel(red: 255, green: 0, blue: 0)

  private func drawn(_ element: SceneElement) throws -> PixelImage {
    try pixels(scene([element]), options: PNGOptions(dpi: 72))
  }

  @Test func aGlyphStandsOnItsBaseline() throws {
    // 5 wide and 7 high, its lower left corner at (10, 15).
    let image = try drawn(formula([glyph(5)], color: red))
    #expect(image[10, 14] == ink)
    #expect(image[14, 9] == ink)
    #expect(image[12, 15] == paper)
    #expect(image[9, 12] == paper)
    #expect(image[15, 12] == paper)
  }

  @Test func scriptsAreSmallerAndShifted() throws {
    let image = try drawn(formula([glyph(10, x: 1, y: 0.5, scale: 0.5)], color: red))
    #expect(image[20, 9] == ink)
    #expect(image[24, 8] == ink)
    #expect(image[25, 8] == paper)
    #expect(image[22, 10] == paper)
  }

  @Test func theFacesHaveTheirOwnUnits() throws {
    let image = try drawn(formula([glyph(20, face: .fallback)], fontSize: 2.048 * 5, color: red))
    // 2000 of 2048 units at 10.24 pt.
    #expect(image[19, 14] == ink)
    #expect(image[20, 14] == paper)
  }

  @Test func overlappingPiecesShowNoSeam() throws {
    let pieces = [glyph(5), glyph(5, y: 0.3)]
    let image = try drawn(
      formula([], assemblies: [pieces], color: Color(red: 255, green: 0, blue: 0, alpha: 0.5)))
    #expect(image[12, 14] == image[12, 10])
    #expect(image[12, 14] == image[12, 6])
    #expect(image[12, 14] != paper)
  }

  @Test func rulesLieAboveTheBaseline() throws {
    let rule = Rule(x: 0, y: 0.5, width: 2, height: 0.2)
    let image = try drawn(formula([], rules: [rule], color: red))
    #expect(image[10, 9] == ink)
    #expect(image[29, 8] == ink)
    #expect(image[20, 10] == paper)
    #expect(image[20, 7] == paper)
  }

  @Test func shapesAreFilledBelowTheirStroke() throws {
    let box = Rectangle(minX: 4, minY: 4, maxX: 36, maxY: 16)
    let image = try drawn(
      .rectangle(box, cornerRadius: 4, stroke: Stroke(color: red, width: 2), fill: blue))
    #expect(image[20, 3] == ink)
    #expect(image[20, 4] == ink)
    #expect(image[20, 10] == .init(red: 0, green: 0, blue: 255))
    #expect(image[3, 3] == paper)
    let ellipse = try drawn(.ellipse(box, stroke: nil, fill: red))
    #expect(ellipse[20, 10] == ink)
    #expect(ellipse[5, 5] == paper)
  }

  @Test func dashesLeaveGaps() throws {
    let line = Path([.move(Point(x: 0, y: 10)), .line(Point(x: 40, y: 10))])
    let image = try drawn(
      .path(line, stroke: Stroke(color: red, width: 2, dash: [10, 10]), fill: nil))
    #expect(image[5, 10] == ink)
    #expect(image[15, 10] == paper)
    #expect(image[25, 10] == ink)
  }

  @Test func whatIsLaterLiesAbove() throws {
    let box = Rectangle(minX: 0, minY: 0, maxX: 40, maxY: 20)
    let group = SceneGroup(
      role: .note, text: "",
      elements: [
        .rectangle(box, cornerRadius: 0, stroke: nil, fill: blue),
        .rectangle(box, cornerRadius: 0, stroke: nil, fill: red),
      ])
    #expect(try drawn(.group(group))[20, 10] == ink)
  }

  @Test func resolutionEnlargesEverything() throws {
    let line = Path([.move(Point(x: 0, y: 10)), .line(Point(x: 40, y: 10))])
    let element = SceneElement.path(
      line, stroke: Stroke(color: red, width: 2, dash: [10, 10]), fill: nil)
    let image = try pixels(scene([element]), options: PNGOptions(scale: 2, dpi: 144))
    #expect(image[20, 43] == ink)
    #expect(image[20, 44] == paper)
    #expect(image[60, 40] == paper)
  }
}
