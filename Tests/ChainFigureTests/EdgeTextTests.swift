import ChainFigure
import ChainScene
import ChainTheme
import Testing

struct EdgeTextTests {
  /// The label of each edge, path numbers aside.
  private func labels(_ sample: Sample) throws -> [String] {
    try drawn(sample).texts(.label).map { $0[$0.count - 1] }
  }

  @Test func labelsSaySymbolFormulaAndValue() throws {
    #expect(
      try labels(.twoPaths) == [
        "dx₁/dt = cos t = 0.878", "dx₂/dt = −sin t = −0.479", "∂f/∂x₁ = 2x₁ = 0.959",
        "∂f/∂x₂ = 2",
      ])
    #expect(try labels(.twoPathsSymbolic)[2] == "∂f/∂x₁ = 2x₁")
  }

  @Test func ofAbstractFunctionsOnlyTheSymbolIsKnown() throws {
    #expect(try labels(.abstract) == ["dx₁/dt", "dx₂/dt", "∂f/∂x₁", "∂f/∂x₂"])
  }

  @Test func shapesStandWhereSomethingIsNoScalar() throws {
    #expect(try drawn(.abstractFunctions).texts(.label) == [["dx/dt", "2×1"], ["∂f/∂x", "1×2"]])
    let plain = try drawn(.abstractFunctions) { $0.show.remove(.shapes) }
    #expect(plain.texts(.label) == [["dx/dt"], ["∂f/∂x"]])
  }

  @Test func matricesAreWrittenOut() throws {
    let labels = try drawn(.vector).texts(.label)
    #expect(labels[0] == ["dx/dt = [cos t; −sin t] = [0.878; −0.479]", "2×1"])
    #expect(labels[1] == ["∂f/∂x = [2x₁, 2] = [0.959, 2]", "1×2"])
  }

  @Test func aRepeatedOperandIsTwoStrands() throws {
    let scene = try drawn(.double)
    #expect(scene.texts(.label) == [["1"], ["1"]])
    #expect(scene.groups(.edge).count == 2)
    #expect(scene.texts(.panel) == [["db/da", "= 1 + 1", "= 2"]])
  }

  @Test func longPartsOfARepeatedOperandAreOneEdge() throws {
    let scene = try drawn(.logistic)
    #expect(scene.groups(.edge).count == 3)
    #expect(try labels(.logistic)[1] == "dL/dp = (1 − y)/(1 − p) − y/p = −1.607")
  }

  @Test func aSigmoidsDerivativeIsSaidInItsOwnName() throws {
    #expect(try labels(.logistic)[0] == "dp/dw = p(1 − p) = 0.235")
  }

  @Test func aConstantsEdgeIsOneGreyLineWithoutLabel() throws {
    let edges = try drawn(.logistic).groups(.edge)
    let edge = try #require(edges.first { $0.text == "From y to L, a constant." })
    #expect(edge.elements.flatMap(\.strokes).map(\.color) == [Theme.light.muted])
  }

  @Test func oneOccurrenceOfSeveralIsNoDerivative() throws {
    let scene = try drawn(.repeated)
    #expect(scene.texts(.label) == [["1", "x = 2"], ["2", "x = 2"]])
    #expect(scene.texts(.panel)[1] == ["2", "use 2", "x", "= 2"])
  }

  @Test func aZeroPartialIsDashedAndGrey() throws {
    let edge = try drawn(.zero).groups(.edge)[0]
    let line = edge.elements.flatMap(\.strokes).first
    #expect(line?.dash.isEmpty == false)
    #expect(line?.color == Theme.light.muted)
  }

  @Test func labelsCanBeLeftOut() throws {
    let scene = try drawn(.neuron) { $0.show = [.values] }
    #expect(scene.groups(.label).isEmpty)
    #expect(scene.groups(.panel).isEmpty)
  }

  @Test func formulasWithoutRoomMoveBelow() throws {
    let scene = try drawn(.twoPaths) { $0.profile = .column }
    let shown = scene.texts(.label).map { $0[$0.count - 1] } + scene.texts(.panel).flatMap { $0 }
    #expect(shown.contains { $0.contains("cos t") })
  }
}
