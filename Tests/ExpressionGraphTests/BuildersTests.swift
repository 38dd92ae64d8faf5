import ExpressionGraph
import Testing

@Suite struct BuildersTests {
  private var graph = ExpressionGraph()
  private let vector = Shape([Dimension(symbol: "n")])

  private mutating func input(_ name: String, _ shape: Shape = .scalar) -> NodeID {
    graph.variable(Variable(name: name, shape: shape))
  }

  @Test mutating func constantsAreReadBack() {
    let half = graph.number(Number(numerator: 1, denominator: 2) ?? .zero)
    #expect(graph.constant(half) == Number(numerator: 1, denominator: 2))
    let x = input("x")
    #expect(graph.constant(x) == nil)
    let (seven, again) = (graph.number(7), graph.number(Number(7)))
    #expect(seven == again)
  }

  @Test mutating func sumsAreKeptAsWritten() {
    let x = input("x")
    let sum = graph.sum([(Number(2), x), (Number(-2), x)])
    #expect(graph.operands(of: sum) == [x, x] && graph.shape(of: sum) == .scalar)
  }

  @Test mutating func scalarsAreBroadcastAndTensorsAreNot() {
    let (s, x) = (input("s"), input("x", vector))
    #expect(graph.broadcast(s, to: .scalar) == s)
    #expect(graph.broadcast(x, to: vector) == x)
    let wide = graph.broadcast(s, to: vector)
    #expect(graph.shape(of: wide) == vector && graph.operands(of: wide) == [s])
  }

  @Test mutating func entrywiseProductsTakeScalarsToo() {
    let (s, x) = (input("s"), input("x", vector))
    let product = graph.hadamard([(s, .one), (x, Number(2))], shape: vector)
    #expect(graph.shape(of: product) == vector)
  }

  @Test mutating func zeroHasAShape() {
    let (scalar, wide) = (graph.zero(.scalar), graph.zero(vector))
    #expect(graph.constant(scalar) == .zero)
    #expect(graph.shape(of: wide) == vector && graph.operands(of: wide).isEmpty)
  }

  @Test mutating func whatChangesNothingMakesNoNode() {
    let x = input("x", vector)
    let count = graph.count
    #expect(graph.reshape(x, to: vector) == x && graph.join([x], axis: 0) == x)
    #expect(graph.entry(x, at: []) == x && graph.count == count)
  }

  @Test mutating func joinsAndLiteralsAddUp() {
    let (x, s) = (input("x", Shape([3])), input("s"))
    let joined = graph.join([x, x], axis: 0)
    #expect(graph.shape(of: joined) == Shape([6]))
    let matrix = graph.literal([s, s, s, s], shape: Shape([2, 2]))
    #expect(graph.shape(of: matrix) == Shape([2, 2]))
    let entry = graph.entry(matrix, at: [0, 1])
    #expect(graph.isScalar(entry))
  }
}
