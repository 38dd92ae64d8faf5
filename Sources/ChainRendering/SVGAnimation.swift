import ChainScene

/// When groups of an animated document are seen.
///
/// Each stretch of steps is a class whose animation turns opacity on and off; readers who want no
/// motion, and programs that know no animation, see the last step: the whole figure.
extension SVGDocument {
  private static let secondsPerStep = 1.5

  /// The style sheet of all stretches of steps that occur.
  mutating func appendAnimation() {
    guard isAnimated else { return }
    let stretches = Set(scene.elements.flatMap(\.stretches)).sorted {
      ($0.first, $0.last ?? .max) < ($1.first, $1.last ?? .max)
    }
    buffer.append("<style>")
    for stretch in stretches {
      if stretch.last != nil {
        appendRule(".", stretch)
        buffer.append("{opacity:0}\n")
      }
      appendRule("@keyframes ", stretch)
      buffer.append("{0%{opacity:\(stretch.first == 0 ? 1 : 0)}")
      if stretch.first > 0 { appendFrame(stretch.first, opacity: 1) }
      if let last = stretch.last { appendFrame(last + 1, opacity: 0) }
      buffer.append("}\n")
    }
    buffer.append("@media (prefers-reduced-motion: no-preference){\n")
    for stretch in stretches {
      appendRule(".", stretch)
      buffer.append("{animation:")
      buffer.append(Double(scene.steps.count) * Self.secondsPerStep)
      buffer.append("s step-end both ")
      append(id: stretch.name)
      buffer.append("}\n")
    }
    buffer.append("}</style>\n")
  }

  /// The class of a group that is not always seen.
  mutating func append(classOf group: SceneGroup) {
    guard isAnimated, group.steps != .all else { return }
    buffer.append(" ")
    append(id: group.steps.name)
  }

  private var isAnimated: Bool { animates && !scene.steps.isEmpty }

  private mutating func appendRule(_ start: String, _ stretch: SceneSteps) {
    buffer.append(start)
    append(id: stretch.name)
  }

  private mutating func appendFrame(_ step: Int, opacity: Int) {
    buffer.append(100 * Double(step) / Double(scene.steps.count))
    buffer.append("%{opacity:\(opacity)}")
  }
}

extension SceneSteps {
  fileprivate var name: String { "-\(first)-\(last.map(String.init) ?? "end")" }
}

extension SceneElement {
  /// The stretches of steps of all groups within that are not always seen.
  fileprivate var stretches: [SceneSteps] {
    guard case .group(let group) = self else { return [] }
    return (group.steps == .all ? [] : [group.steps]) + group.elements.flatMap(\.stretches)
  }
}
