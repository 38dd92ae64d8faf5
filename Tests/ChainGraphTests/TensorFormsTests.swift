import ChainGraph
import Testing

/// Derivatives of three or more axes in the forms that can be asked for.
@Suite struct TensorFormsTests {
  private func picture(_ lines: String...) throws -> String {
    let document = Document(lines.joined(separator: "\n") + "\n")
    let figure = try #require(document.figures.first, "\(document.report(style: .short))")
    return String(decoding: try figure.svg(), as: UTF8.self)
  }

  @Test func aTensorsTotalNamesItsAxesOnTheLeft() throws {
    let declared = ["A : R^{p x m}", "X : R^{m x n}", "B : R^{n x q}"].joined(separator: "\n")
    #expect(
      try picture(declared, "Y = A*X*B", "dY/dX").contains("∂Yᵢⱼ/∂X_(pq) = AᵢₚB_(qj)"))
    #expect(
      try picture(declared, "U = X*B", "Y = A*U", "dY/dX").contains(
        "∂Yᵢⱼ/∂X_(pq) = ∂Y/∂U⋅∂U/∂X = ∑ₖₗ δⱼₗAᵢₖ⋅δₖₚB_(ql) = AᵢₚB_(qj)"))
    #expect(
      try picture(declared, "Y = A*X*B", "dY/dX", "set tensors kronecker").contains(
        "∂ vec Y/∂ vec X = Bᵀ ⊗ A"))
    #expect(
      try picture(declared, "Y = tanh(A*X)", "dY/dX", "set tensors differential").contains(
        "dY = (1 − tanh²(AX)) ⊙ (A dX)"))
  }

  @Test(arguments: [
    ("Y = kron(A, B)", "A", "∂ vec Y/∂ vec A = (I ⊗ K_(q, m) ⊗ I)(I ⊗ vec(B))", "dY = dA ⊗ B"),
    ("Y = kron(A, B)", "B", "∂ vec Y/∂ vec B = (I ⊗ K_(q, m) ⊗ I)(vec(A) ⊗ I)", "dY = A ⊗ dB"),
    ("Y = kron(A*X, B)", "B", "vec(AX) ⊗ I", "dY = AX ⊗ dB"),
    ("Y = vec(A)", "A", "∂Y/∂ vec A = I", "dY = vec(dA)"),
    ("Y = vec(A*X)", "X", "∂Y/∂ vec X = I ⊗ A", "dY = vec(A dX)"),
    ("Y = [A; C]", "C", "∂ vec Y/∂ vec C = I ⊗ [0; I]", "dY = [0; I] dC"),
    ("Y = A*X*X'", "A", "∂ vec Y/∂ vec A = XXᵀ ⊗ I", "dY = dA XXᵀ"),
  ])
  func everyFormIsWritten(
    definition: String, input: String, kronecker: String, differential: String
  ) throws {
    let declared = [
      "A : R^{m x n}", "B : R^{p x q}", "C : R^{k x n}", "X : R^{n x l}", definition,
      "dY/d\(input)",
    ].joined(separator: "\n")
    #expect(try picture(declared, "set tensors kronecker").contains(kronecker))
    #expect(try picture(declared, "set tensors differential").contains(differential))
  }

  /// ∂(x ⊗ y)/∂x is a matrix, I ⊗ y, and needs no form; its text has the vector as a column.
  @Test func vectorsByVectorsAreMatrices() throws {
    let declared = ["x : R^n", "y : R^m", "z = kron(x, y)"].joined(separator: "\n")
    for (query, expression) in [
      ("dz/dx", "kron(eye(n), einsum(\"i,j->ij\", y, ones(1)))"),
      ("dz/dy", "kron(einsum(\"i,j->ij\", x, ones(1)), eye(m))"),
    ] {
      let document = Document("\(declared)\n\(query)\n")
      let derivative = try #require(document.figures.first?.derivatives.first)
      #expect(derivative.expression == expression && derivative.isChecked)
    }
  }

  /// Magnus and Neudecker's ∂vec(A ⊗ B)/∂vec A and ∂vec(A ⊗ B)/∂vec B have the value of the
  /// derivative; K turns the stacked columns of a q×m matrix, here 2×3.
  @Test(arguments: [
    ("kron(reshape(a, [3, 2]), reshape(b, [2, 2]))", "a", "kron(eye(6), b)"),
    ("kron(reshape(a, [3, 2]), reshape(b, [2, 2]))", "b", "kron(a, eye(4))"),
  ])
  func theVecFormOfAKroneckerProductHasItsValue(
    product: String, input: String, right: String
  ) throws {
    let turn = """
      [1, 0, 0, 0, 0, 0; 0, 0, 1, 0, 0, 0; 0, 0, 0, 0, 1, 0; \
      0, 1, 0, 0, 0, 0; 0, 0, 0, 1, 0, 0; 0, 0, 0, 0, 0, 1]
      """
    let point = "at a = [1; 2; -1; 3; 0.5; 4], b = [2; -3; 1; 0.7]"
    func value(_ expression: String) throws -> [Double] {
      let document = Document(
        "a : R^6\nb : R^4\ny = \(expression)\ndy/d\(input)\n\(point)\n")
      #expect(!document.hasErrors, "\(document.report(style: .short))")
      return try #require(document.figures.first?.derivatives.first?.value)
    }
    let formula = "kron(kron(eye(2), \(turn)), eye(2))*\(right)*\(input)"
    // The factor on the right is held: its derivative by its own input does not count.
    let held = formula.replacing("(a,", with: "(c,").replacing(", b)", with: ", e)")
    let document = Document(
      "a : R^6\nb : R^4\nc : R^6\ne : R^4\ny = \(held)\ndy/d\(input)\n"
        + point + ", c = [1; 2; -1; 3; 0.5; 4], e = [2; -3; 1; 0.7]\n")
    #expect(!document.hasErrors, "\(document.report(style: .short))")
    let want = try #require(document.figures.first?.derivatives.first?.value)
    #expect(agree(try value("vec(\(product))"), want, 1e-12))
  }

  @Test func whereAFormIsMissingItIsSaid() throws {
    let declared = [
      "T : R^{m x n x k}", "a : R^k", "Y = einsum(\"ijk,k->ij\", T, a)", "dY/dT",
    ].joined(separator: "\n")
    #expect(try picture(declared, "set tensors kronecker").contains("there is no Kronecker form."))
    #expect(
      try picture(declared, "set tensors differential").contains(
        "No matrix notation says its differential"))
    #expect(try !picture(declared).contains("Kronecker"))
  }
}
