import ExpressionGraph

/// A generic product as a graph: labels are vertices, matrices edges, vectors hang on labels.
///
/// Taking away one summed label after another turns what it can into matrix products; what is left
/// is either a product of matrix notation or has to be written by labels.
/// Source of the idea: the factor-graph walk of index-to-matrix converters.
struct LabelGraph {
  struct Edge {
    let from: Int
    let to: Int
    /// A matrix whose rows run along `from`.
    var strand: Strand
  }

  /// The vectors at a label, multiplied entry by entry.
  struct Group {
    var over: [Strand] = []
    var under: [Strand] = []

    var isEmpty: Bool { over.isEmpty && under.isEmpty }
    var strand: Strand { .entrywise(over: over, under: under) }
  }

  /// A factor of three or more axes, or one that says one axis twice without being square.
  struct Block {
    let phrase: Phrase
    let labels: [Int]
    /// Of what makes one axis of two: the merged label, then that of the faster and of the slower
    /// axis within it.
    var merge: [Int]?
  }

  var edges: [Edge] = []
  var groups: [Group]
  var blocks: [Block] = []
  /// Lengths of axes, by label.
  let extents: [Dimension]
  /// Labels of the result, perhaps one twice.
  private(set) var output: [Int]
  /// The scalar part found so far.
  var term: Reading
  /// Powers of axis lengths not yet used up by a mean.
  var sizes: [ProductPattern.SizePower]
  private var isPinned: [Bool]
  var isSettled: [Bool]

  init(
    term: Reading, sizes: [ProductPattern.SizePower], extents: [Dimension], output: [Int]
  ) {
    self.term = term
    self.sizes = sizes
    self.extents = extents
    self.output = output
    groups = Array(repeating: Group(), count: extents.count)
    isPinned = Array(repeating: false, count: extents.count)
    isSettled = Array(repeating: false, count: extents.count)
    for label in output { isPinned[label] = true }
  }

  /// Leaves out labels that others stand for.
  mutating func ignore(_ labels: Set<Int>) {
    for label in extents.indices where labels.contains(label) { isSettled[label] = true }
  }

  /// Adds a factor: one label for each of its axes.
  mutating func add(_ strand: Strand, labels: [Int], isDivisor: Bool = false) {
    switch labels.count {
    case 1 where isDivisor: groups[labels[0]].under.append(strand)
    case 1: groups[labels[0]].over.append(strand)
    case 2: edges.append(Edge(from: labels[0], to: labels[1], strand: strand))
    default: blocks.append(Block(phrase: strand.plain.phrase, labels: labels))
    }
  }

  /// Sums the result's last axes against those of another tensor.
  mutating func contract(last count: Int, with strand: Strand) {
    let labels = Array(output.suffix(count))
    output.removeLast(count)
    for label in labels { isPinned[label] = output.contains(label) }
    add(strand, labels: labels)
  }

  /// Takes away every summed label that matrix notation can sum over.
  ///
  /// Each round costs time linear in the number of factors.
  mutating func reduce() {
    repeat {
      for label in extents.indices { isPinned[label] = output.contains(label) }
      for block in blocks { for label in block.labels { isPinned[label] = true } }
      reduceLabels()
    } while mergeDigits()
  }

  private mutating func reduceLabels() {
    traceLoops()
    var changed = true
    while changed {
      traceCycles()
      takeDiagonals()
      mergeParallelEdges()
      changed = false
      for label in extents.indices where !isPinned[label] && !isSettled[label] {
        if settle(label) {
          changed = true
          break
        }
      }
    }
  }

  /// A matrix with one label for both axes: its trace, or its diagonal as a vector.
  private mutating func traceLoops() {
    let loops = edges.filter { $0.from == $0.to }
    edges.removeAll { $0.from == $0.to }
    for loop in loops {
      let label = loop.from
      let isAlone =
        !isPinned[label] && groups[label].isEmpty && degree(of: label) == 0
        && loops.count(where: { $0.from == label }) == 1
      if isAlone {
        let best = Written.fewest(loop.strand.plain, loop.strand.turned)
        term.scalars.append(.linear(.trace, best.phrase))
        isSettled[label] = true
      } else {
        let best = Written.fewest(loop.strand.plain, loop.strand.turned)
        groups[label].over.append(
          Strand(Written(.linear(.diagonal, best.phrase), primes: best.primes)))
      }
    }
  }

  private func degree(of label: Int) -> Int {
    edges.count { $0.from == label || $0.to == label }
  }

  /// Matrices over the same two labels are one, multiplied entry by entry.
  private mutating func mergeParallelEdges() {
    var merged: [Edge] = []
    for edge in edges {
      let twin = merged.firstIndex {
        ($0.from == edge.from && $0.to == edge.to) || ($0.from == edge.to && $0.to == edge.from)
      }
      guard let twin else {
        merged.append(edge)
        continue
      }
      let aligned = merged[twin].from == edge.from ? edge.strand : edge.strand.reversed
      merged[twin].strand = .entrywise(over: [merged[twin].strand, aligned], under: [])
    }
    edges = merged
  }

