import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct KinksTests {
  private func isKink(
    at x: [Double], tolerance: Double = 0, _ build: (inout ExpressionGraph, NodeID) -> NodeID
  ) -> Bool {
    var graph = ExpressionGraph()
    let variable = x.count == 1 ? graph.scalar("x") : graph.tensor("x", [x.count])
    let root = build(&graph, variable)
    let value = x.count == 1 ? Tensor(x[0]) : Tensor(x)
    let evaluation = Evaluator(graph, roots: [root])(Environment(values: [variable: value]))
    return !evaluation.kinks(tolerance: tolerance).isEmpty
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func functionsOfOneArgumentHaveTheirKinkAtZero(_ function: ElementwiseFunction) {
    guard function.arity == 1 else { return }
    let kinked: Set<ElementwiseFunction> = [.abs, .sign, .relu, .leakyrelu, .step, .sqrt]
    #expect(isKink(at: [0]) { $0.elementwise(function, $1) } == kinked.contains(function))
    #expect(!isKink(at: [0.5]) { $0.elementwise(function, $1) })
  }

  @Test func toleranceWidensAKink() {
    #expect(isKink(at: [1e-7], tolerance: 1e-6) { $0.elementwise(.abs, $1) })
    #expect(!isKink(at: [1e-7]) { $0.elementwise(.abs, $1) })
  }

  @Test func tiesOfLargestEntries() {
    #expect(isKink(at: [1, 3, 3]) { $0.node(.reduction(.max), [$1]) })
    #expect(!isKink(at: [1, 1, 3]) { $0.node(.reduction(.max), [$1]) })
    #expect(isKink(at: [1, 1, 3]) { $0.node(.reduction(.min), [$1]) })
    #expect(isKink(at: [-3, 1, 3]) { $0.node(.reduction(.norminf), [$1]) })
    #expect(isKink(at: [0, 1, 3]) { $0.node(.reduction(.norm1), [$1]) })
    #expect(isKink(at: [0, 0]) { $0.node(.reduction(.norm2), [$1]) })
    #expect(!isKink(at: [0, 1]) { $0.node(.reduction(.norm2), [$1]) })
    #expect(isKink(at: [2, 2]) { $0.node(.vectorFunction(.firstMaximum), [$1]) })
    #expect(!isKink(at: [2, 2]) { $0.node(.reduction(.logsumexp), [$1]) })
  }

  @Test func functionsOfTwoArguments() {
    #expect(
      isKink(at: [0]) { graph, x in
        let zero = graph.number(0)
        return graph.binary(.elementwise(.max), x, zero)
      })
    #expect(!isKink(at: [0]) { graph, x in graph.binary(.elementwise(.max), x, x) })
    #expect(
      isKink(at: [0]) { graph, x in
        let minus = graph.number(-1)
        return graph.binary(.elementwise(.atan2), x, minus)
      })
    #expect(
      !isKink(at: [0]) { graph, x in
        let one = graph.number(1)
        return graph.binary(.elementwise(.atan2), x, one)
      })
    #expect(isKink(at: [0]) { $0.power($1, Number(0.5)) })
    #expect(!isKink(at: [0]) { $0.power($1, 2) })
  }

  @Test func onlyTheBranchThatIsTakenCounts() {
    func choice(_ graph: inout ExpressionGraph, _ x: NodeID) -> NodeID {
      let pattern = graph.intern(ChoicePattern(comparisons: [.greater]))
      let magnitude = graph.elementwise(.abs, x)
      return graph.node(.choice(pattern), [x, graph.number(-1), graph.power(x, 2), magnitude])
    }
    #expect(!isKink(at: [0], choice))
    #expect(isKink(at: [-1], choice))
  }

  @Test func whatDoesNotDependOnTheSourceCanBeLeftOut() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let magnitude = graph.elementwise(.abs, x)
    let root = graph.plus(magnitude, y)
    let environment = Environment(values: [x: Tensor(0), y: Tensor(1)])
    let evaluation = Evaluator(graph, roots: [root])(environment)
    #expect(evaluation.kinks() == [magnitude])
    #expect(evaluation.kinks(dependingOn: [x]) == [magnitude])
    #expect(evaluation.kinks(dependingOn: [y]) == [])
  }
}
