/// Finds an order in which to multiply arrays over labelled axes, two at a time.
struct ContractionPlanner {
  struct Term {
    let place: ProductPlan.Place
    /// One label an axis; may repeat in a factor, not in an intermediate result.
    let labels: [Int]
  }

  let lengths: [Int]
  let output: [Int]
  private(set) var terms: [Term] = []
  /// How many terms carry each label, the result counting as one.
  private var uses: [Int]
  private(set) var steps: [ProductPlan.Step] = []
  private(set) var scratchCount = 1
  /// How many multiplications the steps take.
  private(set) var work = 0

  private static let scratchLimit = 20_000_000
  private static let workLimit = 4_000_000_000
  /// With more factors than this only neighbours are considered for the next contraction.
  private static let exhaustiveLimit = 24
  /// With more than this the first two are contracted, unlooked at.
  private static let neighbourLimit = 256

  init(lengths: [Int], output: [Int]) {
    self.lengths = lengths
    self.output = output
    uses = lengths.indices.map { output.contains($0) ? 1 : 0 }
  }

  mutating func append(_ term: Term) {
    terms.append(term)
    for label in Set(term.labels) { uses[label] += 1 }
  }

  /// Room for an intermediate array; nil when there is none left.
  mutating func reserve(_ count: Int) -> Int? {
    guard count <= Self.scratchLimit - scratchCount else { return nil }
    defer { scratchCount += count }
    return scratchCount
  }

  /// Makes the steps from the terms; false if that takes too much room or work.
  mutating func plan() -> Bool {
    guard sumLoneLabels() else { return false }
    while terms.count > 2 {
      let (i, j) = cheapestPair()
      guard contract(i, j) else { return false }
    }
    let carried = Set(terms.flatMap(\.labels))
    let isPlain = Set(output).count == output.count && carried.isSuperset(of: output)
    if !isPlain, !carried.isSubset(of: output) || terms.count > 1 {
      // What the result broadcasts or spreads over a diagonal is summed once, beforehand.
      guard contract(0, terms.count > 1 ? 1 : nil) else { return false }
    }
    return finish()
  }

  /// A label that only one of several factors carries is summed before that factor meets others.
  private mutating func sumLoneLabels() -> Bool {
    guard terms.count > 1 else { return true }
    for position in terms.indices {
      let labels = terms[position].labels
      guard labels.contains(where: { uses[$0] == 1 }) else { continue }
      guard contract(position, nil) else { return false }
    }
    return true
  }

  /// The labels that survive when two terms are contracted: those carried elsewhere too.
  private func survivors(_ i: Int, _ j: Int?) -> [Int] {
    let left = terms[i].labels
    let right = j.map { terms[$0].labels } ?? []
    var seen: Set<Int> = []
    return (left + right).filter { label in
      let here = (left.contains(label) ? 1 : 0) + (right.contains(label) ? 1 : 0)
      return uses[label] > here && seen.insert(label).inserted
    }
  }

  /// The pair whose product is smallest.
  private func cheapestPair() -> (Int, Int) {
    var best = (0, 1)
    guard terms.count <= Self.neighbourLimit else { return best }
    var bestSize = Double.infinity
    for i in terms.indices.dropLast() {
      let last = terms.count <= Self.exhaustiveLimit ? terms.count - 1 : i + 1
      for j in (i + 1)...last {
        let size = survivors(i, j).reduce(1.0) { $0 * Double(lengths[$1]) }
        if size < bestSize { (best, bestSize) = ((i, j), size) }
      }
    }
    return best
  }

  private mutating func contract(_ i: Int, _ j: Int?) -> Bool {
    guard let product = contraction(i, j) else { return false }
    for label in Set(terms[i].labels) { uses[label] -= 1 }
    terms[i] = product
    for label in product.labels { uses[label] += 1 }
    if let j {
      for label in Set(terms[j].labels) { uses[label] -= 1 }
      terms.remove(at: j)
    }
    return true
  }

  /// Emits the step that contracts one or two terms into an intermediate array.
  private mutating func contraction(_ i: Int, _ j: Int?) -> Term? {
    let labels = survivors(i, j)
    let room = entryCount(labels.map { lengths[$0] }, limit: Self.scratchLimit)
    guard let room, let start = reserve(room), emit(i, j, to: .scratch(start), labels) else {
      return nil
    }
    return Term(place: .scratch(start), labels: labels)
  }

  /// Emits the step that writes the result from the one or two terms that are left.
  private mutating func finish() -> Bool {
    emit(
      terms.isEmpty ? nil : 0, terms.count > 1 ? 1 : nil, to: .result, output)
  }

  private mutating func emit(
    _ i: Int?, _ j: Int?, to target: ProductPlan.Place, _ labels: [Int]
  ) -> Bool {
    let left = i.map { terms[$0] } ?? Term(place: .scratch(0), labels: [])
    let right = j.map { terms[$0] } ?? Term(place: .scratch(0), labels: [])
    var seen: Set<Int> = []
    let order = (labels + left.labels + right.labels).filter { seen.insert($0).inserted }
    let cost = entryCount(order.map { lengths[$0] }, limit: Self.workLimit)
    guard let cost, work + cost <= Self.workLimit else { return false }
    work += cost
    let loops = order.map { label in
      Contraction.Loop(
        length: lengths[label], left: stride(of: label, in: left.labels),
        right: stride(of: label, in: right.labels), result: stride(of: label, in: labels))
    }
    steps.append(
      ProductPlan.Step(
        left: left.place, right: right.place, target: target,
        targetCount: labels.reduce(1) { $0 * lengths[$1] },
        contraction: Contraction(loops: loops)))
    return true
  }

  /// How far a step along the label moves in an array; a repeated label moves along a diagonal.
  private func stride(of label: Int, in labels: [Int]) -> Int {
    let strides = rowMajorStrides(labels.map { lengths[$0] })
    return zip(labels, strides).reduce(0) { $0 + ($1.0 == label ? $1.1 : 0) }
  }
}
