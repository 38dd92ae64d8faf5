import Testing

@Test(arguments: [
  ("mse(p, y)", "{(n)^-1 {(+p -y)_i^2 -> i}_i}"),
  (
    "bce(p, y)",
    "{-1 (n)^-1 (+{y_i log(p)_i -> i} +{(+{1 -> i} -y)_i log((+{1 -> i} -p))_i -> i})_i}"
  ),
  ("crossentropy(p, y)", "{-1 y_i logsoftmax(p)_i}"),
  ("hinge(p, y)", "{(n)^-1 relu((+{1 -> i} -{y_i p_i -> i}))_i}"),
  ("kl(p, y)", "{{p_i log({p_i y_i^-1 -> i})_i -> i}_i}"),
])
func losses(_ expression: String, _ expected: String) {
  #expect(body("p, y : R^n\nf = \(expression)") == expected)
}

@Test(arguments: ["mse", "bce", "hinge", "kl"])
func lossesOfScalarsAndTensors(_ name: String) {
  #expect(shape("p, y : R\nf = \(name)(p, y)") == "R")
  #expect(shape("p, y : R^{2 x 3 x 4}\nf = \(name)(p, y)") == "R")
  #expect(
    findings("p : R^n\ny : R^m\nf = \(name)(p, y)") == [
      "shape-mismatch: `\(name)` takes values of one shape, not R^n and R^m @ p\ny"
        .replacing("p\ny", with: "p, y")
    ])
}

@Test func huberIsASquareLessTheSquareBeyondItsLimit() {
  #expect(body("f(r) = huber(r, 2)") == "(+{1/2 r^2} -{1/2 relu((+abs(r) -2))^2})")
  #expect(
    findings("r : R^n\nf = huber(r, r)") == [
      "shape-mismatch: `huber` takes a scalar here, this is R^n @ r"
    ])
}
