import ExpressionGraph

/// How a row of an evaluator computes its entries; numbers are positions in `KernelTables`.
enum Kernel {
  /// A held value, copied in from the environment.
  case input
  case constant(Double)
  case copy
  case sum(Int)
  case product(Int)
  case elementwise(ElementwiseFunction)
  case reduction(Reduction)
  case vectorFunction(VectorFunction)
  case matrixFunction(MatrixFunction)
  case literal
  case slice(Int)
  case selector(Int)
  case join(Int)
  case triangle(isUpper: Bool, columns: Int)
  case choice(Int)
  case application(Int)
  /// A size is unknown, or the work is beyond reason: there is no value.
  case unresolved
}

/// A derivative of an abstract function, whose stand-in the environment brings.
struct ApplicationPlan {
  let derivatives: [Int]
  /// A position in the evaluator's list of functions.
  let function: Int
}

/// What kernels need beyond their operands, each pattern once.
struct KernelTables {
  private(set) var sums: [[Double]] = []
  private(set) var products: [ProductPlan] = []
  /// For each entry of a slice its position in the operand.
  private(set) var slices: [[Int]] = []
  private(set) var joins: [JoinPlan] = []
  private(set) var choices: [[Comparison]] = []
  private(set) var applications: [ApplicationPlan] = []
  /// The abstract functions that occur, in order of first appearance.
  private(set) var functions: [AbstractFunction] = []
  private let sizes: [String: Int]
  /// Positions by operation, so that a pattern is planned once; nil for one that cannot be.
  private var known: [Operation: Kernel] = [:]

  init(sizes: [String: Int]) {
    self.sizes = sizes
  }

  /// The most scratch space that a product needs.
  var scratchCount: Int { products.reduce(1) { max($0, $1.scratchCount) } }

  /// The kernel of an operation whose operands and result have known sizes.
  mutating func kernel(of operation: Operation, in graph: ExpressionGraph) -> Kernel {
    switch operation {
    case .variable: return .input
    case .number(let id): return .constant(graph[id].double)
    case .pi: return .constant(.pi)
    case .dimension(let id):
      return graph[id].length(sizes).map { .constant(Double($0)) } ?? .unresolved
    case .elementwise(let function): return .elementwise(function)
    case .reduction(let reduction): return .reduction(reduction)
    case .vectorFunction(let function): return .vectorFunction(function)
    case .matrixFunction(let function): return .matrixFunction(function)
    case .literal: return .literal
    case .definition: return .copy
    case .triangle(let id):
      guard let lengths = graph[id].shape.lengths(sizes) else { return .unresolved }
      return .triangle(isUpper: graph[id].isUpper, columns: lengths[1])
    case .sum, .product, .slice, .selector, .reshape, .join, .choice, .application:
      if let kernel = known[operation] { return kernel }
      let kernel = plan(operation, in: graph)
      known[operation] = kernel
      return kernel
    }
  }

  private mutating func plan(_ operation: Operation, in graph: ExpressionGraph) -> Kernel {
    switch operation {
    case .sum(let id):
      sums.append(graph[id].coefficients.map(\.double))
      return .sum(sums.count - 1)
    case .product(let id):
      guard let plan = ProductPlan(graph[id], sizes: sizes) else { return .unresolved }
      products.append(plan)
      return .product(products.count - 1)
    case .slice(let id):
      guard let plan = slicePositions(graph[id]) else { return .unresolved }
      slices.append(plan)
      return .slice(slices.count - 1)
    case .selector(let id):
      guard let plan = slicePositions(graph[id]) else { return .unresolved }
      slices.append(plan)
      return .selector(slices.count - 1)
    case .reshape(let id):
      guard let plan = positions(of: graph[id]) else { return .unresolved }
      slices.append(plan)
      return .slice(slices.count - 1)
    case .join(let id):
      guard let plan = JoinPlan(graph[id], sizes: sizes) else { return .unresolved }
      joins.append(plan)
      return .join(joins.count - 1)
    case .choice(let id):
      choices.append(graph[id].comparisons)
      return .choice(choices.count - 1)
    case .application(let id):
      applications.append(
        ApplicationPlan(
          derivatives: graph[id].derivatives, function: position(of: graph[id].function)))
      return .application(applications.count - 1)
    case .variable, .number, .pi, .dimension, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .triangle, .definition:
      return .unresolved
    }
  }

  private mutating func position(of function: AbstractFunction) -> Int {
    if let position = functions.firstIndex(of: function) { return position }
    functions.append(function)
    return functions.count - 1
  }

  /// The flat position in the operand of each entry of the slice; nil where it reaches outside.
  private func slicePositions(_ pattern: SlicePattern) -> [Int]? {
    guard let source = pattern.source.lengths(sizes) else { return nil }
    let strides = rowMajorStrides(source)
    var positions = [0]
    for (axis, selection) in pattern.axes.enumerated() {
      let range: Range<Int>
      switch selection {
      case .index(let index): range = index..<index + 1
      case .range(let start, let length):
        guard let count = length.length(sizes), let first = start.length(sizes) else { return nil }
        range = first..<first + count
      case .all: range = 0..<source[axis]
      }
      guard range.lowerBound >= 0, range.upperBound <= source[axis] else { return nil }
      positions = positions.flatMap { base in range.map { base + $0 * strides[axis] } }
    }
    return positions
  }

  /// For each entry of the result, row by row, its position in the operand: both are counted with
  /// the first axis running fastest.
  private func positions(of pattern: ReshapePattern) -> [Int]? {
    guard let source = pattern.source.lengths(sizes), let target = pattern.target.lengths(sizes),
      source.reduce(1, *) == target.reduce(1, *)
    else { return nil }
    return reshapedPositions(from: source, to: target)
  }
}
