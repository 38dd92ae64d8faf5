/// Places near the wanted ones, in ascending order, so that lengths about them do not overlap.
package func spread(
  _ wanted: [Double], lengths: [Double], gap: Double, within room: ClosedRange<Double>
) -> [Double] {
  var groups: [Group] = []
  for (place, length) in zip(wanted, lengths) {
    groups.append(Group(offsets: [0], length: length, wish: place))
    while groups.count > 1 {
      let (upper, lower) = (groups[groups.count - 2], groups[groups.count - 1])
      let reach = upper.center(within: room) + upper.length / 2 + gap
      guard reach > lower.center(within: room) - lower.length / 2 else { break }
      groups.removeLast(2)
      groups.append(upper.joined(with: lower, gap: gap))
    }
  }
  return groups.flatMap { group in group.offsets.map { group.center(within: room) + $0 } }
}

/// Places that touch, and so share their shift, which is the mean of what each wants.
private struct Group {
  /// From the middle of the group to each of its places.
  let offsets: [Double]
  let length: Double
  /// Where its middle wants to be.
  let wish: Double

  func center(within room: ClosedRange<Double>) -> Double {
    max(min(wish, room.upperBound - length / 2), room.lowerBound + length / 2)
  }

  func joined(with lower: Group, gap: Double) -> Group {
    let (m, n) = (Double(offsets.count), Double(lower.offsets.count))
    let whole = length + gap + lower.length
    let (shift, lowerShift) = ((length - whole) / 2, (whole - lower.length) / 2)
    return Group(
      offsets: offsets.map { $0 + shift } + lower.offsets.map { $0 + lowerShift }, length: whole,
      wish: (m * (wish - shift) + n * (lower.wish - lowerShift)) / (m + n))
  }
}
