import ExpressionGraph
import Testing

@Suite struct OperationTests {
  @Test func fourFunctionsTakeTwoArguments() {
    let two = ElementwiseFunction.allCases.filter { $0.arity == 2 }
    #expect(two == [.power, .atan2, .min, .max])
  }

  @Test func determinantsAreScalars() {
    #expect(MatrixFunction.allCases.filter(\.isScalar) == [.determinant, .logDeterminant])
  }

  @Test func propertiesArePowersOfTwo() {
    let all: [Properties] = [
      .symmetric, .positiveDefinite, .diagonal, .orthogonal, .invertible, .positive, .constant,
    ]
    #expect(all.reduce(0) { $0 | $1.rawValue } == 127)
    #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  }

  @Test func mixedDerivativesCommute() {
    let f = AbstractFunction(name: "f", domain: [.scalar, .scalar], codomain: .scalar)
    #expect(
      ApplicationPattern(function: f, derivatives: [1, 0])
        == ApplicationPattern(function: f, derivatives: [0, 1]))
  }

  @Test func aVectorOfOneEntryIsAScalarThatRemembersItsSpace() {
    var graph = ExpressionGraph()
    let a = graph.variable(Variable(name: "a", shape: .scalar, isOneVector: true))
    let b = graph.variable(Variable(name: "b", shape: .scalar))
    #expect(graph.isScalar(a) && graph.declaredShape(of: a) == Shape([1]))
    #expect(graph.declaredShape(of: b) == .scalar)
  }

  @Test func inputsDifferByShapeAndProperties() {
    let plain = Variable(name: "W", shape: Shape([2, 2]))
    #expect(plain != Variable(name: "W", shape: Shape([2, 2]), properties: .symmetric))
    #expect(plain != Variable(name: "W", shape: Shape([2, 3])))
  }
}
