/// What depends on what, as rules for make.
struct MakeRules {
  private var rules = ""
  private var sources: [String] = []
  private var seen: Set<String> = []
  /// Paths with a character that no rule can hold.
  private(set) var untellable: [String] = []

  /// Files that are made of others.
  mutating func add(_ targets: [String], from prerequisites: [String]) {
    let targets = tellable(targets)
    guard !targets.isEmpty else { return }
    let line = targets.map { escaped($0, isTarget: true) }.joined(separator: " ") + ":"
    rules += line
    for path in tellable(prerequisites) {
      rules += " " + escaped(path, isTarget: false)
      if seen.insert(path).inserted { sources.append(path) }
    }
    rules += "\n"
  }

  /// The rules; each source is a target of its own, so that make does not stop where one is gone.
  var text: String {
    // An equals sign as it is would make of the rule an assignment.
    "equals := =\n\n" + rules
      + sources.map { "\n" + escaped($0, isTarget: true) + ":\n" }.joined()
  }

  private mutating func tellable(_ paths: [String]) -> [String] {
    paths.filter { path in
      let isTellable = !path.contains { $0.isNewline || $0 == ";" || $0 == "|" }
      if !isTellable, seen.insert(path).inserted { untellable.append(path) }
      return isTellable
    }
  }

  private func escaped(_ path: String, isTarget: Bool) -> String {
    var text = ""
    var backslashes = ""
    for character in path {
      switch character {
      case "$": text += "$$"
      case "=": text += "$(equals)"
      case " ", "\t", "#", ":", "*", "?", "[", "]":
        text += backslashes + "\\" + String(character)
      case "%" where isTarget: text += backslashes + "\\%"
      default: text.append(character)
      }
      // Only before what is escaped does a backslash count for one.
      backslashes = character == "\\" ? backslashes + "\\" : ""
    }
    return text
  }
}
