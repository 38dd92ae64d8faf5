import ExpressionGraph
import TensorCalculus
import Testing

@Suite struct TermTests {
  private let n = Dimension(symbol: "n")
  private let m = Dimension(symbol: "m")

  @Test func theIdentityTiesItsAxesWithoutAFactor() {
    let identity = Term(identity: Shape([m, n]))
    #expect(identity.factors.isEmpty && identity.output.count == 4)
    #expect(identity.output[0] == identity.output[2] && identity.output[1] == identity.output[3])
    #expect(identity.hasFreeStructure)
  }

  /// I·A = A·I = A.
  @Test func contractingWithTheIdentityChangesNothing() {
    var graph = ExpressionGraph()
    let a = graph.variable(Variable(name: "A", shape: Shape([m, n])))
    let term = graph.opaqueTerm(of: a)
    let (before, behind) = (Term(identity: Shape([m])), Term(identity: Shape([n])))
    let left = graph.node(of: before.contracted(with: term, axes: 1))
    let right = graph.node(of: term.contracted(with: behind, axes: 1))
    #expect(left == a && right == a)
  }

  /// Of shapes s + k and k + t the product has shape s + t.
  @Test func contractionsJoinShapes() {
    var graph = ExpressionGraph()
    let a = graph.variable(Variable(name: "A", shape: Shape([m, n, 3])))
    let b = graph.variable(Variable(name: "B", shape: Shape([n, 3, m])))
    let (first, second) = (graph.opaqueTerm(of: a), graph.opaqueTerm(of: b))
    let product = graph.node(of: first.contracted(with: second, axes: 2))
    #expect(graph.shape(of: product) == Shape([m, m]))
    let outer = graph.node(of: first.contracted(with: second, axes: 0))
    #expect(graph.shape(of: outer).order == 6)
  }

  /// tr(I) = n: a label that nothing carries leaves its length behind.
  @Test func aSummedDeltaIsALength() {
    var graph = ExpressionGraph()
    let identity = Term(identity: Shape([n]))
    let trace = graph.node(of: identity.contracted(with: identity, axes: 1))
    #expect(graph.shape(of: trace) == Shape([n, n]))
  }
}
