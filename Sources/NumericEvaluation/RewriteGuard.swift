package import ExpressionGraph

/// A rewrite that changed the value of an expression.
package struct BrokenRewrite: Hashable, Sendable {
  package let before: NodeID
  package let after: NodeID
}

extension ExpressionGraph {
  /// The first pair of expressions that are not equal, although the second was made of the first.
  ///
  /// Pairs are compared modulo a prime at random inputs and at two choices of lengths, all
  /// different, so that no transpose can hide; where functions that are not rational are in play,
  /// and only there, in floating point. What is too large to compare counts as equal.
  ///
  /// - Parameter facts: whether inputs have the properties they were declared with.
  /// - Complexity: linear in the graph below the pairs.
  package func firstBroken(
    of pairs: [(before: NodeID, after: NodeID)], facts: Bool, seed: UInt64 = 1
  ) -> BrokenRewrite? {
    let nodes = nodes(below: pairs.flatMap { [$0.before, $0.after] })
    for trial in 0..<2 {
      // One symbol alone has another length the second time too.
      let sizes = randomSizes(for: nodes, given: [:], isDescending: trial > 0)
        .mapValues { $0 + trial }
      let mark = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(trial)
      var prints = Fingerprint(self, sizes: sizes, facts: facts, seed: mark)
      for node in nodes { prints.evaluate(node) }
      let unequal = pairs.filter { pair in
        guard let before = prints[pair.before], let after = prints[pair.after] else { return false }
        return before != after
      }
      for pair in unequal where isUnequalInFloats(pair, sizes, facts: facts, seed: mark) {
        return BrokenRewrite(before: pair.before, after: pair.after)
      }
    }
    return nil
  }

  /// Whether two expressions differ in floating point too, at most of some random points.
  private func isUnequalInFloats(
    _ pair: (before: NodeID, after: NodeID), _ sizes: [String: Int], facts: Bool, seed: UInt64
  ) -> Bool {
    let roots = [pair.before, pair.after]
    let evaluator = Evaluator(self, roots: roots, sizes: sizes)
    guard roots.allSatisfy(evaluator.isResolved) else { return false }
    var generator = SeededGenerator(seed: seed)
    var (equal, unequal) = (0, 0)
    for range in EntryRange.allCases {
      let evaluation = evaluator(floatPoint(for: roots, sizes, range, facts: facts, &generator))
      guard let before = evaluation[pair.before], let after = evaluation[pair.after] else {
        return false
      }
      // A rewrite may remove a singularity of the derivative.
      guard before.isFinite, after.isFinite else { continue }
      let scale = max(before.largestMagnitude, evaluation.largestMagnitude * 1e-6)
      let gap = zip(before.data, after.data).reduce(0) { max($0, abs($1.0 - $1.1)) }
      // Where rounding alone moves a value that far, as in the sine of a million, it tells nothing.
      let isUnequal = gap > 1e-8 * scale && gap > 100 * evaluation.largestNoise(of: roots)
      if isUnequal { unequal += 1 } else { equal += 1 }
    }
    return unequal > equal
  }

  private func floatPoint(
    for roots: [NodeID], _ sizes: [String: Int], _ range: EntryRange, facts: Bool,
    _ generator: inout SeededGenerator
  ) -> Environment {
    var point = Environment(sizes: sizes)
    for node in nodes(below: roots) {
      switch operation(of: node) {
      case .variable(let id):
        guard let shape = self[id].shape.lengths(sizes) else { continue }
        let properties = facts ? self[id].properties : []
        point.values[node] = properties.randomTensor(
          shape: shape, range, isMirrored: false, &generator)
      case .application(let id):
        let function = self[id].function
        point.functions[function] = StandIn(for: function, sizes: sizes, seed: 1)
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
        .definition:
        continue
      }
    }
    return point
  }
}

extension Evaluation {
  fileprivate func largestNoise(of nodes: [NodeID]) -> Double {
    roundingNoise(of: nodes).joined().max() ?? 0
  }
}
