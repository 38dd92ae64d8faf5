import ExpressionGraph

extension LabelGraph {
  /// Two matrices from a label to a summed one and back are the diagonal of their product:
  /// `diag(A*B)` rather than `(A'.*B)*ones(n)`.
  mutating func takeDiagonals() {
    for place in edges.indices.reversed() where place < edges.count {
      for (near, far) in [
        (edges[place].from, edges[place].to), (edges[place].to, edges[place].from),
      ] where isFreeCycleLabel(far) && !isFreeCycleLabel(near) && near != far {
        guard
          let twin = edges[..<place].lastIndex(where: {
            ($0.from == near && $0.to == far) || ($0.from == far && $0.to == near)
          })
        else { continue }
        let there = edges[place].from == near ? edges[place].strand : edges[place].strand.reversed
        let back = edges[twin].from == far ? edges[twin].strand : edges[twin].strand.reversed
        let round = there * back
        let other = back.reversed * there.reversed
        let best = [round.plain, round.turned, other.plain, other.turned].reduce(round.plain) {
          Written.fewest($0, $1)
        }
        let entrywise = Strand.entrywise(over: [there, back.reversed], under: [])
        guard best.primes < min(entrywise.plain.primes, entrywise.turned.primes) else { continue }
        groups[near].over.append(
          Strand(Written(.linear(.diagonal, best.phrase), primes: best.primes)))
        edges.remove(at: place)
        edges.remove(at: twin)
        isSettled[far] = true
        break
      }
    }
  }
}
