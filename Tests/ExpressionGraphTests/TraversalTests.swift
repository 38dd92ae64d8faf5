import ExpressionGraph
import Testing

/// A ladder: each rung uses the two before it.
private func ladder(_ length: Int) -> (graph: ExpressionGraph, rungs: [NodeID]) {
  var graph = ExpressionGraph()
  var rungs = ["a", "b"].map { graph.variable(Variable(name: $0, shape: .scalar)) }
  for _ in 0..<length {
    rungs.append(
      graph.binary(.product(graph.plainProduct), rungs[rungs.count - 1], rungs[rungs.count - 2]))
  }
  return (graph, rungs)
}

/// Few nodes are found by a search, a good part of all by a sweep: the same nodes, ascending.
@Test(arguments: [2, 10, 100, 1_000])
func everythingBelowIsFoundOnceInOrder(length: Int) {
  let (graph, rungs) = ladder(length)
  for root in [length / 2 + 1, length + 1] {
    #expect(graph.nodes(below: [rungs[root]]) == Array(rungs[...root]))
  }
  #expect(graph.nodes(below: [rungs[length], rungs[0]]) == Array(rungs[...length]))
}

@Test(arguments: [100, 1_000])
func leavesAreListedButNotEntered(length: Int) {
  let (graph, rungs) = ladder(length)
  let floor = rungs[50]
  let found = graph.nodes(below: [rungs[length]], isLeaf: { $0 <= floor })
  #expect(found == Array(rungs[49...length]))
}

@Test func nothingIsBelowNoRoots() {
  #expect(ladder(3).graph.nodes(below: []).isEmpty)
}
