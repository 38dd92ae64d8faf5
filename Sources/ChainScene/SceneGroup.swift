/// What a group of primitives stands for; the formats that can, say it.
package enum SceneRole: String, Hashable, Sendable, CaseIterable {
  case header, node, edge, label, panel, note
  /// The value of a node, and a total derivative at it, each a group within the node's.
  case value, derivative
}

/// The part of the figure that a group shows, by its position there.
///
/// Positions are those of the report: node 2 is its `n2`, edge 3 its `e3`.
package enum SceneSubject: Hashable, Sendable {
  case node(Int)
  /// One of the parallel arrows, counted from 0, of an edge between two nodes.
  case edge(Int, strand: Int, from: Int, to: Int)
  /// The product along a path, by its place among the products listed for a query.
  case product(Int, query: Int)
  /// The sum over the paths of a query.
  case total(query: Int)
}

/// The steps at which a group is seen, counted from 0, where a figure is revealed step by step.
package struct SceneSteps: Hashable, Sendable {
  package var first: Int
  /// Nil where the group stays to the end.
  package var last: Int?

  package static let all = SceneSteps(first: 0)

  package init(first: Int, last: Int? = nil) {
    self.first = first
    self.last = last
  }

  package func contains(_ step: Int) -> Bool { step >= first && step <= last ?? .max }
}

/// A piece of the picture that has a meaning, with the sentence that says it.
package struct SceneGroup: Hashable, Sendable {
  package var role: SceneRole
  package var subject: SceneSubject?
  /// The numbers, as the reader sees them, of the paths that the group belongs to.
  package var paths: [Int]
  package var steps: SceneSteps
  /// What a reader who cannot see the picture is told; empty if the parent says it all.
  package var text: String
  package var elements: [SceneElement]

  package init(
    role: SceneRole, subject: SceneSubject? = nil, paths: [Int] = [], steps: SceneSteps = .all,
    text: String, elements: [SceneElement]
  ) {
    self.role = role
    self.subject = subject
    self.paths = paths
    self.steps = steps
    self.text = text
    self.elements = elements
  }
}

extension Scene {
  /// The picture as it stands at a step: what is not seen is left out, and nothing moves.
  package func frame(_ step: Int) -> Scene {
    var frame = self
    frame.elements = elements.compactMap { $0.seen(at: step) }
    if steps.indices.contains(step) { frame.description = steps[step] }
    frame.steps = []
    return frame
  }

  /// A picture a step; the picture itself where it has no steps.
  package var frames: [Scene] { steps.isEmpty ? [self] : steps.indices.map(frame) }
}

extension SceneElement {
  /// The element without what is not seen at a step; nil if that is all of it.
  fileprivate func seen(at step: Int) -> SceneElement? {
    guard case .group(var group) = self else { return self }
    guard group.steps.contains(step) else { return nil }
    group.elements = group.elements.compactMap { $0.seen(at: step) }
    return .group(group)
  }
}
