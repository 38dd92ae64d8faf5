import ChainFigure
import ChainScene
import MathTypesetting
import Testing

struct FigureOutlineTests {
  @Test func theOutlineSaysWhatThePictureShows() throws {
    let derivation = Sample.twoPaths.derivation
    let shown = outline(of: derivation, header: FigureHeader(title: "T"))
    let scene = try drawn(derivation, header: FigureHeader(title: "T")).scene
    #expect(shown.description == scene.description)
    #expect(shown.nodes.map { $0.lines.map(linearText) } == scene.texts(.node))
    #expect(shown.edges.map(\.paths) == [[1], [2], [1], [2]])
    #expect(shown.rows.map(\.isTotal) == [false, false, true])
    #expect(shown.rows.map(\.query) == [0, 0, 0])
  }

  @Test func numbersOfPathsAreCircled() {
    #expect(circledDigit(1) == "①")
    #expect(circledDigit(4) == "④")
  }
}
