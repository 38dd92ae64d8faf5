import ChainFigure
import ChainScene
import Testing

struct DescriptionTests {
  @Test func sentencesFollowTheFigure() throws {
    #expect(
      try drawn(.twoPaths).description == """
        Computation graph with 4 nodes and 4 edges. Input t, value 0.5. \
        x₁ = sin t, value 0.479. x₂ = cos t, value 0.878. \
        Output f = x₁² + 2x₂, value 1.985. \
        From t to x₁: dx₁/dt = cos t = 0.878, on path 1. \
        From t to x₂: dx₂/dt = −sin t = −0.479, on path 2. \
        From x₁ to f: ∂f/∂x₁ = 2x₁ = 0.959, on path 1. \
        From x₂ to f: ∂f/∂x₂ = 2, on path 2. \
        Path 1 via x₁: ∂f/∂x₁⋅dx₁/dt = 2x₁⋅cos t = 0.959⋅0.878 ≈ 0.841. \
        Path 2 via x₂: ∂f/∂x₂⋅dx₂/dt = 2⋅(−sin t) = 2⋅(−0.479) ≈ −0.959. \
        df/dt = path 1 + path 2 = 2 sin t cos t − 2 sin t = −0.117.
        """)
  }

  @Test func everyNodeAndEdgeHasItsSentence() throws {
    for sample in Sample.allCases {
      let scene = try drawn(sample)
      let groups = scene.groups(.node) + scene.groups(.edge)
      #expect(groups.allSatisfy { !$0.text.isEmpty })
      let all = groups + scene.groups(.panel)
      #expect(all.allSatisfy { $0.text.isEmpty || scene.description.contains($0.text) })
    }
  }

  @Test func theTitleNamesTheDerivatives() throws {
    #expect(try drawn(.tree).title == "Computation graph for ∂e/∂a, ∂e/∂b")
    #expect(try drawn(.twoPaths).title == "Computation graph for df/dt")
  }
}
