#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The whole process from its start to a file, against `dot` on the same graph as plain text.
///
/// Rounds are interleaved, so that a machine that slows down slows both; each ratio is the median
/// of the rounds'.
func measureColdStart(of program: String, rounds: Int, _ verdict: inout Verdict) {
  let limits = [("svg", 0.5), ("png", 0.8)]
  for (format, limit) in limits {
    let file = "/tmp/chaingraph-benchmark-\(getpid()).\(format)"
    defer { unlink(file) }
    let ours = [program, "render", "samples/chain-rule.txt", "-o", file]
    let theirs = ["dot", "-T\(format)", "-o", file, "Benchmarks/figure-b.dot"]
    // The first pair fills the caches.
    let pairs = (0...rounds).compactMap { _ in
      if let a = Run(ours), let b = Run(theirs) { (ours: a, theirs: b) } else { nil }
    }.dropFirst()
    guard !pairs.isEmpty else {
      verdict.add("figure B to \(format)", "is dot installed?", nil, limit: limit)
      continue
    }
    let wall = (median(pairs.map(\.ours.wallTime)), median(pairs.map(\.theirs.wallTime)))
    verdict.add(
      "figure B to \(format), time by dot's", "\(text(wall.0)) ms by \(text(wall.1)) ms",
      median(pairs.map { $0.ours.wallTime / $0.theirs.wallTime }), limit: limit)
    let processor = (
      median(pairs.map(\.ours.processorTime)), median(pairs.map(\.theirs.processorTime))
    )
    verdict.add(
      "figure B to \(format), processor time by dot's",
      "\(text(processor.0)) ms by \(text(processor.1)) ms",
      median(pairs.map { $0.ours.processorTime / $0.theirs.processorTime }), limit: limit)
    let memory = (median(pairs.map(\.ours.peakMemory)), median(pairs.map(\.theirs.peakMemory)))
    verdict.add(
      "figure B to \(format), peak memory above dot's",
      "\(text(memory.0)) MiB and \(text(memory.1)) MiB", memory.0 - memory.1, limit: 20,
      unit: " MiB")
  }
}
