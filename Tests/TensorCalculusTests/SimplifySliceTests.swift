import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let v = Sketch.input("v", "5")
private let w = Sketch.input("w", "5")
private let A = Sketch.input("A", "5", "4")

/// Slices move inwards to what they cut.
@Suite struct SimplifySliceTests {
  @Test(arguments: [
    TextRow("v[1] + w[1]", (v + w)(at: 0)), TextRow("sin(v[3])", sin(v)(at: 2)),
    TextRow("2*v[2]", (2 * v)(at: 1)), TextRow("v[2]*w[2]", (v * w)(at: 1)),
    TextRow("x", literal([[x], [1]])(at: 0)), TextRow("A[2, 1]", einsum("ij->ji", A)(at: 0, 1)),
    TextRow("x + v[1]", (x + v)(at: 0)),
  ])
  func anEntryIsThatOfTheParts(row: TextRow) {
    var bench = Bench()
    let text = bench.neat(row.sketch)
    #expect(
      text == row.text
        || text == row.text.split(separator: " + ").reversed().joined(separator: " + "))
  }

  @Test func aPartOfAPartIsAPartOfTheWhole() {
    var bench = Bench()
    let inner = v.slice(.range(start: 1, length: Dimension(3)))
    let (part, whole) = (
      bench.neat(inner.slice(.range(start: 1, length: Dimension(2)))),
      bench.neat(v.slice(.range(start: 2, length: Dimension(2))))
    )
    #expect(part == whole)
    #expect(bench.neat(inner(at: 0)) == "v[2]")
  }

  @Test func valuesAreKept() {
    var bench = Bench()
    let sketch = einsum("ij,j->i", A, Sketch.input("u", "4")).slice(
      .range(start: 1, length: Dimension(2)))
    let node = bench.build(sketch)
    let neat = bench.simplifier.simplified(node, in: &bench.graph)
    let point = bench.point(for: [node])
    #expect(agree(bench.value(neat, point), bench.value(node, point), within: 1e-12))
  }
}
