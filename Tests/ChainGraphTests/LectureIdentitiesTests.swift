import ChainGraph
import Foundation
import Testing

/// An identity of the lecture as it must come out everywhere.
struct LectureIdentity: Sendable, CustomTestStringConvertible {
  let source: String
  let expression: String
  let latex: String
  /// Its words in the figure.
  let figure: String
  /// In the denominator's layout: text and LaTeX.
  let column: (text: String, latex: String)

  var testDescription: String { source }

  static let all = [
    LectureIdentity(
      source: "a, x : R^n\nd(a'*x)/dx", expression: "a'", latex: "a^{\\top}", figure: "aᵀ",
      column: ("a", "a")),
    LectureIdentity(
      source: "a : R^m\nb : R^n\nX : R^{m x n}\nd(a'*X*b)/dX", expression: "a*b'",
      latex: "ab^{\\top}", figure: "abᵀ", column: ("a*b'", "ab^{\\top}")),
    LectureIdentity(
      source: quadratic + "W : R^{m x m} symmetric\nd((x-A*s)'*W*(x-A*s))/ds",
      expression: "-2*(x - A*s)'*W*A", latex: "-2(x - As)^{\\top}WA", figure: "−2(x − As)ᵀWA",
      column: ("-2*A'*W*(x - A*s)", "-2A^{\\top}W(x - As)")),
    LectureIdentity(
      source: quadratic + "W : R^{m x m}\nd((x-A*s)'*W*(x-A*s))/ds",
      expression: "-(x - A*s)'*(W + W')*A", latex: "-(x - As)^{\\top}(W + W^{\\top})A",
      figure: "−(x − As)ᵀ(W + Wᵀ)A",
      column: ("-A'*(W + W')*(x - A*s)", "-A^{\\top}(W + W^{\\top})(x - As)")),
    LectureIdentity(
      source: "a, b : R^n\nX : R^{n x n}\nd(a'*inv(X)*b)/dX",
      expression: "-inv(X)'*a*b'*inv(X)'", latex: "-(X^{-1})^{\\top}ab^{\\top}(X^{-1})^{\\top}",
      figure: "−(X⁻¹)ᵀabᵀ(X⁻¹)ᵀ",
      column: ("-inv(X)'*a*b'*inv(X)'", "-(X^{-1})^{\\top}ab^{\\top}(X^{-1})^{\\top}")),
    LectureIdentity(
      source: "f : R^{m x n} -> R^p\nX : R^{m x n}\nd f(X) / dX", expression: "D(f, 1)(X)",
      latex: "\\frac{\\mathrm{d}f}{\\mathrm{d}X}", figure: "∂f/∂X",
      column: ("D(f, 1)(X)", "\\frac{\\mathrm{d}f}{\\mathrm{d}X}")),
    LectureIdentity(
      source: "b : R^n\nX : R^{m x n}\ny = X*b\ndy/dX",
      expression: "einsum(\"k,ij->ijk\", b, eye(m))", latex: "\\delta_{ip}b_q", figure: "δᵢₚ",
      column: ("δ_ip b_q", "\\delta_{ip}b_q")),
    LectureIdentity(
      source: "A : R^{p x m}\nX : R^{m x n}\nB : R^{n x q}\nY = A*X*B\ndY/dX",
      expression: "einsum(\"ik,lj->ijkl\", A, B)", latex: "A_{ip}B_{qj}", figure: "Aᵢₚ",
      column: ("A_ip B_qj", "A_{ip}B_{qj}")),
    LectureIdentity(
      source: "T : R^{m x n x k}\nc : R^k\nA : R^{p x m}\n"
        + "Y = A*einsum(\"ijk,k->ij\", T, c)\ndY/dT",
      expression: "einsum(\"ik,p,jl->ijklp\", A, c, eye(n))", latex: "\\delta_{jq}A_{ip}c_r",
      figure: "cᵣ", column: ("δ_jq A_ip c_r", "\\delta_{jq}A_{ip}c_r")),
  ]

  private static let quadratic = "x : R^m\ns : R^n\nA : R^{m x n}\n"
}

