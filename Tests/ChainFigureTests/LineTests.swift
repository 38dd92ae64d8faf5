import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct LineTests {
  /// Pieces of one line share their baseline.
  @Test func piecesStandOnOneBaseline() throws {
    for group in try drawn(.twoPaths).groups(.panel) {
      let formulas = group.elements.flatMap(\.formulas)
      let baselines = Set(formulas.map { ($0.origin.y * 100).rounded() })
      #expect(baselines.count <= 2, "\(formulas.map(\.layout.text))")
    }
  }

  @Test func piecesFollowEachOtherWithoutOverlap() throws {
    for group in try drawn(.twoPaths).groups(.panel) {
      let boxes = group.elements.flatMap(\.formulas).map(\.bounds).sorted { $0.minX < $1.minX }
      for (left, right) in zip(boxes, boxes.dropFirst()) {
        #expect(left.maxX <= right.minX + 0.5)
      }
    }
  }

  @Test func wordsAndFormulasMixInATitle() throws {
    let (scene, _) = try drawn(
      Sample.twoPaths.derivation, header: FigureHeader(title: "The rule $x^2$ again"))
    let texts = scene.groups(.header).flatMap { $0.elements.flatMap(\.formulas) }.map(\.layout.text)
    #expect(texts.joined().contains("x²") && texts.joined().contains("The rule"))
  }
}
