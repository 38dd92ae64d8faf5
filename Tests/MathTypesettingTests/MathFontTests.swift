import MathTypesetting
import Testing

@Suite struct MathFontTests {
  @Test(arguments: [("lm", nil), ("termes", "TeX Gyre Termes Math")] as [(String, String?)])
  func boxesEqualThoseOfLuaTeX(golden: String, family: String?) throws {
    let font = try MathFont.load(family)
    let boxes = try GoldenBox.read(golden)
    try #require(boxes.count == 101)
    var differing: [String] = []
    for box in boxes {
      let (formula, problems) = readTeX(box.source)
      #expect(problems.isEmpty, "\(box.source): \(problems)")
      let layout = font.layout(formula, style: .display)
      if box.distance(to: layout) > 0.03 { differing.append(box.comparison(with: layout)) }
    }
    #expect(differing.count <= 4, "\(differing.joined(separator: "\n"))")
  }
}
