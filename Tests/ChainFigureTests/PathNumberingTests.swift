import ChainFigure
import ChainScene
import ChainTheme
import Testing

struct PathNumberingTests {
  @Test func pathsAreNumberedThroughAllQueries() throws {
    let numbers = try drawn(.tree).texts(.label).map { $0.dropLast() }
    #expect(numbers == [["1"], ["2"], ["3"], ["1", "2"], ["3"]])
  }

  @Test func everyPathHasItsHueAndDash() throws {
    let edges = try drawn(.trace).groups(.edge)
    let theme = Theme.light
    let strands = edges.map { $0.elements.flatMap(\.strokes) }
    #expect(strands[0].map(\.color) == [theme.paths[0], theme.paths[0]])
    #expect(strands[0].allSatisfy { $0.dash.isEmpty })
    let shared = strands.first { Set($0.map(\.color)).count == 3 }
    #expect(shared != nil, "the edge to y is shared by three paths")
    #expect(Set(theme.dashes).count == theme.paths.count)
  }

  @Test func aSinglePathHasNoNumber() throws {
    #expect(try drawn(.kink).texts(.label).allSatisfy { $0.count == 1 })
  }

  @Test func moreThanFourPathsHaveNoHues() throws {
    let edges = try drawn(diamonds(3)).scene.groups(.edge)
    #expect(
      edges.flatMap { $0.elements.flatMap(\.strokes) }.allSatisfy {
        $0.color == Theme.light.text
      })
  }
}
