import ChainDiagnostics
import ChainElaboration
import Testing

@Test(arguments: [
  ("sigma = 3\nf(x) = sgima*x", "replace `sgima` with `sigma`"),
  ("f(x) = sinn(x)", "replace `sinn` with `sin`"),
  ("f(x) = exq(x)", "replace `exq` with `exp`"),
  ("f(x) = foo(x)", "define it, `foo(x) = …`, or declare it, `foo : R -> R`"),
  ("f(x) = foobar(x)", "define it, `foobar(x) = …`, or declare it, `foobar : R -> R`"),
  ("f(x) = y*x", "declare it: `y : R`, or give its shape"),
  ("weights : R^n\nf = sum(wieghts)", "replace `wieghts` with `weights`"),
])
func suggestions(_ source: String, _ expected: String) {
  #expect(elaborated(source).diagnostics.first?.help == [expected])
}

@Test(arguments: [
  ("a : R\nf(x) = a(x+1)", "*"), ("sigma = 3\nf(x) = sgima*x", "sigma"),
])
func replacements(_ source: String, _ expected: String) {
  #expect(elaborated(source).diagnostics.first?.replacement?.text == expected)
}
