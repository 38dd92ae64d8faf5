import ChainDerivation
import Testing

/// What is known of Jacobians makes their products cheaper.
@Suite struct StructureTableTests {
  private func counts(_ source: String) throws -> (dense: String, structured: String) {
    let derivation = try Derived(source, detail: .functions).derivation
    let counted = try #require(derivation.multiplications(of: derivation.derivatives[0]))
    return (counted.dense.reverse.description, counted.structured.reverse.description)
  }

  /// W·diag(s)·V for 3 outputs: the diagonal takes 3·4 instead of 3·4·4.
  @Test func diagonalsScaleRowsAlone() throws {
    let counted = try counts(
      "x : R^5\nV : R^{4 x 5}\nW : R^{3 x 4}\nz = V*x\nh = tanh(z)\nf = W*h\ndf/dx")
    #expect(counted.dense == "\(3 * 4 * 4 + 3 * 4 * 5)")
    #expect(counted.structured == "\(3 * 4 + 3 * 4 * 5)")
  }

  @Test func onesAndTheirNegativesAreFree() throws {
    let counted = try counts("y : R\na = x + y\nb = a - y\nf = b + 1\ndf/dx")
    #expect(counted.dense == "2" && counted.structured == "0")
  }

  @Test func symbolsStayInTheCount() throws {
    let counted = try counts(
      "x : R^n\nV : R^{m x n}\nw : R^m\nz = V*x\nh = tanh(z)\nf = w'*h\ndf/dx")
    #expect(counted.dense.contains("m") && counted.dense.contains("n"))
    #expect(counted.structured != counted.dense)
  }
}
