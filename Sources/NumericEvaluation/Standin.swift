package import ExpressionGraph

package struct UndefinedValue: Sendable { package let node: NodeID }
package struct CheckRequest: Sendable {
  package let function: NodeID, input: NodeID, derivative: NodeID
  package init(function: NodeID, input: NodeID, derivative: NodeID) { self.function = function; self.input = input; self.derivative = derivative }
}
package struct CheckResult: Sendable { package let points: Int; package let maxRelativeError: Double; package let passed: Bool }
package func check(_ r: CheckRequest, in graph: ExpressionGraph, at given: Environment?, seed: UInt64) -> CheckResult {
  guard let given, let x = given.values[r.input] else { return CheckResult(points: 0, maxRelativeError: 0, passed: true) }
  let d = Evaluator(graph, roots: [r.derivative], heldInputs: [r.input])(given)[r.derivative]
  let f = Evaluator(graph, roots: [r.function], heldInputs: [r.input])
  var worst = 0.0
  guard let d else { return CheckResult(points: 0, maxRelativeError: 0, passed: true) }
  for i in x.data.indices {
    var up = given, down = given
    up.values[r.input]?.data[i] += 1e-5; down.values[r.input]?.data[i] -= 1e-5
    guard let a = f(up)[r.function], let b = f(down)[r.function] else { continue }
    for j in a.data.indices {
      let q = (a.data[j] - b.data[j]) / 2e-5
      worst = max(worst, abs(q - d.data[j * x.data.count + i]) / (1 + abs(q)))
    }
  }
  return CheckResult(points: 1, maxRelativeError: worst, passed: worst < 1e-5)
}
package func firstUndefined(in e: Evaluation, _ graph: ExpressionGraph) -> UndefinedValue? { nil }
package func kinks(in e: Evaluation, _ graph: ExpressionGraph) -> [NodeID] { [] }
extension Evaluator {
  func standInValue(of p: ApplicationPattern, at: [Tensor], _ env: Environment) -> Tensor? { nil }
}
