import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

struct FormulaMatricesTests {
  @Test func functionsOfMatricesAreSetAsABookSetsThem() {
    var bench = Workbench()
    let t = Tensors(&bench)
    func latex(_ node: NodeID) -> String {
      Notation(graph: bench.graph).phrase(of: node, orientation: .column).latex
    }
    let inverse = bench.graph.matrixFunction(.inverse, t.W)
    let turned = bench.einsum("ij->ji", inverse)
    #expect(latex(inverse).contains("^{-1}"))
    #expect(latex(turned).contains("^{-1})"))
    #expect(latex(turned).hasSuffix("^\\top") || latex(turned).contains("\\top"))
    #expect(latex(bench.graph.matrixFunction(.determinant, t.W)).contains("\\det"))
    #expect(latex(bench.graph.matrixFunction(.logDeterminant, t.W)).contains("\\log"))
    #expect(latex(bench.graph.matrixFunction(.adjugate, t.W)).contains("adj"))
    #expect(latex(bench.graph.join([t.x, t.q], axis: 0)).contains("matrix"))
    #expect(latex(bench.graph.reshape(t.Q, to: bench.shape(["6"]))).contains("vec"))
  }
}
