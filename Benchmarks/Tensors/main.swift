import CLAPACK
import CSupport
import ExpressionGraph
import NumericEvaluation
import TensorCalculus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints ratios of tensor calculus in one run, a line each.
///
/// - `gradient`: the gradient of ½‖W₂ tanh(W₁X) − T‖² by both weights at width 1,000 and 128
///   columns, against its five matrix products by BLAS alone;
/// - `layers`: the time a layer to derive the gradient of a deep network, 100 layers against 10;
/// - `logistic`: nodes of the derivative a step of the logistic map, 1,000 steps against 100.
struct Network {
  var graph = ExpressionGraph()
  var weights: [NodeID] = []

  mutating func matrix(_ name: String, _ rows: Int, _ columns: Int) -> NodeID {
    graph.variable(Variable(name: name, shape: Shape([Dimension(rows), Dimension(columns)])))
  }

  mutating func product(_ a: NodeID, _ b: NodeID) -> NodeID {
    let outer = graph.shape(of: a).dimensions
    let labels = (0..<3).map(Label.init)
    return graph.product(
      ProductPattern(
        factors: [.init(labels: [labels[0], labels[1]]), .init(labels: [labels[1], labels[2]])],
        output: [labels[0], labels[2]], extents: outer + [graph.shape(of: b).dimensions[1]]),
      [a, b])
  }

  /// Half the sum of squares of what a network of so many layers misses its target by.
  mutating func loss(layers: Int, width: Int, columns: Int) -> NodeID {
    var value = matrix("X", width, columns)
    for layer in 1...layers {
      let weight = matrix("W\(layer)", width, width)
      weights.append(weight)
      value = product(weight, value)
      if layer < layers { value = graph.elementwise(.tanh, value) }
    }
    let target = matrix("T", width, columns)
    let miss = graph.sum([(.one, value), (.minusOne, target)])
    let labels = (0..<2).map(Label.init)
    let square = ProductPattern(
      coefficient: Number(numerator: 1, denominator: 2) ?? .one,
      factors: [.init(labels: labels), .init(labels: labels)],
      extents: graph.shape(of: miss).dimensions)
    return graph.product(square, [miss, miss])
  }

  /// The gradient by every weight, simplified as it is shown.
  mutating func gradient(of loss: NodeID) -> [NodeID] {
    var simplifier = Simplifier(facts: true)
    let adjoints = graph.adjoints(of: loss, by: NodeSet(weights))
    return weights.compactMap { weight in
      adjoints[weight].map { simplifier.simplified($0, in: &graph) }
    }
  }
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
}

/// The median of alternating runs, in milliseconds, so that a machine that slows down slows both.
func medians(rounds: Int, _ first: () -> Void, _ second: () -> Void) -> (Double, Double) {
  var times: [(Double, Double)] = []
  for _ in 0..<rounds {
    let start = now()
    first()
    let middle = now()
    second()
    times.append((middle - start, now() - middle))
  }
  return (
    times.map(\.0).sorted()[rounds / 2], times.map(\.1).sorted()[rounds / 2]
  )
}

/// Entries between −1 and 1 without a pattern that a cache would like.
func tensor(_ rows: Int, _ columns: Int, scale: Double) -> Tensor {
  var state: UInt64 = 88_172_645_463_325_252
  return Tensor(
    shape: [rows, columns],
    data: (0..<rows * columns).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return scale * (Double(state >> 11) * 0x1p-52 - 1)
    })
}

func compareGradient(width: Int, columns: Int) {
  var network = Network()
  let loss = network.loss(layers: 2, width: width, columns: columns)
  let gradient = network.gradient(of: loss)
  let evaluator = Evaluator(network.graph, roots: gradient)
  var point = Environment()
  for input in evaluator.inputs {
    let lengths = evaluator.lengths(of: input) ?? []
    point.values[input] = tensor(lengths[0], lengths[1], scale: 0.05)
  }
  let (a, x) = (tensor(width, width, scale: 0.05), tensor(width, columns, scale: 0.05))
  var (layer, square) = (x, a)
  func multiply(
    _ left: Tensor, _ right: Tensor, turned: (Bool, Bool), into result: inout Tensor, inner: Int
  ) {
    let (rows, columns) = (result.shape[0], result.shape[1])
    let along = { (count: Int) in chaingraph_strides(row: Int32(count), column: 1) }
    let down = { (count: Int) in chaingraph_strides(row: 1, column: Int32(count)) }
    result.data.withUnsafeMutableBufferPointer { target in
      guard let address = target.baseAddress else { return }
      target.update(repeating: 0)
      _ = chaingraph_blas_add_product(
        Int32(rows), Int32(columns), Int32(inner), left.data,
        turned.0 ? down(rows) : along(inner), right.data,
        turned.1 ? down(inner) : along(columns), address, along(columns))
    }
  }
  var check = 0.0
  let (ours, alone) = medians(
    rounds: 9,
    { check += evaluator(point).hasValue(gradient[0]) ? 0 : .nan },
    {
      multiply(a, x, turned: (false, false), into: &layer, inner: width)
      multiply(a, x, turned: (false, false), into: &layer, inner: width)
      multiply(x, x, turned: (false, true), into: &square, inner: columns)
      multiply(a, x, turned: (true, false), into: &layer, inner: width)
      multiply(x, x, turned: (false, true), into: &square, inner: columns)
      check += layer.data[0] + square.data[0]
    })
  precondition(check.isFinite, "both sides have a value")
  report("gradient", ours, "ms", "BLAS alone", alone, limit: 1.3)
}

func compareLayers() {
  func time(_ layers: Int) -> Double {
    (0..<9).map { _ in
      var network = Network()
      let loss = network.loss(layers: layers, width: 8, columns: 4)
      let start = now()
      let gradient = network.gradient(of: loss)
      precondition(gradient.count == layers, "every weight has a derivative")
      return now() - start
    }.sorted()[4] / Double(layers)
  }
  _ = time(10)
  report("layers", time(100), "ms a layer of 100", "of 10", time(10), limit: 1.5)
}

func compareLogistic() {
  func nodes(_ steps: Int) -> Double {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: .scalar))
    let one = graph.number(1)
    let value = (0..<steps).reduce(x) { value, _ in
      let rest = graph.sum([(.one, one), (.minusOne, value)])
      return graph.scalarProduct(coefficient: Number(4), [(value, .one), (rest, .one)])
    }
    var simplifier = Simplifier(facts: true)
    let derivative = graph.derivative(of: value, by: [x], simplifier: &simplifier)
    return Double(graph.nodes(below: [derivative]).count) / Double(steps)
  }
  report("logistic", nodes(1000), "nodes a step of 1,000", "of 100", nodes(100), limit: 1.1)
}

/// One line: what was measured, against what, and the ratio with its limit.
func report(
  _ name: String, _ ours: Double, _ unit: String, _ other: String, _ theirs: Double, limit: Double
) {
  let rounded = { (value: Double) in (value * 1000).rounded() / 1000 }
  print(
    "\(name): \(rounded(ours)) \(unit), \(other) \(rounded(theirs)), "
      + "ratio \(rounded(ours / theirs)) (limit \(limit))")
}

// As the program itself does.
chaingraph_keep_memory()
compareGradient(width: 1000, columns: 128)
compareLayers()
compareLogistic()
