import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let v = Sketch.input("v", "3")
private let A = Sketch.input("A", "3", "3")

/// The unit vector with a 1 at a place counted from 0.
private func unit(_ place: Int, of length: Int) -> Sketch {
  Sketch { graph in
    let pattern = SlicePattern(axes: [.index(place)], source: Shape([Dimension(length)]))
    return graph.node(.selector(graph.intern(pattern)))
  }
}

@Suite struct SimplifySelectionTests {
  @Test(arguments: [
    TextRow("v[2]", einsum("i,i->", unit(1, of: 3), v)),
    TextRow("A[1, 3]", einsum("i,ij,j->", unit(0, of: 3), A, unit(2, of: 3))),
    TextRow("1", einsum("i,i->", unit(1, of: 3), unit(1, of: 3))),
    TextRow("0", einsum("i,i->", unit(1, of: 3), unit(2, of: 3))),
  ])
  func oneHotVectorsPickEntries(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  @Test func sumsOverLiteralsAreWrittenOut() {
    var bench = Bench()
    let product = einsum("i,i->", literal([[x], [2], [0]]), literal([[3], [x], [x]]))
    #expect(bench.neat(product) == "5*x")
  }

  @Test func aScalarEntersALiteral() {
    var bench = Bench()
    #expect(bench.neat(x * literal([[1], [x]])) == "[x, x^2]")
  }
}
