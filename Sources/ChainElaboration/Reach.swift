import ExpressionGraph

extension ExpressionGraph {
  /// Which nodes the roots depend on, themselves included, by node index up to the last root.
  ///
  /// Operands are older than their users, so one walk down the indices finds them all; costs
  /// that walk, and no hashing.
  func reach(of roots: [NodeID]) -> [Bool] {
    guard let last = roots.max() else { return [] }
    var marks = [Bool](repeating: false, count: Int(last.index) + 1)
    for root in roots { marks[Int(root.index)] = true }
    for index in marks.indices.reversed() where marks[index] {
      for operand in operands(of: NodeID(index: Int32(index))) {
        marks[Int(operand.index)] = true
      }
    }
    return marks
  }
}

extension [Bool] {
  /// Whether the node is marked; a node past the end is not.
  func marks(_ node: NodeID) -> Bool { Int(node.index) < count && self[Int(node.index)] }
}

/// Things to report once each, in the order found, so that the last few can be taken back.
struct OnceList {
  private var order: [Int] = []
  private var seen: Set<Int> = []

  var count: Int { order.count }

  func contains(_ member: Int) -> Bool { seen.contains(member) }

  /// Whether the member is new.
  mutating func insert(_ member: Int) -> Bool {
    guard seen.insert(member).inserted else { return false }
    order.append(member)
    return true
  }

  /// Forgets all but the first `count` members.
  mutating func truncate(to count: Int) {
    while order.count > count { seen.remove(order.removeLast()) }
  }
}
