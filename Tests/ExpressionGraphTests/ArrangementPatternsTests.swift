import ExpressionGraph
import Testing

private let m = Dimension(symbol: "m")
private let n = Dimension(symbol: "n")

@Test func reshapedEntriesRunDownTheColumns() {
  // [1 3 5; 2 4 6] row by row is 1 3 5 2 4 6; down the columns it is 1 … 6.
  #expect(reshapedPositions(from: [2, 3], to: [6]) == [0, 3, 1, 4, 2, 5])
  #expect(reshapedPositions(from: [6], to: [2, 3]) == [0, 2, 4, 1, 3, 5])
  #expect(reshapedPositions(from: [2, 3], to: [2, 3]) == Array(0..<6))
  #expect(reshapedPositions(from: [], to: [1]) == [0])
}

@Test(arguments: [[2, 3, 4], [4, 6], [24], [1, 24, 1]])
func reshapingThereAndBackIsTheIdentity(lengths: [Int]) {
  let there = reshapedPositions(from: [3, 8], to: lengths)
  let back = reshapedPositions(from: lengths, to: [3, 8])
  #expect(back.map { there[$0] } == Array(0..<24))
}

@Test func aReshapeFallsIntoRunsOfAxes() {
  let pattern = ReshapePattern(source: Shape([m, n, 3, 2]), target: Shape([m * n, 6]))
  #expect(pattern.isSound)
  #expect(pattern.groups.map(\.source) == [0..<2, 2..<4])
  #expect(pattern.groups.map(\.target) == [0..<1, 1..<2])
  #expect(!ReshapePattern(source: Shape([m, n]), target: Shape([m + n])).isSound)
}

@Test func joinedPartsAgreeOnTheirOtherAxes() {
  let pattern = JoinPattern(axis: 0, parts: [Shape([m, 3]), Shape([n, 3])])
  #expect(pattern.shape == Shape([m + n, 3]))
  #expect(pattern.start(of: 1) == m)
  #expect(pattern.slice(of: 1, in: Shape([m + n, 3])).shape == Shape([n, 3]))
  #expect(JoinPattern(axis: 0, parts: [Shape([m, 3]), Shape([n, 4])]).shape == nil)
  #expect(JoinPattern(axis: 1, parts: [Shape([m])]).shape == nil)
}

@Test func matrixFunctionsTakeSquareMatrices() {
  var graph = ExpressionGraph()
  let square = graph.variable(Variable(name: "X", shape: Shape([n, n])))
  let tall = graph.variable(Variable(name: "A", shape: Shape([m, n])))
  for function in MatrixFunction.allCases {
    let shape = graph.shape(of: .matrixFunction(function), operands: [square])
    #expect(shape == (function.isScalar ? .scalar : Shape([n, n])))
    #expect(graph.shape(of: .matrixFunction(function), operands: [tall]) == nil)
  }
}
