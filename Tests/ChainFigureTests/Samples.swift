import ChainDerivation
import ExpressionGraph
import NumericEvaluation

/// A small source: inputs and definitions, then derivatives to show.
struct Source {
  var graph = ExpressionGraph()
  private var inputs: [NodeID] = []
  private var point = Environment()
  private var serial = 0

  mutating func input(
    _ name: String, _ value: Double? = nil, _ properties: Properties = []
  ) -> NodeID {
    let node = graph.variable(Variable(name: name, shape: .scalar, properties: properties))
    inputs.append(node)
    if let value { point.values[node] = Tensor(shape: [], data: [value]) }
    return node
  }

  mutating func vector(_ name: String, _ values: [Double]) -> NodeID {
    let shape = Shape([Dimension(values.count)])
    let node = graph.variable(Variable(name: name, shape: shape))
    inputs.append(node)
    point.values[node] = Tensor(shape: [values.count], data: values)
    return node
  }

  mutating func define(_ name: String, _ body: NodeID) -> NodeID {
    serial += 1
    let definition = Definition(name: name, application: nil, parameters: [], serial: serial)
    return graph.define(definition, as: body)
  }

  mutating func sum(_ nodes: NodeID...) -> NodeID { graph.sum(nodes.map { (.one, $0) }) }

  mutating func scaled(_ factor: Int, _ node: NodeID) -> NodeID {
    graph.sum([(Number(factor), node)])
  }

  mutating func product(_ nodes: NodeID...) -> NodeID {
    graph.scalarProduct(nodes.map { ($0, .one) })
  }

  mutating func power(_ node: NodeID, _ exponent: Int) -> NodeID {
    graph.scalarProduct([(node, Number(exponent))])
  }

  func derivation(
    of output: NodeID, _ name: String, by variables: [(NodeID, String)], detail: Detail = .auto,
    paths: Int = 8
  ) -> Derivation {
    let queries = variables.map {
      DerivativeQuery(output: output, inputs: [$0.0], outputName: name, inputNames: [$0.1])
    }
    return derive(
      DerivationRequest(
        graph: graph, inputs: inputs, queries: queries, point: point.values.isEmpty ? nil : point,
        detail: detail, pathLimit: paths))
  }
}

enum Sample: String, CaseIterable {
  case abstract, abstractFunctions, twoPaths, twoPathsSymbolic, tree, neuron, trace, operations
  case double, threePaths, vector, zero, kink, gradient, logistic, repeated

  var derivation: Derivation {
    switch self {
    case .abstract: abstractDerivation(.auto)
    case .abstractFunctions: abstractDerivation(.functions)
    case .twoPaths: twoPathsDerivation(at: 0.5)
    case .twoPathsSymbolic: twoPathsDerivation(at: nil)
    case .tree: treeDerivation
    case .neuron: neuronDerivation
    case .trace: traceDerivation
    case .operations: operationsDerivation
    case .double: doubleDerivation
    case .threePaths: threePathsDerivation
    case .vector: vectorDerivation
    case .zero: zeroDerivation
    case .kink: kinkDerivation
    case .gradient: gradientDerivation
    case .logistic: logisticDerivation
    case .repeated: repeatedDerivation
    }
  }
}

/// x: R → R², f: R² → R, without definitions.
private func abstractDerivation(_ detail: Detail) -> Derivation {
  var source = Source()
  let t = source.input("t")
  let plane = Shape([Dimension(2 as Int)])
  let x = source.graph.application(
    AbstractFunction(name: "x", domain: [.scalar], codomain: plane), to: [t])
  let f = source.graph.application(
    AbstractFunction(name: "f", domain: [plane], codomain: .scalar), to: [x])
  return source.derivation(of: f, "f", by: [(t, "t")], detail: detail)
}

/// f = x₁² + 2x₂, x₁ = sin t, x₂ = cos t.
private func twoPathsDerivation(at value: Double?) -> Derivation {
  var source = Source()
  let t = source.input("t", value)
  let x1 = source.define("x1", source.graph.elementwise(.sin, t))
  let x2 = source.define("x2", source.graph.elementwise(.cos, t))
  let f = source.define("f", source.graph.sum([(.one, source.power(x1, 2)), (Number(2), x2)]))
  return source.derivation(of: f, "f", by: [(t, "t")])
}

