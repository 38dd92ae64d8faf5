import ChainDerivation
import ExpressionGraph
import TensorCalculus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Builds a function of a size and its gradient, and prints how long each took as one line of JSON.
///
/// `ChainGraphBenchmark TASK N`; tasks: `chain` sin(cos(sin(…x))), `speel` x₁x₂…xₙ, `logistic` the
/// map 4x(1 − x) composed with itself. `derive-logistic` and `derive-definitions` (a chain of named
/// sines and cosines) derive all that a figure shows.
struct GradientTask {
  var graph = ExpressionGraph()
  var inputs: [NodeID] = []

  mutating func variable(_ name: String) -> NodeID {
    let node = graph.variable(Variable(name: name, shape: .scalar))
    inputs.append(node)
    return node
  }

  mutating func times(_ a: NodeID, _ b: NodeID) -> NodeID {
    graph.binary(.product(graph.plainProduct), a, b)
  }

  /// The function's node; nil if there is no such task.
  mutating func build(_ task: String, size: Int, names: [String]) -> NodeID? {
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
}

extension GradientTask {
  /// The gradient alone, or with all that a figure shows of it.
  mutating func derive(_ output: NodeID, isWhole: Bool) -> [NodeID] {
    guard isWhole else {
      let adjoints = graph.adjoints(of: output, by: NodeSet(inputs))
      return inputs.compactMap { adjoints[$0] }
    }
    let queries = inputs.map {
      DerivativeQuery(output: output, inputs: [$0], outputName: "f", inputNames: ["x"])
    }
    let derivation = ChainDerivation.derive(
      DerivationRequest(graph: graph, inputs: inputs, queries: queries, point: nil))
    graph = derivation.graph
    return derivation.derivatives.map(\.total)
  }
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
}

/// The largest memory the process has had, in MiB.
func peakMemory() -> Double {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #else
    getrusage(RUSAGE_SELF, &usage)
  #endif
  return Double(usage.ru_maxrss) / 1024
}

let arguments = CommandLine.arguments
var task = GradientTask()
let size = arguments.count == 3 ? Int(arguments[2]) ?? 0 : 0
let names = (0..<size).map { "x\($0)" }
let start = now()
guard size > 0, let output = task.build(arguments[1], size: size, names: names) else {
  print("usage: ChainGraphBenchmark chain|speel|logistic N")
  exit(64)
}
let built = now()
let gradient = task.derive(output, isWhole: arguments[1].hasPrefix("derive"))
let derived = now()
let dag = task.graph.nodes(below: gradient).count
print(
  """
  {"m": {"task": "\(arguments[1])", "n": \(size), "build_ms": \(built - start), \
  "grad_ms": \(derived - built), "dag": \(dag), "rss_mib": \(peakMemory()), \
  "note": "\(task.graph.count) nodes in all"}}
  """)
