import ChainDerivation
import ExpressionGraph
import NumericEvaluation

/// The function of a plot and its partial derivatives as functions of numbers.
struct PlottedFunction {
  private let value: Evaluator
  private let gradient: Evaluator
  private let function: NodeID
  private let partials: [NodeID]
  private let variables: [NodeID]
  private let environment: Environment
  /// Where the point is, one number a variable.
  let point: [Double]

  init(_ subject: PlotSubject) {
    let derivatives = subject.derivation.derivatives
    let graph = subject.derivation.graph
    function = derivatives[0].query.output
    partials = derivatives.map(\.total)
    variables = derivatives.map { $0.query.inputs[0] }
    let sizes = subject.environment.sizes
    let held = Set(subject.environment.values.keys).union(variables)
    value = Evaluator(graph, roots: [function], held: held, sizes: sizes)
    gradient = Evaluator(graph, roots: partials, held: held, sizes: sizes)
    environment = subject.environment
    point = variables.map { [environment] in environment.values[$0]?.scalar ?? .nan }
  }

  /// The value; not a number where there is none.
  func callAsFunction(_ arguments: [Double]) -> Double {
    value(moved(to: arguments))[function]?.scalar ?? .nan
  }

  /// The partial derivatives, one a variable.
  func gradient(at arguments: [Double]) -> [Double] {
    let evaluation = gradient(moved(to: arguments))
    return partials.map { evaluation[$0]?.scalar ?? .nan }
  }

  /// The function along one variable, the others at the point.
  func slice(along variable: Int) -> (Double) -> Double {
    { argument in
      var arguments = point
      arguments[variable] = argument
      return self(arguments)
    }
  }

  private func moved(to arguments: [Double]) -> Environment {
    var environment = environment
    for (node, argument) in zip(variables, arguments) {
      environment.values[node] = Tensor(argument)
    }
    return environment
  }
}
