import MathTypesetting
import Testing

@Suite struct TeXFencesTests {
  private let x = Formula.identifier("x")

  @Test(
    arguments: [
      (#"\left[x\right]"#, "[", "]"), (#"\left\{x\right\}"#, "{", "}"),
      (#"\left\langle x\right\rangle"#, "⟨", "⟩"), (#"\left\|x\right\|"#, "‖", "‖"),
    ] as [(String, Unicode.Scalar, Unicode.Scalar)])
  func delimitersHaveTheirNames(source: String, left: Unicode.Scalar, right: Unicode.Scalar) {
    #expect(readTeX(source).formula == .fenced(left: left, body: x, right: right))
  }

  @Test(
    arguments: [
      ("matrix", nil, nil), ("pmatrix", "(", ")"), ("bmatrix", "[", "]"), ("vmatrix", "|", "|"),
    ] as [(String, Unicode.Scalar?, Unicode.Scalar?)])
  func environmentsHaveTheirDelimiters(name: String, left: Unicode.Scalar?, right: Unicode.Scalar?)
  {
    #expect(
      readTeX(#"\begin{\#(name)}x\end{\#(name)}"#).formula
        == .matrix(rows: [[x]], left: left, right: right))
  }

  @Test func casesHaveABraceAndLead() {
    let formula = readTeX(#"\begin{cases}x&a\\b&x\end{cases}"#).formula
    #expect(formula.latex.contains(#"\begin{cases}"#) || formula.latex.contains(#"\left\{"#))
    #expect(readTeX(#"\begin{cases}x&a\\b&x\end{cases}"#).problems.isEmpty)
  }

  @Test func fencesNest() {
    let inner = Formula.fenced(left: "[", body: x, right: "]")
    #expect(
      readTeX(#"\left(\left[x\right]\right)"#).formula
        == .fenced(left: "(", body: inner, right: ")"))
  }
}