/// Olah 2015: e = (a + b)(b + 1).
private var treeDerivation: Derivation {
  var source = Source()
  let (a, b) = (source.input("a", 2), source.input("b", 1))
  let c = source.define("c", source.sum(a, b))
  let d = source.define("d", source.sum(b, source.graph.number(1)))
  let e = source.define("e", source.product(c, d))
  return source.derivation(of: e, "e", by: [(a, "a"), (b, "b")])
}

/// The sigmoid neuron of Stanford's CS231n, gate by gate.
private var neuronDerivation: Derivation {
  var source = Source()
  let (w0, x0) = (source.input("w0", 2), source.input("x0", -1))
  let (w1, x1) = (source.input("w1", -3), source.input("x1", -2))
  let w2 = source.input("w2", -3)
  let m0 = source.define("m0", source.product(w0, x0))
  let m1 = source.define("m1", source.product(w1, x1))
  let s = source.define("s", source.sum(m0, m1))
  let d = source.define("d", source.sum(s, w2))
  let n = source.define("n", source.scaled(-1, d))
  let e = source.define("e", source.graph.elementwise(.exp, n))
  let p = source.define("p", source.sum(e, source.graph.number(1)))
  let f = source.define("f", source.power(p, -1))
  let inputs = [(w0, "w0"), (x0, "x0"), (w1, "w1"), (x1, "x1"), (w2, "w2")]
  return source.derivation(of: f, "f", by: inputs)
}

/// Baydin and others 2018: y = ln x₁ + x₁x₂ − sin x₂ at (2, 5).
private var traceDerivation: Derivation {
  var source = Source()
  let (x1, x2) = (source.input("x1", 2), source.input("x2", 5))
  let v1 = source.define("v1", source.graph.elementwise(.log, x1))
  let v2 = source.define("v2", source.product(x1, x2))
  let v3 = source.define("v3", source.graph.elementwise(.sin, x2))
  let v4 = source.define("v4", source.sum(v1, v2))
  let y = source.define("y", source.graph.sum([(.one, v4), (.minusOne, v3)]))
  return source.derivation(of: y, "y", by: [(x1, "x1"), (x2, "x2")])
}

/// The same with unnamed intermediates, one node an operation.
private var operationsDerivation: Derivation {
  var source = Source()
  let (x1, x2) = (source.input("x1", 2), source.input("x2", 5))
  let log = source.graph.elementwise(.log, x1)
  let product = source.product(x1, x2)
  let sin = source.graph.elementwise(.sin, x2)
  let y = source.define(
    "y", source.graph.sum([(.one, log), (.one, product), (.minusOne, sin)]))
  return source.derivation(of: y, "y", by: [(x1, "x1"), (x2, "x2")], detail: .operations)
}

/// b = a + a.
private var doubleDerivation: Derivation {
  var source = Source()
  let a = source.input("a", 3)
  let b = source.define("b", source.sum(a, a))
  return source.derivation(of: b, "b", by: [(a, "a")])
}

/// y = uvw with a constant k that nothing is differentiated by.
private var threePathsDerivation: Derivation {
  var source = Source()
  let (x, k) = (source.input("x", 1.5), source.input("k", 2, .constant))
  let u = source.define("u", source.power(x, 2))
  let v = source.define("v", source.graph.elementwise(.exp, x))
  let w = source.define("w", source.product(k, x))
  let y = source.define("y", source.product(u, v, w))
  return source.derivation(of: y, "y", by: [(x, "x")])
}

/// The two paths as one through a vector.
private var vectorDerivation: Derivation {
  var source = Source()
  let t = source.input("t", 0.5)
  let entries = [source.graph.elementwise(.sin, t), source.graph.elementwise(.cos, t)]
  let x = source.define("x", source.graph.literal(entries, shape: Shape([Dimension(2 as Int)])))
  let first = source.power(source.graph.entry(x, at: [0 as Int]), 2)
  let second = source.graph.entry(x, at: [1 as Int])
  let f = source.define("f", source.graph.sum([(.one, first), (Number(2), second)]))
  return source.derivation(of: f, "f", by: [(t, "t")], detail: .functions)
}

