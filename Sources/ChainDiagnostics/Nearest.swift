/// The candidate a word was likely meant to be, if one is close enough.
///
/// Close is at most one change in four letters, at least one; the first of equally close ones
/// wins. O(candidates × length²), so words over 40 letters have none, and only the first 2,000
/// candidates are compared.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.lowercased())
  guard letters.count <= 40 else { return nil }
  let allowed = max(1, (letters.count + 1) / 4)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates.prefix(2_000) {
    guard abs(candidate.count - letters.count) <= allowed else { continue }
    let distance = editDistance(letters, Array(candidate.lowercased()))
    let isShort = letters.count <= distance
    guard distance <= allowed, !isShort, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var line = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(
        last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, line[column] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      line.append(cost)
    }
    beforeLast = last
    last = line
  }
  return last[right.count]
}
