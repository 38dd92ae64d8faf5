import ChainNotation
import ExpressionGraph
import Testing

@Suite struct DerivativeFormTests {
  private let vector = Shape([Dimension(symbol: "n")])
  private let matrix = Shape([Dimension(symbol: "m"), Dimension(symbol: "n")])

  @Test func theStandardIsTheLectures() {
    #expect(DerivativeForm.standard == DerivativeForm(layout: .numerator, tensors: .index))
  }

  @Test func wordsAreThoseOfTheCommandLine() {
    #expect(DerivativeLayout.allCases.map(\.rawValue) == ["numerator", "denominator"])
    #expect(TensorForm.allCases.map(\.rawValue) == ["index", "kronecker", "differential"])
  }

  /// A Jacobian of vectors fits a matrix, a vector by a matrix does not.
  @Test func moreThanTwoAxesAreATensor() {
    func isTensor(_ output: Shape, _ inputs: Shape...) -> Bool {
      DerivativeAxes(output: output, inputs: inputs).isTensor
    }
    #expect(!isTensor(.scalar, matrix) && !isTensor(vector, vector) && !isTensor(.scalar, .scalar))
    #expect(isTensor(vector, matrix) && isTensor(matrix, matrix))
    #expect(!isTensor(.scalar, vector, vector) && isTensor(.scalar, matrix, matrix))
  }
}
