import ChainReport
import ExpressionGraph
import Testing

/// Edges, paths and totals are written in the same form.
@Suite struct ShownDerivativesTests {
  @Test func aVectorsJacobianStandsOnItsEdgeAndInItsTotal() {
    let lines = text(of: sum(of: 2)).split(separator: "\n").filter { $0.contains("dy/dx") }
    #expect(lines.count >= 2 && lines.allSatisfy { $0.contains("2*eye(2)") })
  }

  @Test func theProductOfTwoDiagonalsIsOneDiagonal() {
    let text = text(of: twoSteps(3))
    #expect(text.contains("diag(cos(x))") && text.contains("diag(exp(u))"))
  }

  @Test func latexAndTextAgreeInTheirEntries() {
    let report = twoSteps(3)
    #expect(json(of: [report]).contains("\\\\operatorname{diag}"))
  }
}
