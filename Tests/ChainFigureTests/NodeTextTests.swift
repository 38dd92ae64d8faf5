import ChainFigure
import ChainNotation
import ChainScene
import Testing

struct NodeTextTests {
  @Test func nodesSayDefinitionAndValue() throws {
    #expect(
      try drawn(.twoPaths).texts(.node) == [
        ["t", "0.5"], ["x₁ = sin t", "0.479"], ["x₂ = cos t", "0.878"],
        ["f = x₁² + 2x₂", "1.985"],
      ])
  }

  @Test func withoutPointOrWithoutWishThereAreNoValues() throws {
    let expected = [["t"], ["x₁ = sin t"], ["x₂ = cos t"], ["f = x₁² + 2x₂"]]
    #expect(try drawn(.twoPathsSymbolic).texts(.node) == expected)
    #expect(try drawn(.twoPaths) { $0.show.remove(.values) }.texts(.node) == expected)
  }

  @Test func abstractFunctionsShowTheirArguments() throws {
    #expect(
      try drawn(.abstract).texts(.node) == [["t"], ["x₁(t)"], ["x₂(t)"], ["f(x₁, x₂)"]])
    #expect(try drawn(.abstractFunctions).texts(.node) == [["t"], ["x(t) ∈ ℝ²"], ["f(x)"]])
  }

  @Test func vectorsAreBoldOnRequest() throws {
    let plain = try drawn(.gradient)
    let bold = try drawn(.gradient) { $0.style.isBold = true }
    #expect(plain.formulas.map(\.layout) != bold.formulas.map(\.layout))
    #expect(plain.texts(.node) == bold.texts(.node), "the words stay")
    #expect(try drawn(.tree).elements == drawn(.tree) { $0.style.isBold = true }.elements)
  }

  @Test func rolesShowInTheShape() throws {
    let nodes = try drawn(.twoPaths).groups(.node).map(\.elements)
    guard case .ellipse = nodes[0][0] else {
      Issue.record("the input is no ellipse")
      return
    }
    #expect(nodes[1].filter { $0.frame != nil }.count == 1)
    #expect(nodes[3].filter { $0.frame != nil }.count == 2, "the output has a double line")
    let abstract = try drawn(.abstract).groups(.node)[1].elements.flatMap(\.strokes)
    #expect(abstract.allSatisfy { !$0.dash.isEmpty })
  }

  @Test func constantsHaveNoBorder() throws {
    let nodes = try drawn(.threePaths).groups(.node)
    let constant = nodes.first { $0.text.hasPrefix("Constant k") }
    #expect(constant?.elements.flatMap(\.strokes) == [])
  }

  @Test func unnamedOperationsGetNames() throws {
    #expect(
      try drawn(.operations).texts(.node).map { $0[0] } == [
        "x₁", "x₂", "v₁ = log x₁", "v₂ = x₁x₂", "v₃ = sin x₂", "y = v₁ + v₂ − v₃",
      ])
  }

  @Test func adjointsAndTangentsAreLabelled() throws {
    let reverse = try drawn(.twoPaths) { $0.mode = .reverse }.texts(.node)
    #expect(
      reverse.map { $0[2] } == ["df/dt = −0.117", "∂f/∂x₁ = 0.959", "∂f/∂x₂ = 2", "∂f/∂f = 1"])
    let forward = try drawn(.twoPaths) { $0.mode = .forward }.texts(.node)
    #expect(
      forward.map { $0[2] } == ["dt/dt = 1", "dx₁/dt = 0.878", "dx₂/dt = −0.479", "df/dt = −0.117"]
    )
  }

  @Test func withoutPointTotalsAreFormulas() throws {
    let nodes = try drawn(.twoPathsSymbolic) { $0.mode = .reverse }.texts(.node)
    #expect(nodes[1] == ["x₁ = sin t", "∂f/∂x₁ = 2x₁"])
  }
}
