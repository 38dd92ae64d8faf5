import ChainDiagnostics
import ChainSyntax
import Foundation
import Testing

private func form(_ text: String) -> String? {
  formatted(SourceText(name: "test", text))
}

struct FormattingTests {
  @Test(arguments: [
    ("x:R^m", "x : R^m"),
    ("a,b  :R^{m x n}   symmetric", "a, b : R^{m x n} symmetric"),
    ("A : R^{m×n}", "A : R^{m × n}"),
    ("A : R^{2x3}", "A : R^{2x3}"),
    ("x : R^{m + n}", "x : R^{m+n}"),
    ("x : R^( m,n )", "x : R^(m, n)"),
    ("f:R^2->R", "f : R^2 -> R"),
    ("x∈ℝ²", "x ∈ ℝ²"),
    ("x in R^2", "x in R^2"),
    ("y( t )=[ sin( t ) ;cos(t)]", "y(t) = [sin(t); cos(t)]"),
    ("f = a*b  / c .*d+ - 2 ^ -3", "f = a*b/c .* d + -2^-3"),
    ("f = -x^2-y", "f = -x^2 - y"),
    ("f = 2 x + 3 (x+1) + 2 e + x^2", "f = 2x + 3(x + 1) + 2 e + x^2"),
    ("f = 1. * x", "f = 1. * x"),
    ("f = X [1 , :]+x[ 2 : 4 ]", "f = X[1, :] + x[2:4]"),
    ("f = X '*Y ᵀ", "f = X'*Yᵀ"),
    ("f = ‖ x-y ‖ ₁ + ||2 x||", "f = ‖x - y‖₁ + ||2x||"),
    ("f = sum( X,axis = 1 )", "f = sum(X, axis=1)"),
    ("f = cases(x>0,x , - 1)", "f = cases(x > 0, x, -1)"),
    ("f = einsum( \"ij, jk->ik\",A,B)", "f = einsum(\"ij, jk->ik\", A, B)"),
    ("f = √ x", "f = √x"),
    ("df /dt", "df/dt"),
    ("d f/d t", "d f / d t"),
    ("d f( x(t) )/dt", "d f(x(t)) / dt"),
    ("d (r'*W*r )/ds", "d(r'*W*r)/ds"),
    ("d / dx f", "d/dx f"),
    ("d^2/dx^2 f", "d^2/dx^2 f"),
    ("d^2 f/dx^2", "d^2 f / dx^2"),
    ("∂ f/∂ x", "∂f/∂x"),
    ("∂^2 f/∂x ∂y", "∂^2 f / ∂x ∂y"),
    ("grad   f", "grad f"),
    ("∇ f", "∇f"),
    ("at x=[1 ;2],t=0.5", "at x = [1; 2], t = 0.5"),
    ("where m=3 ,n = 2 m", "where m = 3, n = 2m"),
    ("plot f,t=0..3 ,secants   4", "plot f, t = 0 .. 3, secants 4"),
    ("set  title   \"a  # b\"", "set title \"a  # b\""),
    ("set transparent", "set transparent"),
  ])
  func statements(_ source: String, _ expected: String) {
    #expect(form(source) == expected + "\n")
    #expect(form(expected) == expected + "\n")
  }

  @Test func commentsAndBlankLinesStay() {
    let source = """
      \u{FEFF}
      #first
        ##  second\t
      x : R #one
      longer : R^2    # two


      ---
      # alone

      f = x# last
      ---
      """
    #expect(
      form(source.replacingOccurrences(of: "\n", with: "\r\n")) == """
        # first
        ##  second
        x : R         # one
        longer : R^2  # two

        ---
        # alone

        f = x  # last
        ---

        """)
  }

  @Test func linesWithinBracketsStay() {
    let source = """
      f = [1,2; # one

      3,g(
      4)
      ]+[5,6;7,8]
      """
    #expect(
      form(source + "\ng(x) = x") == """
        f = [1, 2;  # one

          3, g(
            4)
        ] + [5, 6; 7, 8]
        g(x) = x

        """)
  }

  @Test(arguments: ["f = (x", "x +", "", "# only a comment", "set", "f = x $ y"])
  func whatCannotBeReadHasNoForm(_ source: String) {
    #expect(form(source) == nil)
  }

  @Test(arguments: samples)
  func theFormIsOneAndReadsTheSame(_ name: String, _ text: String) throws {
    let once = try #require(form(text))
    #expect(form(once) == once)
    #expect(tree(once) == tree(text))
  }

  static let samples: [(String, String)] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
      (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
        .map { (file, $0) }
    }
  }()

  private func tree(_ text: String) -> [[String]] {
    parse(SourceText(name: "test", text)).figures.map { figure in
      let tree = TreeText(expressions: figure.expressions, names: figure.names)
      return figure.statements.map { tree.text($0) }
    }
  }
}
