/// The candidate that is nearest in spelling, if one is near enough to be meant.
///
/// The first of several. Costs the product of the lengths, so long words get no suggestion.
func nearest(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.unicodeScalars)
  guard letters.count <= 40 else { return nil }
  let limit = letters.count <= 2 ? 1 : letters.count <= 5 ? 2 : 3
  var best: (distance: Int, candidate: String)?
  for candidate in candidates.prefix(2_000) where candidate != word {
    let other = Array(candidate.unicodeScalars)
    guard abs(other.count - letters.count) <= limit else { continue }
    let distance = editDistance(letters, other)
    if distance <= limit, distance < max(letters.count, other.count),
      distance < best?.distance ?? .max
    {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
