import ChainFigure
import ChainGeometry
import ChainScene
import Testing

struct FittingTests {
  @Test func aSmallFigureHasLargeTextAndRunsRight() throws {
    let scene = try drawn(.twoPaths)
    let nodes = scene.nodeBoxes
    #expect(scene.formulas.map(\.fontSize).max() == 18)
    #expect(nodes[0].maxX < nodes[1].minX)
    #expect(nodes[1].maxX < nodes[3].minX)
  }

  @Test func aNarrowColumnTurnsItUpwards() throws {
    let (scene, warnings) = try drawn(Sample.twoPaths.derivation) { $0.profile = .column }
    #expect(warnings == [])
    #expect(scene.size.width <= Profile.column.room.width)
    #expect(scene.nodeBoxes[0].minY > scene.nodeBoxes[3].maxY)
  }

  @Test(arguments: [FigureDirection.right, .left, .up, .down])
  func directionsAreKept(direction: FigureDirection) throws {
    let nodes = try drawn(.tree) { $0.direction = direction }.nodeBoxes
    let (first, last) = (nodes[0].center, nodes[4].center)
    switch direction {
    case .right, .auto: #expect(first.x < last.x)
    case .left: #expect(first.x > last.x)
    case .up: #expect(first.y > last.y)
    case .down: #expect(first.y < last.y)
    }
  }

  @Test func theNeuronFitsASlide() throws {
    let (scene, warnings) = try drawn(Sample.neuron.derivation)
    #expect(warnings == [])
    #expect(scene.size.width <= 960 && scene.size.height <= 540)
    #expect(scene.texts(.label).contains(["−0.534"]))
  }

  @Test func whatCannotFitIsSaid() throws {
    let (scene, warnings) = try drawn(diamonds(12))
    #expect(warnings.count == 1)
    #expect(warnings[0].contains("profile `slide`"))
    #expect(scene.formulas.allSatisfy { $0.fontSize >= 14 })
  }

  /// A diamond has three nodes more than the one before it.
  @Test(arguments: [(12, true), (30, false)])
  func numbersOnEdgesLeadToATable(count: Int, isTabled: Bool) throws {
    let scene = try drawn(diamonds(count)).scene
    let nodes = scene.nodeBoxes
    #expect(nodes[0].minY > nodes[nodes.count - 1].maxY, "a long chain runs upwards")
    let numbers = scene.texts(.label).joined().filter { $0.hasPrefix("[") }
    let table = scene.texts(.panel).joined()
    #expect(numbers.isEmpty == !isTabled)
    #expect(numbers.allSatisfy { number in table.contains { $0.hasPrefix(number) } })
  }

  @Test func longTitlesAreBroken() throws {
    let title = String(repeating: "A title that goes on ", count: 10) + "to $x_1$"
    let header = FigureHeader(title: title)
    let scene = try drawn(Sample.twoPaths.derivation, header: header).scene
    #expect(scene.texts(.header)[0].count > 2)
    #expect(scene.size.width <= Profile.slide.room.width)
  }
}
