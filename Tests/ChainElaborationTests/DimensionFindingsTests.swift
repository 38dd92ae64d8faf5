import ChainElaboration
import Testing

@Suite struct DimensionFindingsTests {
  @Test(arguments: [
    ("x : R^n\nf = sum(x)\ndf/dx\nwhere n = 3\nat x = [1; 2]", "point"),
    ("x : R^2\nf = sum(x)\ndf/dx\nat x = [1; 2; 3]", "point-shape"),
    ("y : R\nf = 2*x\ndf/dx\nat x = y", "point"),
    ("x = t^2\nf = x\ndf/dt\nat x = 1", "point-not-an-input"),
    ("f : R -> R\nd f(t)/dt\nat f = 1", "point-not-an-input"),
  ])
  func eachHasItsFinding(source: String, id: String) {
    let found = findings(source)
    #expect(found.count == 1 && found[0].hasPrefix(id), "\(found)")
  }

  @Test func dimensionsThatDifferAreNamed() {
    let found = findings("x : R^m\ny : R^n\nf = x'*y\ndf/dx")
    #expect(found.count == 1 && found[0].contains("x'*y"))
  }

  @Test func einsumSaysWhatDoesNotFit() {
    let found = findings("A : R^{2 x 3}\nf = sum(einsum(\"ij,jk->ik\", A))\ndf/dA")
    #expect(found.count == 1 && found[0].contains("einsum"))
  }
}
