#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A bar on a terminal that shows how far a batch is; nothing elsewhere.
struct Progress {
  private let isShown: Bool
  private let total: Int
  private var isDrawn = false
  private var lastDrawn = 0

  private static let width = 30
  /// Milliseconds from one picture to the next, so that a bar costs nothing.
  private static let period = 100

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && isScreen
  }

  /// Whether what was written is told by the bar rather than line by line.
  var replacesLines: Bool { isShown }

  /// Shows how many inputs are done, and how many of them failed.
  mutating func show(done: Int, failed: Int) {
    guard isShown, total > 0, !isDrawn || now() - lastDrawn >= Self.period else { return }
    lastDrawn = now()
    isDrawn = true
    let filled = Self.width * done / total
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.width - filled)
    let failures = failed == 0 ? "" : ", \(failed) failed"
    writeStandardError("\r\(bar) \(done) of \(total)\(failures)\u{1B}[K")
  }

  /// Takes the bar away, before something else is written.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    writeStandardError("\r\u{1B}[K")
  }
}
