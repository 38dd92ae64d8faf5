import ChainDerivation
import ExpressionGraph
import TensorCalculus

/// A function of a size, and its gradient.
///
/// `chain` is sin(cos(sin(…x))), `speel` x₁x₂…xₙ, `logistic` the map 4x(1 − x) composed with itself;
/// `derive-logistic` and `derive-definitions` (a chain of named sines and cosines) derive all that a
/// figure shows.
struct GradientTask {
  private var graph = ExpressionGraph()
  private var inputs: [NodeID] = []

  private mutating func variable(_ name: String) -> NodeID {
    let node = graph.variable(Variable(name: name, shape: .scalar))
    inputs.append(node)
    return node
  }

  private mutating func times(_ a: NodeID, _ b: NodeID) -> NodeID {
    graph.binary(.product(graph.plainProduct), a, b)
  }

  /// The function's node; nil if there is no such task.
  private mutating func build(_ task: String, size: Int, names: [String]) -> NodeID? {
    switch task {
    case "chain":
      return (0..<size).reduce(variable("x")) { chain, step in
        graph.elementwise(step % 2 == 0 ? .sin : .cos, chain)
      }
    case "speel":
      return (1..<size).reduce(variable(names[0])) { product, index in
        times(product, variable(names[index]))
      }
    case "derive-definitions":
      return (0..<size).reduce(variable("x")) { chain, step in
        let next = graph.elementwise(step % 2 == 0 ? .sin : .cos, chain)
        return graph.define(
          Definition(name: names[step], application: nil, parameters: [], serial: step), as: next)
      }
    case "logistic", "derive-logistic":
      let x = variable("x")
      let four = graph.number(4)
      let one = graph.number(1)
      let minus = graph.intern(SumPattern(coefficients: [.one, .minusOne]))
      return (0..<size).reduce(x) { value, _ in
        let rest = graph.binary(.sum(minus), one, value)
        let scaled = times(four, value)
        return times(scaled, rest)
      }
    case _: return nil
    }
  }

  /// The gradient alone, or with all that a figure shows of it.
  private mutating func derive(_ output: NodeID, isWhole: Bool) {
    guard isWhole else {
      _ = graph.adjoints(of: output, by: NodeSet(inputs))
      return
    }
    let queries = inputs.map {
      DerivativeQuery(output: output, inputs: [$0], outputName: "f", inputNames: ["x"])
    }
    _ = ChainDerivation.derive(
      DerivationRequest(graph: graph, inputs: inputs, queries: queries, point: nil))
  }

  /// Milliseconds of processor time that building and deriving take; nil if there is no such task.
  static func cost(of task: String, size: Int) -> Double? {
    let names = (0..<max(0, size)).map { "x\($0)" }
    let start = processorTime()
    var gradient = GradientTask()
    guard size > 0, let output = gradient.build(task, size: size, names: names) else { return nil }
    gradient.derive(output, isWhole: task.hasPrefix("derive"))
    return processorTime() - start
  }
}
