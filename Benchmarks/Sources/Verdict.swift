/// A line a figure with its limit, and whether all of them kept theirs.
struct Verdict {
  private(set) var isWithin = true

  /// Prints a figure beside what it is measured against.
  mutating func add(
    _ name: String, _ detail: String, _ value: Double?, limit: Double, unit: String = "",
    digits: Int = 2
  ) {
    let kept = value.map { $0 <= limit } ?? false
    isWithin = isWithin && kept
    let shown = value.map { text($0, digits: digits) + unit } ?? "could not be run"
    print("\(kept ? "ok  " : "OVER") \(name): \(shown), limit \(text(limit))\(unit)  (\(detail))")
  }
}

/// So many digits after the point.
func text(_ value: Double, digits: Int = 2) -> String {
  let scale = (0..<digits).reduce(1) { scale, _ in 10 * scale }
  let whole = Int((value.magnitude * Double(scale)).rounded())
  let rest = String(whole % scale)
  let zeros = String(repeating: "0", count: digits - rest.count)
  return "\(value < 0 ? "-" : "")\(whole / scale).\(zeros)\(rest)"
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted[sorted.count / 2]
}
