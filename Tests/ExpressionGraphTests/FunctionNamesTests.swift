import ExpressionGraph
import Testing

@Suite struct FunctionNamesTests {
  @Test func elementwiseFunctionsAreCalledByTheirCases() {
    for function in ElementwiseFunction.allCases where function != .power {
      #expect(function.name == "\(function)")
    }
    #expect(ElementwiseFunction.power.name == "^")
  }

  @Test func reductionsAndVectorFunctionsAreCalledByTheirCases() {
    for reduction in Reduction.allCases { #expect(reduction.name == "\(reduction)") }
    for function in VectorFunction.allCases { #expect(function.name == "\(function)") }
  }

  @Test func matrixFunctionsAreCalledAsInTheLanguage() {
    #expect(MatrixFunction.allCases.map(\.name) == ["inv", "det", "logdet", "adj"])
  }
}
