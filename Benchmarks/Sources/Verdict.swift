/// A line a figure with its limit, and whether all of them kept theirs.
struct Verdict {
  private(set) var isWithin = true

  /// Prints a figure beside what it is measured against.
  mutating func add(
    _ name: String, _ detail: String, _ value: Double?, limit: Double, unit: String = ""
  ) {
    let kept = value.map { $0 <= limit } ?? false
    isWithin = isWithin && kept
    let shown = value.map { text($0) + unit } ?? "could not be run"
    print("\(kept ? "ok  " : "OVER") \(name): \(shown), limit \(text(limit))\(unit)  (\(detail))")
  }
}

/// Two digits after the point.
func text(_ value: Double) -> String {
  let hundredths = Int((value.magnitude * 100).rounded())
  let rest = hundredths % 100
  return "\(value < 0 ? "-" : "")\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted[sorted.count / 2]
}
