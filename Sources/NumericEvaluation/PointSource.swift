import ExpressionGraph

/// Where the points of a check come from.
struct PointSource {
  private struct Input {
    let node: NodeID
    let lengths: [Int]
    let properties: Properties
  }

  /// Every variable and held node, ascending.
  private var inputs: [Input] = []
  /// Those that the function or its derivative needs.
  private let needed: Set<NodeID>
  /// The held definitions by way of what defines them.
  private let definitions: Evaluator
  private let held: [NodeID]
  private let functions: [AbstractFunction]
  private let sizes: [String: Int]

  /// Nil if an input has no known size.
  init?(
    _ graph: ExpressionGraph, _ evaluators: [Evaluator], _ definitions: Evaluator,
    _ held: [NodeID], _ sizes: [String: Int]
  ) {
    self.definitions = definitions
    self.held = held
    self.sizes = sizes
    needed = Set(evaluators.flatMap(\.inputs))
    functions = (evaluators + [definitions]).flatMap(\.functions)
    for node in needed.union(definitions.inputs).sorted() {
      guard let lengths = graph.shape(of: node).lengths(sizes) else { return nil }
      let properties: Properties =
        if case .variable(let id) = graph.operation(of: node) {
          graph[id].properties
        } else {
          []
        }
      inputs.append(Input(node: node, lengths: lengths, properties: properties))
    }
  }

  /// The given point with held definitions evaluated; nil if it lacks an input.
  func completed(_ given: Environment, seed: UInt64) -> Environment? {
    var point = evaluatingDefinitions(in: withStandIns(given, seed: seed), replacing: false)
    point.sizes = sizes
    let isComplete = inputs.allSatisfy { input in
      !needed.contains(input.node)
        || point.values[input.node]?.count == input.lengths.reduce(1, *)
    }
    return isComplete ? point : nil
  }

  /// A random point of some style.
  ///
  /// The seed is that of the check; attempts 2k and 2k + 1 lie on opposite sides of zero, so that
  /// functions with a kink there are seen on both.
  func random(
    _ style: PointStyle, near given: Environment?, seed: UInt64, attempt: Int
  ) -> Environment {
    var point = withStandIns(Environment(sizes: sizes), seed: seed &+ UInt64(attempt))
    var generator = SeededGenerator(seed: seed, name: "point \(attempt / 2)")
    let isMirrored = attempt % 2 == 1
    for input in inputs {
      point.values[input.node] = value(
        of: input, style, given?.values[input.node], isMirrored, &generator)
    }
    return style == .derived ? evaluatingDefinitions(in: point, replacing: true) : point
  }

  private func value(
    of input: Input, _ style: PointStyle, _ given: Tensor?, _ isMirrored: Bool,
    _ generator: inout SeededGenerator
  ) -> Tensor {
    if style == .nearGiven, var near = given, near.count == input.lengths.reduce(1, *) {
      guard input.properties.isSubset(of: [.positive, .constant]) else { return near }
      for i in near.data.indices { near[i] *= 1 + generator.uniform(-0.1, 0.1) }
      return near
    }
    let ranges = EntryRange.allCases
    let range =
      switch style {
      case .plain(let range): range
      case .mixed, .nearGiven, .derived: ranges[Int(generator.next() % UInt64(ranges.count))]
      }
    return input.properties.randomTensor(
      shape: input.lengths, range, isMirrored: isMirrored, &generator)
  }

  private func evaluatingDefinitions(in point: Environment, replacing: Bool) -> Environment {
    var point = point
    let evaluation = definitions(point)
    for node in held where replacing || point.values[node] == nil {
      point.values[node] = evaluation[node] ?? point.values[node]
    }
    return point
  }

  private func withStandIns(_ point: Environment, seed: UInt64) -> Environment {
    var point = point
    for function in functions where point.functions[function] == nil {
      point.functions[function] = StandIn(for: function, sizes: sizes, seed: seed)
    }
    return point
  }
}

/// How a random point is drawn.
///
/// Points of one style may all lie outside a function's domain.
enum PointStyle: Equatable {
  case plain(EntryRange)
  /// Each input in a range of its own.
  case mixed
  /// Within a tenth of the given point.
  case nearGiven
  /// Held definitions have the values that follow from random inputs.
  case derived

  private static let styles: [PointStyle] = [
    .plain(.normal), .plain(.normal), .plain(.positive), .plain(.unit), .plain(.normal),
    .plain(.aboveOne), .mixed, .derived, .nearGiven,
  ]

  /// The next style after so many points that were of no use.
  static func style(afterFailures count: Int) -> PointStyle {
    styles[count < styles.count ? count : styles.count - 3 + (count - styles.count) % 3]
  }
}
