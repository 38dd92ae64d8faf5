import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct MatrixKernelTests {
  private func value(_ function: MatrixFunction, _ rows: [[Double]]) -> [Double] {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", [rows.count, rows.count])
    let node = graph.matrixFunction(function, x)
    let matrix = Tensor(shape: [rows.count, rows.count], data: rows.flatMap(\.self))
    return evaluate(node, in: graph, [x: matrix])?.data ?? []
  }

  private func undefined(_ function: MatrixFunction, _ rows: [[Double]]) -> UndefinedReason? {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", [rows.count, rows.count])
    let node = graph.matrixFunction(function, x)
    let matrix = Tensor(shape: [rows.count, rows.count], data: rows.flatMap(\.self))
    return Evaluator(graph, roots: [node])(Environment(values: [x: matrix])).firstUndefined()?
      .reason
  }

  @Test func functionsOfASmallMatrix() {
    let x = [[2.0, 1], [4, 5]]
    #expect(isClose(value(.determinant, x)[0], 6))
    #expect(isClose(value(.logDeterminant, x)[0], 1.791_759_469_228_055))
    for (a, b) in zip(value(.inverse, x), [5.0 / 6, -1.0 / 6, -2.0 / 3, 1.0 / 3]) {
      #expect(isClose(a, b))
    }
    for (a, b) in zip(value(.adjugate, x), [5.0, -1, -4, 2]) { #expect(isClose(a, b)) }
    #expect(value(.determinant, [[3]]) == [3])
    #expect(value(.adjugate, [[3]]) == [1])
  }

  @Test func rowsAreExchangedWhereAPivotIsZero() {
    #expect(value(.inverse, [[0, 1], [2, 0]]) == [0, 0.5, 1, 0])
    #expect(value(.determinant, [[0, 1], [2, 0]]) == [-2])
  }

  /// The cofactors of a singular matrix are as good as any.
  @Test func theAdjugateOfSingularMatrices() {
    for (a, b) in zip(value(.adjugate, [[1, 2], [2, 4]]), [4.0, -2, -2, 1]) {
      #expect(abs(a - b) < 1e-14)
    }
    let rankTwo = [[1.0, 2, 3], [4, 5, 6], [7, 8, 9]]
    for (a, b) in zip(value(.adjugate, rankTwo), [-3.0, 6, -3, 6, -12, 6, -3, 6, -3]) {
      #expect(abs(a - b) < 1e-13)
    }
    #expect(value(.adjugate, [[1, 1, 1], [1, 1, 1], [1, 1, 1]]).allSatisfy { abs($0) < 1e-14 })
  }

  @Test func singularMatricesHaveNoInverseAndSaySo() {
    #expect(value(.inverse, [[1, 2], [2, 4]]).allSatisfy { $0.isNaN })
    #expect(value(.inverse, [[0.1, 0.2], [0.3, 0.6]]).allSatisfy { $0.isNaN })
    #expect(undefined(.inverse, [[1, 2], [2, 4]]) == .singular)
    #expect(undefined(.logDeterminant, [[0, 0], [0, 1]]) == .singular)
    #expect(undefined(.logDeterminant, [[0, 1], [1, 0]]) == .negativeDeterminant)
    #expect(undefined(.inverse, [[1e-20, 0], [0, 1]]) == nil)
  }
}
