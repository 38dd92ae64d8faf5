import ChainDerivation
import ExpressionGraph
import NumericEvaluation

/// The numbers of a figure as rows that the page evaluates, operands before users.
struct PageProgram {
  /// Why the page cannot work numbers out again.
  enum Obstacle: Error {
    case abstract(String)
    case symbolicSize
    case tooLarge
  }

  private(set) var rows: [JSONValue] = []
  /// The inputs among the rows, with the nodes they are.
  private(set) var inputs: [(row: Int, node: NodeID)] = []
  private var positions: [NodeID: Int] = [:]
  private let graph: ExpressionGraph
  private let sizes: [String: Int]

  /// Entries of all rows together, and steps of one product, that a page should bear.
  private static let mostEntries = 20_000
  private static let mostSteps = 200_000

  /// All that the roots depend on; throws what stands in the way.
  init(of roots: [NodeID], in derivation: Derivation) throws(Obstacle) {
    graph = derivation.graph
    sizes = derivation.sizes
    var entries = 0
    for node in graph.nodes(below: roots) {
      guard let lengths = graph.shape(of: node).lengths(sizes) else { throw .symbolicSize }
      let count = lengths.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
      entries += count
      guard count >= 0, entries <= Self.mostEntries else { throw .tooLarge }
      positions[node] = rows.count
      if case .variable = graph.operation(of: node) { inputs.append((rows.count, node)) }
      rows.append(try row(of: node, lengths))
    }
  }

  /// Every root is an input that keeps its value, for what the page cannot evaluate.
  init(fixing roots: [NodeID], in derivation: Derivation) {
    graph = derivation.graph
    sizes = derivation.sizes
    for root in roots where positions[root] == nil {
      guard let value = derivation.value(of: root) else { continue }
      positions[root] = rows.count
      inputs.append((rows.count, root))
      rows.append(
        .object([("o", .text("input")), ("s", .integers(value.shape)), ("a", .list([]))]))
    }
  }

  /// The row of a node; nil if it has no numbers.
  func row(_ node: NodeID?) -> Int? { node.flatMap { positions[$0] } }

  private func row(of node: NodeID, _ lengths: [Int]) throws(Obstacle) -> JSONValue {
    let operands = graph.operands(of: node).compactMap { positions[$0] }
    let (name, facts) = try facts(of: node, lengths)
    return .object(
      [("o", .text(name)), ("s", .integers(lengths)), ("a", .integers(operands))] + facts)
  }

  /// What the row does, and what it needs to know for that.
  private func facts(
    of node: NodeID, _ lengths: [Int]
  ) throws(Obstacle) -> (String, [(String, JSONValue)]) {
    switch graph.operation(of: node) {
    case .variable: return ("input", [])
    case .number(let id): return ("number", [("c", .number(graph[id].double))])
    case .pi: return ("number", [("c", .number(.pi))])
    case .dimension(let id):
      return ("number", [("c", .integer(try length(graph[id])))])
    case .definition: return ("copy", [])
    case .sum(let id):
      return ("sum", [("c", .list(graph[id].coefficients.map { .number($0.double) }))])
    case .product(let id): return ("product", try product(graph[id]))
    case .elementwise(let function):
      return (function.arity == 1 ? "one" : "two", [("f", .text(function.name))])
    case .reduction(let reduction): return ("reduce", [("f", .text(reduction.name))])
    case .vectorFunction(let function): return ("vector", [("f", .text(function.name))])
    case .matrixFunction(let function): return ("matrix", [("f", .text(function.name))])
    case .literal: return ("literal", [])
    case .slice(let id): return ("pick", [("p", .integers(try positions(of: graph[id])))])
    case .selector(let id):
      let width = try self.lengths(graph[id].source).reduce(1, *)
      let places = try positions(of: graph[id])
      return ("selector", [("p", .integers(places)), ("w", .integer(width))])
    case .reshape(let id):
      let places = reshapedPositions(
        from: try self.lengths(graph[id].source), to: try self.lengths(graph[id].target))
      return ("pick", [("p", .integers(places))])
    case .join(let id): return ("join", [("p", try join(graph[id]))])
    case .triangle(let id): return ("triangle", [("u", .flag(graph[id].isUpper))])
    case .choice(let id):
      return ("choice", [("p", .list(graph[id].comparisons.map { .text($0.rawValue) }))])
    case .application(let id): throw .abstract(graph[id].function.name)
    }
  }

  private func length(_ dimension: Dimension) throws(Obstacle) -> Int {
    guard let length = dimension.length(sizes) else { throw .symbolicSize }
    return length
  }

  private func lengths(_ shape: Shape) throws(Obstacle) -> [Int] {
    guard let lengths = shape.lengths(sizes) else { throw .symbolicSize }
    return lengths
  }

  private func product(_ pattern: ProductPattern) throws(Obstacle) -> [(String, JSONValue)] {
    var scale = pattern.coefficient.double
    for size in pattern.sizes {
      let length = Double(try length(size.dimension))
      for _ in 0..<abs(size.exponent) {
        scale = size.exponent < 0 ? scale / length : scale * length
      }
    }
    let lengths = try lengths(Shape(pattern.extents))
    guard lengths.reduce(1.0, { $0 * Double($1) }) <= Double(Self.mostSteps) else {
      throw .tooLarge
    }
    return [
      ("c", .number(scale)), ("n", .integers(lengths)),
      ("l", .list(pattern.factors.map { .integers($0.labels.map { Int($0.index) }) })),
      ("e", .list(pattern.factors.map { .number($0.exponent.double) })),
      ("t", .integers(pattern.output.map { Int($0.index) })),
    ]
  }

  /// For each entry of a slice its position in the operand.
  private func positions(of pattern: SlicePattern) throws(Obstacle) -> [Int] {
    let source = try lengths(pattern.source)
    var positions = [0]
    var stride = source.reduce(1, *)
    for (axis, selection) in pattern.axes.enumerated() {
      stride /= max(source[axis], 1)
      let range: Range<Int>
      switch selection {
      case .index(let index): range = index..<index + 1
      case .range(let start, let count):
        let first = try length(start)
        range = first..<first + (try length(count))
      case .all: range = 0..<source[axis]
      }
      positions = positions.flatMap { base in range.map { base + $0 * stride } }
    }
    return positions
  }

  /// For each entry of the whole which part it comes from, and its position there.
  private func join(_ pattern: JoinPattern) throws(Obstacle) -> JSONValue {
    var parts: [[Int]] = []
    for part in pattern.parts { parts.append(try lengths(part)) }
    let outer = parts[0][..<pattern.axis].reduce(1, *)
    let blocks = parts.map { $0[pattern.axis...].reduce(1, *) }
    var places: [JSONValue] = []
    for row in 0..<outer {
      for (part, block) in blocks.enumerated() {
        places += (0..<block).map { .integers([part, row * block + $0]) }
      }
    }
    return .list(places)
  }
}
