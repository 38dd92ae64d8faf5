import Testing

@Test func firstLook() {
  #expect(
    summary("x(t) = [sin(t); cos(t)]\nf(x) = x[1]^2 + 2*x[2]\ndf/dt\nat t = 0.5") == [
      "d f by t", "at t = 1/2",
    ])
}

@Test(arguments: [
  // Products.
  ("f = x*y\nx, y : R", "{x y}"),
  ("x, y : R\nf = 3*x^2*y", "{3 x^2 y}"),
])
func scratch(_ source: String, _ expected: String) { #expect(body(source) == expected) }
