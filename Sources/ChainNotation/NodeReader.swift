import ExpressionGraph

/// Reads the nodes of a graph bottom up, each once.
struct NodeReader {
  private let notation: Notation
  private(set) var readings: [NodeID: Reading] = [:]

  /// A reader about to read so many nodes.
  init(_ notation: Notation, count: Int) {
    self.notation = notation
    readings.reserveCapacity(count)
  }

  var graph: ExpressionGraph { notation.graph }
  /// Whether matrices declared symmetric are their own transposes.
  var facts: Bool { notation.facts }
  /// Whether of entries that tie the first is told from the others.
  var breaksTies: Bool { notation.breaksTies }

  /// Reads a node whose operands have been read.
  mutating func read(_ node: NodeID) {
    readings[node] = reading(of: node)
  }

  /// Puts a name in the place of what a node was read as.
  mutating func replace(_ node: NodeID, by phrase: Phrase) {
    readings[node] = Reading(phrase, order: graph.shape(of: node).order)
  }

  subscript(node: NodeID) -> Reading {
    readings[node] ?? Reading(.ellipsis, order: graph.shape(of: node).order)
  }

  private func phrase(_ node: NodeID) -> Phrase { self[node].phrase }

  /// One row an operation.
  private func reading(of node: NodeID) -> Reading {
    let operands = graph.operands(of: node)
    let order = graph.shape(of: node).order
    switch graph.operation(of: node) {
    case .variable(let id): return name(of: graph[id], order: order)
    case .number(let id): return Reading(coefficient: graph[id])
    case .pi: return Reading(.pi, order: 0)
    case .dimension(let id): return Reading(.size(graph[id]), order: 0)
    case .sum(let id): return Reading.sum(of: operands.map { self[$0] }, graph[id].coefficients)
    case .product(let id): return graph[id].reading(of: operands.map(productOperand))
    case .elementwise(let function):
      return Reading.applying(function, to: operands.map { self[$0] })
    case .reduction(let reduction): return reduce(reduction, operands[operands.startIndex])
    case .vectorFunction(.softmax) where order > 1:
      return softmax(ofTensor: operands[operands.startIndex], order: order)
    case .vectorFunction(let function):
      return Reading(apply(function, operands[operands.startIndex]), order: order)
    case .matrixFunction(let function):
      return apply(function, operands[operands.startIndex], order: order)
    case .reshape(let id): return reshape(graph[id], operands[operands.startIndex])
    case .join(let id): return join(operands, graph[id], order: order)
    case .triangle(let id): return triangle(graph[id])
    case .literal(let id): return literal(operands.map(phrase), graph[id])
    case .slice(let id): return slice(graph[id], of: operands[operands.startIndex])
    case .selector(let id): return selector(graph[id])
    case .choice(let id): return choice(graph[id], operands.map(phrase), order: order)
    case .application(let id): return application(graph[id], operands.map(phrase))
    case .definition(let id):
      return Reading(graph[id].phrase(order: order), order: order, isRow: graph[id].isRow)
    }
  }

  func productOperand(_ node: NodeID) -> ProductOperand {
    if case .selector(let id) = graph.operation(of: node) {
      return ProductOperand(reading: self[node], selection: graph[id])
    }
    return ProductOperand(reading: self[node], selection: nil, merge: mergedAxes(of: node))
  }

  /// Where the merged axis stands, and its faster and slower part, if a node is the constant that
  /// makes one axis of two, or two of one: the identity map with its leading axes reshaped.
  func mergedAxes(of node: NodeID) -> [Int]? {
    guard case .reshape(let id) = graph.operation(of: node),
      case .product(let product) = graph.operation(of: graph.operand(of: node)),
      graph[product].factors.isEmpty, graph[product].coefficient.isOne,
      graph[product].sizes.isEmpty
    else { return nil }
    let half = graph[id].source.order / 2
    let labels = (0..<half).map(Label.init)
    guard graph[product].output == labels + labels, graph[id].target.order == 3 else { return nil }
    return half == 2 ? [0, 1, 2] : half == 1 ? [2, 0, 1] : nil
  }

  private func reduce(_ reduction: Reduction, _ operand: NodeID) -> Reading {
    let reading = self[operand]
    let (plain, turned) = (reading.written(turned: false), reading.written(turned: true))
    let order = graph.shape(of: operand).order
    let best = order > 2 ? plain : Written.fewest(plain, turned)
    return Reading(.reduction(reduction, .init(best.phrase, order: order)), order: 0)
  }

  private func apply(_ function: VectorFunction, _ operand: NodeID) -> Phrase {
    let isIndicator = function == .firstMaximum || function == .firstMinimum
    guard breaksTies, isIndicator else { return .vectorFunction(function, phrase(operand)) }
    return .firstTied(function, of: phrase(operand), graph.shape(of: operand))
      ?? .vectorFunction(function, phrase(operand))
  }