/// A step, whose derivative is zero, and a way past it.
private var zeroDerivation: Derivation {
  var source = Source()
  let x = source.input("x", 1.5)
  let u = source.define("u", source.graph.elementwise(.step, x))
  let y = source.define("y", source.sum(u, source.power(x, 2)))
  return source.derivation(of: y, "y", by: [(x, "x")])
}

private var kinkDerivation: Derivation {
  var source = Source()
  let x = source.input("x", 0)
  let y = source.define("y", source.graph.elementwise(.relu, x))
  let z = source.define("z", source.graph.elementwise(.sin, y))
  return source.derivation(of: z, "z", by: [(x, "x")])
}

/// A gradient by the entries of a vector.
private var gradientDerivation: Derivation {
  var source = Source()
  let x = source.vector("x", [1, 2])
  let (x1, x2) = (source.graph.entry(x, at: [0 as Int]), source.graph.entry(x, at: [1 as Int]))
  let f = source.define("f", source.sum(source.power(x1, 2), source.product(x1, x2)))
  return source.derivation(of: f, "f", by: [(x, "x")], detail: .components)
}

/// Logistic regression on one example, whose constants stand beside what they feed.
private var logisticDerivation: Derivation {
  var source = Source()
  let (w, y) = (source.input("w", 0.5), source.input("y", 1, .constant))
  let p = source.define("p", source.graph.elementwise(.sigmoid, w))
  func complement(_ node: NodeID) -> NodeID {
    source.graph.sum([(.one, source.graph.number(1)), (.minusOne, node)])
  }
  let hit = source.product(y, source.graph.elementwise(.log, p))
  let miss = source.product(complement(y), source.graph.elementwise(.log, complement(p)))
  let loss = source.define("L", source.graph.sum([(.minusOne, hit), (.minusOne, miss)]))
  return source.derivation(of: loss, "L", by: [(w, "w")])
}

/// f = xx with a node an operation: each occurrence of x is an edge.
private var repeatedDerivation: Derivation {
  var source = Source()
  let x = source.input("x", 2)
  let f = source.define("f", source.product(x, x))
  return source.derivation(of: f, "f", by: [(x, "x")], detail: .operations)
}

/// A chain of diamonds: u₁ = sin u₀ + cos u₀ and so on; 2ⁿ paths.
func diamonds(_ count: Int, listed: Int = 8) -> Derivation {
  var source = Source()
  let x = source.input("x", 1.1)
  var u = x
  for index in 1...count {
    let p = source.define("p\(index)", source.graph.elementwise(.sin, u))
    let q = source.define("q\(index)", source.graph.elementwise(.cos, u))
    u = source.define("u\(index)", source.sum(p, q))
  }
  return source.derivation(of: u, "u\(count)", by: [(x, "x")], paths: listed)
}

/// SplitMix64, after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// A derivation of up to 30 nodes, like those people write: definitions that use one or two
/// earlier ones.
func randomDerivation(seed: UInt64) -> Derivation {
  var random = SeededGenerator(seed: seed)
  var source = Source()
  let count = Int.random(in: 1...3, using: &random)
  let inputs = (1...count).map { source.input("x\($0)", 0.5 + 0.25 * Double($0)) }
  var nodes = inputs
  for index in 1...Int.random(in: 2...(30 - count), using: &random) {
    let a = nodes[Int.random(in: max(0, nodes.count - 4)..<nodes.count, using: &random)]
    let b = nodes[Int.random(in: 0..<nodes.count, using: &random)]
    let body =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: source.graph.elementwise(.sin, a)
      case 1: source.graph.elementwise(.exp, source.scaled(-1, a))
      case 2: source.product(a, b)
      case 3: source.graph.sum([(.one, a), (Number(-3), b)])
      default: source.power(a, 2)
      }
    nodes.append(source.define("y\(index)", body))
  }
  let output = nodes[nodes.count - 1]
  let variables = inputs.enumerated().map { ($0.element, "x\($0.offset + 1)") }
  return source.derivation(of: output, "y\(nodes.count - count)", by: variables)
}