@Suite struct LectureIdentitiesTests {
  @Test(arguments: LectureIdentity.all)
  func theIdentityStandsInEveryOutput(_ identity: LectureIdentity) throws {
    let figure = try #require(Document(identity.source + "\n").figures.first)
    #expect(figure.derivatives.first?.expression == identity.expression)
    #expect(try latex(figure) == identity.latex)
    #expect(try words(figure).contains(identity.figure))
  }

  /// Text, LaTeX and figure are turned; the numbers and their expression are not.
  @Test(arguments: LectureIdentity.all)
  func theDenominatorsLayoutTurnsWhatIsRead(_ identity: LectureIdentity) throws {
    var settings = FigureSettings()
    settings[.layout] = "denominator"
    let figure = try #require(Document(identity.source + "\n", settings: settings).figures.first)
    #expect(figure.derivatives.first?.expression == identity.expression)
    #expect(figure.text.contains("= \(identity.column.text)   ["))
    #expect(try latex(figure) == identity.column.latex)
  }

  @Test func shapesAreTheLayouts() throws {
    let source = "A : R^{2 x 3}\nx : R^3\ny = A*x\nf = y'*y\ndf/dx\n"
    let row = try #require(Document(source).figures.first)
    #expect(row.text.contains("∂f/∂x = 2*x'*A'*A   [1×3]"))
    #expect(try words(row).contains("1×2⋅2×3 = 1×3"))
    let column = try #require(
      Document("set layout denominator\n" + source).figures.first)
    #expect(column.text.contains("∂f/∂x = 2*A'*A*x   [3×1]"))
    #expect(column.text.contains("(∂y/∂x)(df/dy)"))
    #expect(try words(column).contains("3×2⋅2×1 = 3×1"))
  }

  @Test(arguments: [
    ("d^2(x'*W*x)/dx^2", "[n×n]", "[n×n]"), ("d^2(x'*A*y)/dx dy", "[n×m]", "[m×n]"),
    ("d^2(tr(X'*X))/dX^2", "[(m×n)×(m×n)]", "[(m×n)×(m×n)]"),
    ("d^3(sum(exp(x)))/dx^3", "[n×n×n]", "[n×n×n]"), ("d^2(exp(A*y))/dy^2", "[n×m×m]", "[m×m×n]"),
  ])
  func higherOrdersHaveTheirShapes(_ query: String, _ row: String, _ column: String) throws {
    let source =
      "x : R^n\ny : R^m\nW : R^{n x n}\nA : R^{n x m}\nX : R^{m x n}\n\(query)\n"
    let figures = try [source, "set layout denominator\n" + source].map {
      try #require(Document($0).figures.first)
    }
    #expect(figures[0].text.contains(row))
    #expect(figures[1].text.contains(column))
    #expect(
      figures[0].derivatives.first?.expression == figures[1].derivatives.first?.expression)
  }

  @Test(arguments: [
    ("index", "∂Y_ij/∂X_pq = A_ip B_qj", "∂Yᵢⱼ"), ("kronecker", "∂vec Y/∂vec X = Bᵀ ⊗ A", "Bᵀ ⊗ A"),
    ("differential", "dY = A dX B", "dY = A dX B"),
  ])
  func tensorsAreWrittenAsAsked(_ form: String, _ text: String, _ words: String) throws {
    let source =
      "set tensors \(form)\nA : R^{p x m}\nX : R^{m x n}\nB : R^{n x q}\nY = A*X*B\ndY/dX\n"
    let figure = try #require(Document(source).figures.first)
    #expect(figure.text.contains("\(text)   [(p×q)×(m×n)]"))
    #expect(try self.words(figure).contains(words))
    #expect(figure.derivatives.first?.expression == "einsum(\"ik,lj->ijkl\", A, B)")
  }

  private func latex(_ figure: Figure) throws -> String {
    struct Whole: Decodable {
      struct Figure: Decodable { let derivatives: [Derivative] }
      struct Derivative: Decodable { let latex: String }
      let figures: [Figure]
    }
    let whole = try JSONDecoder().decode(Whole.self, from: Data(Document.json(of: [figure]).utf8))
    return try #require(whole.figures.first?.derivatives.first?.latex)
  }

  /// The figure for a reader who cannot see it.
  private func words(_ figure: Figure) throws -> String {
    String(decoding: try figure.svg(), as: UTF8.self)
  }
}
