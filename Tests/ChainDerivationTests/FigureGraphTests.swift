import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct FigureGraphTests {
  private let source = "c : R constant\na = c*x\nf = a + sin(a)\ndf/dx\nat x = 1, c = 2"

  @Test func rolesAreWhatNodesAreInTheSource() throws {
    let figure = try Derived(source, detail: .functions).figure
    let roles = Dictionary(
      uniqueKeysWithValues: zip(
        try Derived(source, detail: .functions).names, figure.nodes.map(\.role)))
    #expect(roles == ["c": .constant, "x": .input, "a": .definition, "f": .definition])
    #expect(figure.nodes.map(\.isOutput).filter { $0 }.count == 1)
  }

  @Test func edgesAreFoundFromBothEnds() throws {
    let figure = try Derived(source, detail: .functions).figure
    for (index, edge) in figure.edges.enumerated() {
      let id = FigureEdgeID(index)
      #expect(figure.outgoing[edge.from.index].contains(id))
      #expect(figure.incoming[edge.to.index].contains(id) && edge.from < edge.to)
      #expect(figure[id].jacobian == edge.jacobian)
    }
  }

  @Test func nodesAreFoundByWhatTheyStandFor() throws {
    let figure = try Derived(source, detail: .functions).figure
    for (index, node) in figure.nodes.enumerated() {
      #expect(figure.node(for: node.reference) == FigureNodeID(index))
    }
    #expect(figure.node(for: NodeID(index: 10_000)) == nil)
  }
}
