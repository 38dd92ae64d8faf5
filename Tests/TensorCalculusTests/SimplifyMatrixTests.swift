import ExpressionGraph
import TensorCalculus
import Testing

private let X = Sketch.matrix("X")
private let Q = Sketch.matrix("Q", .orthogonal)
private let v = Sketch.input("v", "n")
private let c = Sketch.input("c")
private let a = Sketch.input("a", "n")

struct TextRow: Sendable, CustomTestStringConvertible {
  let sketch: Sketch
  let text: String

  init(_ text: String, _ sketch: Sketch) {
    self.text = text
    self.sketch = sketch
  }

  var testDescription: String { text }
}

@Test(arguments: [
  TextRow("X", X.inverse.inverse),
  TextRow("1/det(X)", X.inverse.taken(.determinant)),
  TextRow("-logdet(X)", X.inverse.taken(.logDeterminant)),
  TextRow("X/det(X)", X.inverse.taken(.adjugate)),
  TextRow("inv(X)'", X.transposed.inverse),
  TextRow("det(X)", X.transposed.taken(.determinant)),
  TextRow("inv(X)/c", einsum(",ij->ij", c, X).inverse),
  TextRow("diag(1./v)", einsum("i->ii", v).inverse),
  TextRow("eye(n)", X.inverse.dot(X)),
  TextRow("eye(n)", X.dot(X.inverse)),
  TextRow("X", X.dot(X.inverse).dot(X)),
  TextRow("v", einsum("ij,jk,k->i", X.inverse, X, v)),
  TextRow("n", einsum("ij,ji->", X, X.inverse)),
  TextRow("det(X)*eye(n)", X.taken(.adjugate).dot(X)),
  TextRow("inv(X)", X.taken(.adjugate) / X.taken(.determinant)),
  TextRow("1", X.taken(.determinant) * X.inverse.taken(.determinant)),
])
func matrixFunctionsBecomeWhatTheyAre(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch).replacing("'", with: "") == row.text.replacing("'", with: ""))
}

/// A product by the transpose, or summed otherwise, is no identity.
@Test(arguments: [
  TextRow("inv(X)*X'", X.inverse.dot(X.transposed)),
  TextRow("sum(X.*inv(X))", einsum("ij,ij->", X, X.inverse)),
  TextRow("Q'*Q", Q.transposed.dot(Q)),
])
func whatIsNoInversePairStays(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch) == row.text)
}

@Test func factsMakeAnOrthogonalMatrixItsInverse() {
  var bench = Bench()
  #expect(bench.neat(Q.transposed.dot(Q), facts: true) == "eye(n)")
  #expect(bench.neat(einsum("ij,j->i", Q.inverse, v), facts: true) == "v'*Q")
}

@Test func theLecturesGradientOfAnInverse() {
  var bench = Bench()
  let function = einsum("i,ij,j->", a, X.inverse, v)
  #expect(bench.slope(function, by: X) == "-inv(X)'*a*v'*inv(X)'")
  #expect(bench.slope(log(X.taken(.determinant)), by: X) == "inv(X)'")
  #expect(
    bench.slope(X.taken(.determinant) * X.inverse.taken(.determinant), by: X) == "zeros(n, n)")
}
