/// Places near the wanted ones, in ascending order, so that lengths about them do not overlap.
package func spread(
  _ wanted: [Double], lengths: [Double], gap: Double, within room: ClosedRange<Double>
) -> [Double] {
  // Groups that touch share their shift, which is the mean of what each wants.
  var groups: [(start: Int, offsets: [Double], length: Double, center: Double)] = []
  for (index, place) in wanted.enumerated() {
    groups.append((index, [0], lengths[index], place))
    while groups.count > 1 {
      let (upper, lower) = (groups[groups.count - 2], groups[groups.count - 1])
      let reach = upper.center + upper.length / 2 + gap
      guard reach > lower.center - lower.length / 2 else { break }
      let (m, n) = (Double(upper.offsets.count), Double(lower.offsets.count))
      let length = upper.length + gap + lower.length
      let shiftUpper = (upper.length - length) / 2
      let shiftLower = (length - lower.length) / 2
      let center =
        (m * (upper.center - shiftUpper) + n * (lower.center - shiftLower)) / (m + n)
      groups.removeLast(2)
      groups.append(
        (
          upper.start,
          upper.offsets.map { $0 + shiftUpper } + lower.offsets.map { $0 + shiftLower },
          length, center
        ))
    }
  }
  return groups.flatMap { group -> [Double] in
    let lowest = room.lowerBound + group.length / 2
    let center = max(min(group.center, room.upperBound - group.length / 2), lowest)
    return group.offsets.map { center + $0 }
  }
}
