import ChainDerivation

extension Multiplications {
  /// Two lines of text, or one where structure changes nothing: `multiplications: path by path 18,
  /// forward 12, reverse 12, best 12 (exact)`.
  func lines(_ name: (FigureNodeID) -> String) -> [String] {
    let plain = line("multiplications", dense, name)
    return hasStructure
      ? [plain, line("with zeros left out and ±1 free", structured, name)] : [plain]
  }

  private func line(
    _ head: String, _ counts: Counts, _ name: (FigureNodeID) -> String
  ) -> String {
    var text = "  \(head): path by path \(counts.paths), forward \(counts.forward), "
    text += "reverse \(counts.reverse), best \(counts.best)"
    if counts.isBetterThanModes {
      text += " in the order " + counts.order.map(name).joined(separator: ", ")
    }
    return text + (counts.isExact ? " (exact)" : " (greedy)") + comparison
  }

  /// At which sizes orders were compared, where there are symbolic ones.
  private var comparison: String {
    let equations = sizeGroups.map { group in
      (group.symbols + [String(group.length)]).joined(separator: " = ")
    }
    return equations.isEmpty ? "" : ", compared at " + equations.joined(separator: ", ")
  }
}