  /// The language's softmax is of vectors; of all entries of a matrix it is exp(X − logsumexp X).
  private func softmax(ofTensor operand: NodeID, order: Int) -> Reading {
    let tensor = phrase(operand)
    let whole = Phrase.reduction(.logsumexp, .init(tensor, order: order))
    let difference = Phrase.sum([SignedPhrase(tensor), SignedPhrase(whole, isNegative: true)])
    return Reading(.elementwise(.exp, [difference]), order: order)
  }

  private func literal(_ entries: [Phrase], _ shape: Shape) -> Reading {
    let columns = shape.order == 2 ? shape.dimensions[1].known ?? 1 : 1
    let rows = stride(from: 0, to: entries.count, by: max(columns, 1)).map {
      Array(entries[$0..<min($0 + columns, entries.count)])
    }
    return Reading(.literal(rows), order: shape.order)
  }

  /// The 0/1 tensor of a slice, outside a product: the product of its axes' parts.
  private func selector(_ pattern: SlicePattern) -> Reading {
    let shape = pattern.shape + pattern.source
    let labels = shape.dimensions.indices.map(Label.init)
    let product = ProductPattern(
      factors: [.init(labels: labels)], output: labels, extents: shape.dimensions)
    return product.graphReading(of: [ProductOperand(reading: Reading(), selection: pattern)])
  }

  private func choice(_ pattern: ChoicePattern, _ parts: [Phrase], order: Int) -> Reading {
    let cases = pattern.comparisons.enumerated().map { place, comparison in
      Phrase.Case(
        left: parts[3 * place], comparison: comparison, right: parts[3 * place + 1],
        value: parts[3 * place + 2])
    }
    return Reading(.choice(cases, otherwise: parts[parts.count - 1]), order: order)
  }

  /// The derivative of a scalar function by a vector is a row by nature.
  private func application(_ pattern: ApplicationPattern, _ arguments: [Phrase]) -> Reading {
    let codomain = pattern.function.codomain
    let order = pattern.derivatives.reduce(codomain.order) {
      $0 + pattern.function.domain[$1].order
    }
    let phrase = Phrase.application(
      .init(
        function: Name(pattern.function.name, order: codomain.order),
        derivatives: pattern.derivatives, arguments: arguments))
    guard order == 1, codomain.isScalar else { return Reading(phrase, order: order) }
    return Reading(body: .strand(Strand(row: Written(phrase))))
  }
}

extension Definition {
  /// The name, or the application that the node is an instance of.
  func phrase(order: Int) -> Phrase {
    if let application { .instance(application) } else { .name(name, order: order) }
  }
}

extension NodeReader {
  /// Up to how many entries a part of a vector or matrix is written entry by entry.
  private static let fewEntries = 16

  private func slice(_ pattern: SlicePattern, of operand: NodeID) -> Reading {
    let position = pattern.axes.compactMap { axis in
      if case .index(let place) = axis { place } else { nil }
    }
    let isEntry = position.count == pattern.axes.count
    let base = self[operand]
    if case .constant = base.body {
      var part = base
      part.body = isEntry ? .none : .constant(pattern.shape)
      return part
    }
    if isEntry, case .literal = graph.operation(of: operand) {
      let width = pattern.axes.count == 2 ? pattern.source.dimensions[1].known ?? 1 : 1
      let place = pattern.axes.count == 2 ? position[0] * width + position[1] : position[0]
      return self[graph.operand(of: operand, at: place)]
    }
    let phrase = base.phrase
    if isEntry, let entry = phrase.entry(at: position.map { .entry($0 + 1) }) {
      return Reading(entry, order: 0)
    }
    return slice(pattern, of: phrase)
  }

  private func slice(_ pattern: SlicePattern, of base: Phrase) -> Reading {
    let positions = zip(pattern.axes, pattern.source.dimensions).map { axis, length in
      switch axis {
      case .index(let place): Phrase.Index.Position.entry(place + 1)
      case .range(let start, let count):
        Phrase.Index.Position.range(
          first: .size(start + Dimension(1)), last: .size(start + count))
      case .all: Phrase.Index.Position.all
      }
    }
    let index = Phrase.Index(
      base: base, positions: positions, entries: entries(of: pattern),
      lengths: pattern.source.known)
    let order = pattern.shape.order
    guard order == 1, pattern.axes.count == 2, case .index = pattern.axes[0] else {
      return Reading(.index(index), order: order)
    }
    return Reading(body: .strand(Strand(row: Written(.index(index)))))
  }

  private func entries(of pattern: SlicePattern) -> [[Int]]? {
    guard pattern.axes.count <= 2, let count = pattern.shape.entryCount,
      count <= NodeReader.fewEntries
    else { return nil }
    let lists = zip(pattern.axes, pattern.source.dimensions).compactMap { axis, length -> [Int]? in
      switch axis {
      case .index(let place): [place + 1]
      case .range(let start, let count):
        start.known.flatMap { first in count.known.map { Array(first + 1..<first + 1 + $0) } }
      case .all: length.known.map { Array(1..<1 + $0) }
      }
    }
    return lists.count == pattern.axes.count ? lists : nil
  }
}