  /// Two matrices around a cycle of two summed labels are a trace, unless the sum of their
  /// entrywise product says the same with fewer primes.
  private mutating func traceCycles() {
    for (place, first) in edges.enumerated().reversed() {
      guard isFreeCycleLabel(first.from), isFreeCycleLabel(first.to),
        let twin = edges[..<place].lastIndex(where: {
          ($0.from == first.from && $0.to == first.to)
            || ($0.from == first.to && $0.to == first.from)
        })
      else { continue }
      let second = edges[twin].to == first.from ? edges[twin].strand : edges[twin].strand.reversed
      let product = second * first.strand
      let trace = Written.fewest(product.plain, product.turned)
      let entrywise = Strand.entrywise(over: [second.reversed, first.strand], under: [])
      let sum = Written.fewest(entrywise.plain, entrywise.turned)
      if let count = trace.phrase.matrixFactorCount,
        trace.primes < sum.primes + (count > 2 ? 1 : 0)
      {
        term.scalars.append(.linear(.trace, trace.phrase))
        edges.remove(at: place)
        edges.remove(at: twin)
        isSettled[first.from] = true
        isSettled[first.to] = true
        return
      }
    }
  }

  func isFreeCycleLabel(_ label: Int) -> Bool {
    !isPinned[label] && groups[label].isEmpty && degree(of: label) == 2
  }

  /// Sums over a label if its surroundings allow; returns whether they did.
  private mutating func settle(_ label: Int) -> Bool {
    let touching = edges.indices.filter { edges[$0].from == label || edges[$0].to == label }
    switch touching.count {
    case 0: sum(groups[label], over: label)
    case 1:
      let edge = edges.remove(at: touching[0])
      fold(edge, from: label)
    case 2:
      let second = edges.remove(at: touching[1])
      let first = edges.remove(at: touching[0])
      join(first, second, at: label)
    default: return false
    }
    groups[label] = Group()
    isSettled[label] = true
    return true
  }

  /// A label that only vectors touch: a dot product, a sum, or, of nothing, the axis length.
  private mutating func sum(_ group: Group, over label: Int) {
    if group.isEmpty {
      term.scalars.append(.size(extents[label]))
    } else if group.under.isEmpty, group.over.count == 2 {
      let (a, b) = (group.over[0], group.over[1])
      term.scalars.append(Written.fewest(a.turned * b.plain, b.turned * a.plain).phrase)
    } else {
      let best = Written.fewest(group.strand.plain, group.strand.turned)
      term.scalars.append(.linear(averaging([label]) ? .mean : .sum, best.phrase))
    }
  }

  /// An edge whose one end nothing else touches: a matrix times a vector, or a sum of a matrix.
  private mutating func fold(_ edge: Edge, from label: Int) {
    let strand = edge.from == label ? edge.strand.reversed : edge.strand
    let other = edge.from == label ? edge.to : edge.from
    if groups[label].isEmpty, groups[other].isEmpty, !isPinned[other], degree(of: other) == 0 {
      let best = Written.fewest(edge.strand.plain, edge.strand.turned)
      term.scalars.append(.linear(averaging([label, other]) ? .mean : .sum, best.phrase))
      isSettled[other] = true
      return
    }
    let vector =
      groups[label].isEmpty
      ? Strand(Written(.ones(Shape([extents[label]])))) : groups[label].strand
    groups[other].over.append(strand * vector)
  }

  /// A label between two matrices: their product, with a diagonal between if vectors hang there.
  private mutating func join(_ first: Edge, _ second: Edge, at label: Int) {
    let left = first.to == label ? first.strand : first.strand.reversed
    let right = second.from == label ? second.strand : second.strand.reversed
    let start = first.to == label ? first.from : first.to
    let end = second.from == label ? second.to : second.from
    let middle = groups[label].isEmpty ? left : left * diagonal(of: groups[label])
    edges.append(Edge(from: start, to: end, strand: middle * right))
  }

  private func diagonal(of group: Group) -> Strand {
    LabelGraph.diagonal(of: group.strand)
  }

  /// The diagonal matrix of a vector, which is its own transpose.
  static func diagonal(of vector: Strand) -> Strand {
    let best = Written.fewest(vector.plain, vector.turned)
    let matrix = Written(.linear(.diagonal, best.phrase), primes: best.primes)
    return Strand(plain: matrix, turned: matrix)
  }

  /// Uses up the powers of axis lengths that make a sum over these labels a mean.
  private mutating func averaging(_ labels: [Int]) -> Bool {
    let single = labels.map { extents[$0] }
    let whole = single.reduce(Dimension(1), *)
    if let place = sizes.firstIndex(where: { $0.exponent == -1 && $0.dimension == whole }) {
      sizes.remove(at: place)
      return true
    }
    var rest = sizes
    for dimension in single {
      guard
        let place = rest.firstIndex(where: { $0.exponent == -1 && $0.dimension == dimension })
      else { return false }
      rest.remove(at: place)
    }
    sizes = rest
    return true
  }
}
