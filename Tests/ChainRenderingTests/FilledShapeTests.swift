import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

/// One pixel a point, so that a pixel's place is a point's.
struct FilledShapeTests {
  private let paper = PixelImage.Pixel(red: 255, green: 255, blue: 255)
  private let ink = PixelImage.Pixel(red: 255, green: 0, blue: 0)

  private func drawn(
    _ element: SceneElement, size: Size = Size(width: 40, height: 20)
  ) throws -> PixelImage {
    try pixels(scene([element], size: size), options: PNGOptions(dpi: 72))
  }

  /// A minus sign is a bar: with an em of 200 pixels, its box in pixels after `place`.
  private func bar(_ sign: PlacedGlyph) throws -> Rectangle {
    let box = try inkBox(of: sign.glyph)
    let x = { 10 + 200 * (sign.x + sign.scale * $0) }
    let y = { 150 - 200 * (sign.y + sign.scale * $0) }
    return Rectangle(
      minX: x(box.minX), minY: y(box.maxY), maxX: x(box.maxX), maxY: y(box.minY))
  }

  private func drawn(bars: [PlacedGlyph], merged: Bool = false, color: Color) throws -> PixelImage {
    let element = formula(
      merged ? [] : bars, assemblies: merged ? [bars] : [], origin: Point(x: 10, y: 150),
      fontSize: 200, color: color)
    return try drawn(element, size: Size(width: 300, height: 200))
  }

  @Test(arguments: [(0.0, 0.0, 1.0), (0.2, 0.3, 1), (0.1, -0.1, 0.5)])
  func aGlyphIsFilledWhereItStands(x: Double, y: Double, scale: Double) throws {
    let sign = try glyph("−", x: x, y: y, scale: scale)
    let image = try drawn(bars: [sign], color: red)
    let box = try bar(sign)
    let middle = (x: Int(box.center.x), y: Int(box.center.y))
    #expect(image[middle.x, middle.y] == ink)
    #expect(image[Int(box.minX) + 1 + Int(box.height), middle.y] == ink)
    #expect(image[Int(box.maxX) - 1 - Int(box.height), middle.y] == ink)
    #expect(image[Int(box.minX) - 2, middle.y] == paper)
    #expect(image[Int(box.maxX) + 2, middle.y] == paper)
    #expect(image[middle.x, Int(box.minY) - 2] == paper)
    #expect(image[middle.x, Int(box.maxY) + 2] == paper)
  }

  @Test func overlappingPiecesShowNoSeam() throws {
    let pieces = [try glyph("−"), try glyph("−", y: 0.02)]
    let image = try drawn(
      bars: pieces, merged: true, color: Color(red: 255, green: 0, blue: 0, alpha: 0.5))
    let lower = try bar(pieces[0])
    let upper = try bar(pieces[1])
    let column = Int(lower.center.x)
    let overlap = image[column, Int((lower.minY + upper.maxY) / 2)]
    #expect(overlap == image[column, Int(lower.maxY) - 2])
    #expect(overlap == image[column, Int(upper.minY) + 2])
    #expect(overlap != paper)
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
