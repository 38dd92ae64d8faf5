import ChainDiagnostics
import ChainSyntax
import Testing

@Test(arguments: [
  ("α", "alpha"), ("x₁", "x_1"), ("x_{12}", "x_12"), ("α₁", "alpha_1"), ("W_α", "W_alpha"),
  ("\u{E9}", "e\u{301}"), ("Ω", "\u{2126}"), ("π", "pi"), ("xᵢⱼ", "x_ij"),
])
func spellingsOfOneNameAreOneName(_ left: String, _ right: String) {
  var names = NameTable()
  let id = names.intern(left, at: SourceRange(0, 1))
  #expect(names.intern(right, at: SourceRange(2, 3)) == id)
  #expect(names[id].spelling == left)
  #expect(names.find(right) == id)
  #expect(names.count == 1)
}

@Test(arguments: [("x1", "x_1"), ("a", "A"), ("phi", "varphi"), ("αβ", "α_β")])
func otherNamesAreOthers(_ left: String, _ right: String) {
  var names = NameTable()
  #expect(
    names.intern(left, at: SourceRange(0, 1)) != names.intern(right, at: SourceRange(2, 3)))
}

@Test func namesThatLookTheSameAreAWarning() {
  #expect(statements("f = x_1 + x1").last == "[similar-names]")
  #expect(statements("f = x₁ + x_1") == ["f = (sum +x_1 +x_1)"])
  #expect(statements("x1 = 2\ndf/dx_1").filter { $0 == "[similar-names]" }.count == 1)
}
