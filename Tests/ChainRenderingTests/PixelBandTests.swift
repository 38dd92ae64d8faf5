import ChainGeometry
import ChainScene
import Testing

@testable import ChainRendering

struct PixelBandTests {
  /// The red channel's distance from white, row by row, of black polygons on white.
  private func coverage(
    _ polygons: [[Point]], width: Int = 4, height: Int = 3, rows: Range<Int>? = nil
  ) -> [Int] {
    var shape = FilledShape(black)
    for polygon in polygons { shape.append(polygon) }
    let rows = rows ?? 0..<height
    var band = PixelBand(width: width, height: rows.count)
    band.draw([shape], in: rows, paper: 0xFFFF_FFFF)
    return band.words.map { 255 - Int($0 >> 16 & 0xFF) }
  }

  private func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY),
      Point(x: minX, y: maxY),
    ]
  }

  @Test func aPixelIsCoveredByTheAreaInIt() {
    #expect(
      coverage([box(0.5, 0.5, 2, 2)]) == [
        64, 128, 0, 0,
        128, 255, 0, 0,
        0, 0, 0, 0,
      ])
  }

  @Test func aSlantedEdgeCoversTriangles() {
    let triangle = [Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 0, y: 2)]
    #expect(coverage([triangle], height: 2) == [255, 255, 191, 64, 191, 64, 0, 0])
  }

  @Test func overlapsCountOnceAndHolesNot() {
    #expect(coverage([box(0, 0, 3, 1), box(1, 0, 4, 1)], height: 1) == [255, 255, 255, 255])
    #expect(
      coverage([box(0, 0, 4, 1), box(1, 0, 3, 1).reversed()], height: 1) == [255, 0, 0, 255])
  }

  @Test func whatLiesOutsideIsCutOff() {
    #expect(coverage([box(-9, -9, 1, 1)], height: 1) == [255, 0, 0, 0])
    #expect(coverage([box(3, -9, 90, 90)], height: 1) == [0, 0, 0, 255])
    #expect(coverage([box(-9, 0, 90, 1)], height: 1) == [255, 255, 255, 255])
    #expect(coverage([box(5, 0, 9, 9)], height: 1) == [0, 0, 0, 0])
  }

  @Test func bandsJoinToTheWhole() {
    let disc = Path.ellipse(in: Rectangle(minX: 1, minY: 1, maxX: 29, maxY: 27)).polylines { $0 }
    let polygons = disc.map(\.points)
    let whole = coverage(polygons, width: 30, height: 28)
    let bands: [Range<Int>] = [0..<5, 5..<6, 6..<20, 20..<28]
    let joined = bands.map { coverage(polygons, width: 30, rows: $0) }.joined()
    #expect(Array(joined) == whole)
    // The area of the circle's polygon, each pixel rounded.
    let area = Double(whole.reduce(0, +)) / 255
    #expect(abs(area - 0.25 * .pi * 28 * 26) < 4)
  }

  @Test func aShapeLeavesNothingToTheNext() {
    var band = PixelBand(width: 4, height: 2)
    var shape = FilledShape(black)
    shape.append(box(0.5, 0, 4, 2))
    band.draw([shape], in: 0..<2, paper: 0xFFFF_FFFF)
    band.draw([], in: 2..<4, paper: 0)
    #expect(band.words == [UInt32](repeating: 0, count: 8))
    band.draw([shape], in: 0..<1, paper: 0xFFFF_FFFF)
    #expect(band.words[1] == 0xFF00_0000)
  }

  @Test func translucentInkIsMixed() {
    var shape = FilledShape(Color(red: 255, green: 0, blue: 0, alpha: 0.2))
    shape.append(box(0, 0, 1, 1))
    var band = PixelBand(width: 1, height: 1)
    band.draw([shape, shape], in: 0..<1, paper: 0xFF00_00FF)
    #expect(band.words[0] == 0xFF5C_00A3)
    band.draw([shape], in: 0..<1, paper: 0)
    #expect(band.words[0] == 0x3333_0000)
  }
}
