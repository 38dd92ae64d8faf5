import ExpressionGraph
import Testing

@Suite struct HashBucketsTests {
  @Test func everyRowIsFoundAgainHoweverManyThereAre() {
    var graph = ExpressionGraph()
    let inputs = (0..<2_000).map { Variable(name: "x\($0)", shape: .scalar) }
    let nodes = inputs.map { graph.variable($0) }
    #expect(Set(nodes).count == 2_000)
    #expect(inputs.map { graph.variable($0) } == nodes)
    #expect(graph.count == 2_000)
  }

  @Test func equalNamesOfDifferentInputsAreTwoRows() {
    var graph = ExpressionGraph()
    let scalar = graph.variable(Variable(name: "x", shape: .scalar))
    let constant = graph.variable(Variable(name: "x", shape: .scalar, properties: .constant))
    #expect(scalar != constant)
  }
}
