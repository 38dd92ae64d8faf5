import ChainGraph
import Testing

/// A declared property simplifies what was differentiated last, never what is differentiated again.
@Suite struct DeclaredPropertiesTests {
  private func expression(_ lines: String...) throws -> String {
    let document = Document(lines.joined(separator: "\n") + "\n")
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(derivative.isChecked)
    return derivative.expression
  }

  private func text(_ lines: String...) throws -> String {
    try #require(Document(lines.joined(separator: "\n") + "\n").figures.first).text
  }

  @Test func aTransposeByItsMatrixIsATransposition() throws {
    let plain = try text("W : R^{n x n}", "d(W')/dW")
    let symmetric = try text("W : R^{n x n} symmetric", "d(W')/dW")
    #expect(plain.contains("= δ_iq δ_jp "))
    #expect(symmetric.contains("= δ_iq δ_jp "))
  }

  @Test func mixedDerivativesKeepBothEntriesOfASymmetricMatrix() throws {
    let query = "d^2(x'*W*x) / dx dW"
    let plain = try expression("x : R^n", "W : R^{n x n}", query)
    #expect(try expression("x : R^n", "W : R^{n x n} symmetric", query) == plain)
  }

  @Test func symmetryJoinsAMatrixAndItsTranspose() throws {
    #expect(
      try expression("x : R^n", "W : R^{n x n} symmetric", "d(x'*W*x)/dx") == "2*x'*W")
    #expect(
      try expression("x : R^n", "W : R^{n x n}", "d(x'*W*x)/dx") == "x'*(W + W')")
    #expect(
      try expression("x : R^n", "W : R^{n x n} symmetric", "d^2(x'*W*x)/dx^2") == "2*W")
  }

  @Test func positiveDefiniteIsSymmetric() throws {
    #expect(try expression("S : R^{n x n} positive definite", "d(logdet(S))/dS") == "inv(S)")
    #expect(
      try expression("S : R^{n x n} positive definite", "a : R^n", "d(a'*inv(S)*a)/da")
        == "2*a'*inv(S)")
  }

  @Test func diagonalMatricesAreTheirOwnTransposes() throws {
    #expect(
      try expression("D : R^{n x n} diagonal", "x : R^n", "d(x'*D*x)/dx") == "2*x'*D")
  }

  @Test func orthogonalMatricesCancelTheirTransposes() throws {
    #expect(
      try expression("Q : R^{n x n} orthogonal", "x : R^n", "d(norm2(Q*x)^2)/dx") == "2*x'")
    // By Q itself its entries are independent.
    #expect(
      try expression("Q : R^{n x n} orthogonal", "x : R^n", "d(norm2(Q*x)^2)/dQ")
        == "2*Q*x*x'")
  }

  private func description(_ lines: String...) throws -> String {
    let figure = try #require(Document(lines.joined(separator: "\n") + "\n").figures.first)
    return String(decoding: try figure.svg(), as: UTF8.self)
  }

  private let residual = [
    "x : R^m", "s : R^n", "A : R^{m x n}", "r = x - A*s", "f = r'*W*r", "df/ds",
  ].joined(separator: "\n")

  @Test func whatADeclarationDidIsSaid() throws {
    let symmetric = try text("W : R^{m x m} symmetric", residual)
    #expect(
      symmetric.contains(
        "  since W = W'; for any W: ∂f/∂s = -(x - A*s)'*(W + W')*A\n"))
    let picture = try description("W : R^{m x m} symmetric", residual)
    #expect(
      picture.contains("Since W = Wᵀ; for any W, ∂f/∂s = −(x − As)ᵀ(W + Wᵀ)A"))
    #expect(try !text("W : R^{m x m}", residual).contains("since"))
    #expect(try !description("W : R^{m x m}", residual).contains("Since"))
  }

  /// A declaration that the derivative owes nothing to is not named.
  @Test func onlyWhatCountsIsNamed() throws {
    let text = try text(
      "S, T : R^{n x n} symmetric", "Q : R^{n x n} orthogonal", "x : R^n",
      "d(x'*S*x + tr(T) + norm2(Q*x)^2)/dx")
    #expect(text.contains("  since S = S', Q'*Q = I; for any S, Q: "))
    #expect(!text.contains("T = T'"))
    #expect(try !self.text("S : R^{n x n} symmetric", "x : R^n", "d(x'*S*x)/dS").contains("since"))
  }
}
