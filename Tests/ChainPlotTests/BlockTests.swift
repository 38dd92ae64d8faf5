import ChainDerivation
import ChainFigure
import ChainGeometry
import ChainPlot
import ChainScene
import MathTypesetting
import Testing

/// Parts of a plot below and beside each other do not meet.
@Suite struct BlockTests {
  @Test func curveTableAndNotesStandApart() throws {
    let scene = try drawn("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, secants 4").scene
    let panel = scene.elements.flatMap(\.groups).filter { $0.role == .panel }
      .flatMap { $0.elements.flatMap(\.formulas) }
    #expect(!panel.isEmpty)
    let boxes = scene.textBoxes
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { box.insetBy(0.5).intersects($0.insetBy(0.5)) })
    }
  }

  @Test func aTitleStandsAboveAll() throws {
    let scene = try drawn("plot x^2, x = 0 .. 1", header: FigureHeader(title: "A title")).scene
    let title = try #require(scene.formulas.first { $0.layout.text == "A title" })
    #expect(scene.formulas.allSatisfy { $0.origin.y >= title.origin.y })
  }
}
