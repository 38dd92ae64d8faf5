/// The values that an axis shows, so that what is typical of the samples can be seen: all of them,
/// or, where a few are far out as beside a pole, the bulk with some room about it.
///
/// Nil if no sample is finite. With `mustShow` in it, at all events.
package func valueRange(
  of samples: [Double], mustShow: [Double] = []
) -> ClosedRange<Double>? {
  let values = samples.filter(\.isFinite).sorted()
  guard let least = values.first, let greatest = values.last else { return nil }
  let low = values[values.count / 20]
  let high = values[values.count - 1 - values.count / 20]
  let bulk = high - low
  let farOut = 3.0
  let hasOutliers = greatest - least > farOut * bulk && bulk > 0
  var lower = hasOutliers ? max(least, low - 0.25 * bulk) : least
  var upper = hasOutliers ? min(greatest, high + 0.25 * bulk) : greatest
  for value in mustShow where value.isFinite {
    lower = min(lower, value)
    upper = max(upper, value)
  }
  return padded(lower...upper)
}

/// Some air above and below, and zero included where it is near: a curve that comes close to it
/// is seen to.
private func padded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
  let (lower, upper) = (range.lowerBound, range.upperBound)
  guard upper - lower > 1e-9 * max(abs(lower), abs(upper)) else {
    // A constant is shown in the middle.
    let room = lower == 0 ? 1 : abs(lower) / 2
    return (lower - room)...(upper + room)
  }
  let air = 0.06 * (upper - lower)
  let reachesDown = lower >= 0 && lower < 0.3 * upper
  let reachesUp = upper <= 0 && upper > 0.3 * lower
  // The axis lies at the lower bound: a curve may stand on it, but not hang from the upper edge.
  return (reachesDown ? 0 : lower - air)...((reachesUp ? 0 : upper) + air)
}
