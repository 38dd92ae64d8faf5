/// What is said of inputs, in the order of the inputs, whichever is done first.
struct OrderedLines {
  struct Entry {
    /// Findings as they are printed.
    var kept: String
    /// What was done.
    var said: String
  }

  private var waiting: [Int: Entry] = [:]
  private var next = 0

  mutating func add(_ number: Int, kept: String, said: String) {
    waiting[number] = Entry(kept: kept, said: said)
  }

  /// What can be said now.
  mutating func ready() -> [Entry] {
    var entries: [Entry] = []
    while let entry = waiting.removeValue(forKey: next) {
      entries.append(entry)
      next += 1
    }
    return entries
  }

  /// All that is left, where those before it will have nothing to say.
  mutating func all() -> [Entry] {
    defer { waiting = [:] }
    return waiting.sorted { $0.key < $1.key }.map(\.value)
  }
}
