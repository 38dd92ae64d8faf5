import Testing

@Test(arguments: [
  ("f = g + 1\ng = f*2", ["cyclic-definition: `f`, `g` are defined by one another @ f"]),
  ("f = f + 1", ["cyclic-definition: `f` is defined by itself @ f"]),
  ("f(x) = f(x - 1)", ["cyclic-definition: `f` is defined by itself @ f"]),
  (
    "x(t) = f(t)\nf(u) = g(u)\ng(v) = x(v)",
    ["cyclic-definition: `x`, `f`, `g` are defined by one another @ x"]
  ),
  ("x(t) = f(x)\nf(x) = x", ["cyclic-definition: `x` is defined by itself @ x"]),
  (
    "a = b\nb = c\nc = d\nd = h\nh = a",
    [
      "cyclic-definition: `a`, `b`, `c`, …, `h` are defined by one another @ a"
    ]
  ),
])
func cycles(_ source: String, _ expected: [String]) { #expect(findings(source) == expected) }

/// A parameter bound to an argument does not lead back to the definition of its name.
@Test(arguments: [
  ("g(x) = x^2\nx(t) = g(t)\ndg/dt", "{x^2}"),
  ("f(x) = x^2\nx = f(3)\nat_t : R\ny = x*at_t", "{x at_t}"),
])
func noCycle(_ source: String, _ expected: String) { #expect(body(source) == expected) }
