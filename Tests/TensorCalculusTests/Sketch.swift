import ExpressionGraph

/// An expression written with Swift's operators and built when a graph is there to hold it.
struct Sketch: Sendable {
  let build: @Sendable (inout ExpressionGraph) -> NodeID

  init(_ build: @escaping @Sendable (inout ExpressionGraph) -> NodeID) {
    self.build = build
  }

  /// An input; dimensions are numbers or symbols.
  static func input(_ name: String, _ dimensions: String...) -> Sketch {
    let shape = Shape(dimensions.map { Int($0).map { Dimension($0) } ?? Dimension(symbol: $0) })
    return Sketch { $0.variable(Variable(name: name, shape: shape)) }
  }

  static func fraction(_ numerator: Int64, _ denominator: Int64) -> Sketch {
    let value = Number(numerator: numerator, denominator: denominator) ?? .zero
    return Sketch { $0.number(value) }
  }

  static let pi = Sketch { $0.node(.pi) }

  func callAsFunction(at position: Int...) -> Sketch {
    Sketch { $0.entry(build(&$0), at: position) }
  }

  func slice(_ axes: SlicePattern.Axis...) -> Sketch {
    Sketch { $0.slice(build(&$0), axes) }
  }

  func reduced(_ reduction: Reduction) -> Sketch {
    Sketch { $0.unary(.reduction(reduction), build(&$0)) }
  }

  func mixed(_ function: VectorFunction) -> Sketch {
    Sketch { $0.unary(.vectorFunction(function), build(&$0)) }
  }
}

extension Sketch: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) {
    self.init { $0.number(value) }
  }
}

extension Sketch {
  static func + (a: Sketch, b: Sketch) -> Sketch { a.plus(b, .one) }
  static func - (a: Sketch, b: Sketch) -> Sketch { a.plus(b, .minusOne) }
  static func * (a: Sketch, b: Sketch) -> Sketch { a.times(b, .one) }
  static func / (a: Sketch, b: Sketch) -> Sketch { a.times(b, .minusOne) }
  static prefix func - (a: Sketch) -> Sketch { Sketch { $0.sum([(.minusOne, a.build(&$0))]) } }

  /// A constant power, entry by entry.
  static func ^ (base: Sketch, exponent: Int) -> Sketch { base.power(Number(exponent)) }

  /// A power with any exponent.
  static func ** (base: Sketch, exponent: Sketch) -> Sketch { apply(.power, base, exponent) }

  func power(_ exponent: Number) -> Sketch {
    Sketch { graph in
      let node = build(&graph)
      return graph.hadamard([(node, exponent)], shape: graph.shape(of: node))
    }
  }

  private func plus(_ other: Sketch, _ sign: Number) -> Sketch {
    Sketch { graph in
      let (a, b, shape) = pair(with: other, in: &graph)
      return graph.sum([
        (.one, graph.broadcast(a, to: shape)), (sign, graph.broadcast(b, to: shape)),
      ])
    }
  }

  private func times(_ other: Sketch, _ exponent: Number) -> Sketch {
    Sketch { graph in
      let (a, b, shape) = pair(with: other, in: &graph)
      return graph.hadamard([(a, .one), (b, exponent)], shape: shape)
    }
  }

  private func pair(with other: Sketch, in graph: inout ExpressionGraph) -> (NodeID, NodeID, Shape)
  {
    let (a, b) = (build(&graph), other.build(&graph))
    return (a, b, graph.isScalar(a) ? graph.shape(of: b) : graph.shape(of: a))
  }
}

infix operator ** : BitwiseShiftPrecedence
precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
}
infix operator ^ : PowerPrecedence

func apply(_ function: ElementwiseFunction, _ operands: Sketch...) -> Sketch {
  Sketch { graph in
    let nodes = operands.map { $0.build(&graph) }
    return graph.node(.elementwise(function), nodes)
  }
}

func sin(_ x: Sketch) -> Sketch { apply(.sin, x) }
func cos(_ x: Sketch) -> Sketch { apply(.cos, x) }
func exp(_ x: Sketch) -> Sketch { apply(.exp, x) }
func log(_ x: Sketch) -> Sketch { apply(.log, x) }
func sqrt(_ x: Sketch) -> Sketch { apply(.sqrt, x) }
func tanh(_ x: Sketch) -> Sketch { apply(.tanh, x) }

/// A product by labels: `einsum("ij,j->i", A, x)`.
///
/// An output label that no operand carries takes its length from `lengths`.
func einsum(
  _ pattern: String, _ operands: Sketch..., exponents: [Number] = [],
  lengths: [Character: Dimension] = [:], coefficient: Number = .one
) -> Sketch {
  let sides = pattern.split(separator: ">", omittingEmptySubsequences: false)
  let inputs = sides[0].dropLast().split(separator: ",", omittingEmptySubsequences: false)
  let output = sides[1]
  return Sketch { graph in
    let nodes = operands.map { $0.build(&graph) }
    var letters: [Character] = []
    var extents: [Dimension] = []
    for (input, node) in zip(inputs, nodes) {
      for (letter, dimension) in zip(input, graph.shape(of: node).dimensions)
      where !letters.contains(letter) {
        letters.append(letter)
        extents.append(dimension)
      }
    }
    for letter in output where !letters.contains(letter) {
      letters.append(letter)
      extents.append(lengths[letter] ?? Dimension(1))
    }
    func labels(_ text: Substring) -> [Label] {
      text.map { Label(letters.firstIndex(of: $0) ?? 0) }
    }
    let factors = inputs.prefix(nodes.count).enumerated().map { place, input in
      ProductPattern.Factor(
        labels: labels(input), exponent: place < exponents.count ? exponents[place] : .one)
    }
    return graph.product(
      ProductPattern(
        coefficient: coefficient, factors: factors, output: labels(output), extents: extents),
      nodes)
  }
}

/// A vector or a matrix of scalars.
func literal(_ rows: [[Sketch]]) -> Sketch {
  Sketch { graph in
    let nodes = rows.flatMap { $0 }.map { $0.build(&graph) }
    let lengths = rows[0].count == 1 ? [rows.count] : [rows.count, rows[0].count]
    return graph.literal(nodes, shape: Shape(lengths.map { Dimension($0) }))
  }
}

/// `cases(left < right, value, otherwise)`.
func choose(
  _ left: Sketch, _ comparison: Comparison, _ right: Sketch, _ value: Sketch, else other: Sketch
) -> Sketch {
  Sketch { graph in
    let pattern = graph.intern(ChoicePattern(comparisons: [comparison]))
    let operands = [left, right, value, other].map { $0.build(&graph) }
    return graph.node(.choice(pattern), operands)
  }
}
