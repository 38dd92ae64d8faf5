/// The lecture's four identities by whole processes, where Python has CasADi.
///
/// Ours derives, checks and explains them, CasADi prints them. Rounds are interleaved.
func measureIdentities(of program: String, rounds: Int, _ verdict: inout Verdict) {
  let ours = [program, "derive", "Benchmarks/identities.txt"]
  let theirs = ["python3", "Benchmarks/identities.py"]
  // The first pair fills the caches.
  let pairs = (0...rounds).compactMap { _ in
    if let b = Run(theirs), let a = Run(ours) {
      (ours: a.wallTime, theirs: b.wallTime)
    } else {
      nil
    }
  }.dropFirst()
  guard !pairs.isEmpty else {
    print("     the four identities: CasADi is not installed")
    return
  }
  verdict.add(
    "the four identities, time by CasADi's",
    "\(text(median(pairs.map(\.ours)))) ms by \(text(median(pairs.map(\.theirs)))) ms",
    median(pairs.map { $0.ours / $0.theirs }), limit: 0.05, digits: 3)
}
