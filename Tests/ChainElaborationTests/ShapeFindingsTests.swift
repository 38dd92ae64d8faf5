import ChainDiagnostics
import ChainElaboration
import Testing

/// The whole of a finding: marked places with their words, notes and mends.
private func whole(_ source: String) -> [String] {
  let text = SourceText(name: "test", source)
  guard let diagnostic = elaborated(source).diagnostics.first else { return [] }
  var lines = [diagnostic.message]
  for label in [diagnostic.primary].compactMap(\.self) + diagnostic.secondary {
    lines.append(text[label.range] + (label.text.map { ": \($0)" } ?? ""))
  }
  lines += diagnostic.notes.map { "note: \($0)" }
  return lines + diagnostic.help.map { "help: \($0)" }
}

@Test(arguments: [
  (
    "x : R^4\nW : R^{3 x 5}\ny = W*x",
    [
      "cannot multiply R^{3×5} by R^4", "W*x: inner dimensions 5 and 4 differ",
      "R^{3 x 5}: `W` has 5 columns", "R^4: `x` has 4 entries",
      "help: declare `W : R^{3 x 4}` or `x : R^5`",
    ]
  ),
  (
    "A : R^{3 x 3} symmetric\nB : R^{2 x 4}\nY = A*B",
    [
      "cannot multiply R^{3×3} by R^{2×4}", "A*B: inner dimensions 3 and 2 differ",
      "R^{3 x 3}: `A` has 3 columns", "R^{2 x 4}: `B` has 2 rows",
      "help: declare `B : R^{3 x 4}`",
    ]
  ),
  (
    "x : R^2\ny : R^3\nf = x'*sin(y)",
    [
      "cannot multiply R^{1×2} by R^3", "x'*sin(y): inner dimensions 2 and 3 differ",
      "R^2: `x` has 2 entries", "sin(y): this is R^3",
    ]
  ),
  (
    "x : R^m\ny : R^n\nf = x + y",
    [
      "cannot add R^m and R^n", "x + y: dimensions m and n differ", "x: this is R^m",
      "y: this is R^n", "help: write `where m = n` if they are the same",
    ]
  ),
  (
    "x : R^n\nf = x + x'",
    [
      "cannot add R^n and R^{1×n}", "x + x': a row and a column", "x: this is R^n",
      "x': this is R^{1×n}", "help: transpose one of them: `x'`",
    ]
  ),
  (
    "X : R^{m x n}\nf = tr(X)",
    [
      "a trace needs a square matrix, this is R^{m×n}", "X",
      "help: write `where m = n` if they are the same",
    ]
  ),
  (
    "x : R^3\nf = x[4]", ["there is no entry 4 in R^3", "4: entries count from 1 to 3"]
  ),
  (
    "f(x) = x[1]",
    [
      "nothing says how many entries `x` has", "x",
      "help: declare it: `x : R^2`, or `x : R^n`",
    ]
  ),
])
func shapeFindings(_ source: String, _ expected: [String]) {
  #expect(whole(source) == expected)
}
