import ExpressionGraph
import Testing

/// Nodes near and far, in an order that is not theirs.
private let scattered = (0..<3_000).map { NodeID(index: Int32(($0 * 7_919) % 100_003)) }

@Test func aMapAnswersWhatItWasTold() {
  var map = NodeMap()
  for node in scattered { map.set(node, to: NodeID(index: node.index + 1)) }
  for node in scattered { #expect(map[node]?.index == node.index + 1) }
  #expect(map[NodeID(index: 100_003)] == nil)
}

@Test func aLaterValueReplacesTheEarlier() {
  var map = NodeMap()
  let node = NodeID(index: 5)
  let wasNew = map.set(node, to: NodeID(index: 1))
  let isNew = map.set(node, to: NodeID(index: 2))
  #expect(wasNew && !isNew)
  #expect(map[node]?.index == 2)
}

/// A map for known neighbours is an array over their range; it answers for all nodes all the same.
@Test(arguments: [1, 2, 8, 100])
func aMapForKnownNodesIsNoDifferent(stride: Int32) {
  let nodes = (0..<50).map { NodeID(index: 1_000 + Int32($0) * stride) }
  var map = NodeMap(for: nodes)
  for node in nodes where node.index % 3 == 0 { map.set(node, to: node) }
  for node in nodes { #expect(map[node] == (node.index % 3 == 0 ? node : nil)) }
  #expect(map[NodeID(index: 0)] == nil)
  #expect(map[NodeID(index: 1_000_000)] == nil)
}

@Test func aSetCountsEachNodeOnce() {
  var set: NodeSet = [NodeID(index: 3), NodeID(index: 4)]
  let again = set.insert(NodeID(index: 3))
  let other = set.insert(NodeID(index: 90))
  #expect(!again && other)
  #expect(set.contains(NodeID(index: 90)))
  #expect(!set.contains(NodeID(index: 5)))
}
