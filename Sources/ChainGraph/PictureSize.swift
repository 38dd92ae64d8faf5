import ChainGeometry

/// A width and a height that a picture is to fit, as `12x8cm`.
struct PictureSize: Hashable {
  let width: Double
  let height: Double

  private static let units: [(name: String, points: Double)] = [
    ("cm", 72 / 2.54), ("mm", 7.2 / 2.54), ("in", 72), ("pt", 1),
  ]

  /// Reads two lengths above zero and their unit.
  init?(_ text: String) {
    guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }) else { return nil }
    let sides = text.dropLast(unit.name.count).split(separator: "x").map { Double($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (0.1...20_000).contains(unit.points * width), (0.1...20_000).contains(unit.points * height)
    else { return nil }
    self.width = unit.points * width
    self.height = unit.points * height
  }

  /// How much a picture is enlarged to fit, its proportions kept.
  func scale(of picture: Size) -> Double {
    min(width / max(picture.width, 1), height / max(picture.height, 1))
  }
}
