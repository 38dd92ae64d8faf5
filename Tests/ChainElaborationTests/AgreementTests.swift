import ChainElaboration
import Testing

@Suite struct AgreementTests {
  @Test func scalarsAreBroadcastAndNothingElseIs() {
    #expect(shape("x : R^n\nf = x + 1\ndf/dx") == "R^n")
    #expect(
      findings("x : R^n\nA : R^{m x n}\nf = A + x\ndf/dx")
        == ["shape-mismatch: cannot add R^{m×n} and R^n @ A + x"])
  }

  /// Context gives a constant its size.
  @Test func constantsTakeTheSizeOfTheirNeighbour() {
    #expect(shape("x : R^n\nf = x + vector(1)\ndf/dx") == "R^n")
    #expect(shape("A : R^{m x n}\nf = A .* matrix(1)\ndf/dA") == "R^{m×n}")
  }

  @Test func twoSymbolsAreOneOnlyIfSaidSo() {
    let source = "x : R^m\ny : R^n\nf = x + y\ndf/dx"
    #expect(findings(source).first?.hasPrefix("shape-mismatch: cannot add R^m and R^n") == true)
    #expect(["R^m", "R^n"].contains(shape(source + "\nwhere m = n")))
  }

  @Test func rowsAndColumnsDoNotAgree() {
    #expect(!findings("x : R^3\nf = x + x'\ndf/dx").isEmpty)
  }
}
