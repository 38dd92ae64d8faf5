import Testing

/// Inputs that are out to break the program end in a finding.
@Suite struct HostileInputTests {
  private static let sources: [(String, String)] = [
    ("brackets", "f = " + String(repeating: "(", count: 1_000_000)),
    ("closed brackets", "f = " + nested("(", ")", 100_000) + "\ndf/dx\n"),
    ("functions", "f = " + nested("sin(", ")", 100_000) + "\ndf/dx\n"),
    ("signs", "f = " + String(repeating: "-", count: 100_000) + "x\n"),
    ("powers", "f = " + String(repeating: "x^", count: 100_000) + "x\n"),
    ("digits", "f = x*" + String(repeating: "7", count: 1_000_000) + "\ndf/dx\n"),
    ("exponent", "f = x*1e" + String(repeating: "7", count: 1000) + "\ndf/dx\n"),
    ("a long name", String(repeating: "a", count: 100_000) + " = x\n"),
    ("NUL", "f = x\0^2\ndf/dx\n"),
    ("a cycle", (0..<20_000).map { "v\($0) = v\(($0 + 1) % 20_000)\n" }.joined()),
    ("a dimension", "x : R^1000000000\nf = sum(x)\ndf/dx\n"),
    ("a size", "x : R^n\nf = x'*x\ndf/dx\nwhere n = 1000000000\n"),
    ("terms", "f = " + String(repeating: "x + ", count: 600_000) + "x\ndf/dx\n"),
    ("queries", "f = x^2\n" + String(repeating: "df/dx\n", count: 100_000)),
    ("powers of a matrix", "X : R^{2x2}\nf = tr(X^1000000)\ndf/dX\n"),
    ("zeros", "x : R^2\nf = sum(x) + sum(zeros(1000000000))\ndf/dx\nat x = [1; 2]\n"),
    ("a reshape", "x : R^2\nf = sum(reshape(x, [1000000000, 1]))\ndf/dx\n"),
    (
      "errors",
      (0..<100_000).map { "v\($0) = u\($0) +\n" }.joined()
    ),
    ("transposes", "f = x" + String(repeating: "'", count: 100_000) + "\n"),
    ("choices", "f = " + nested("cases(x > 0, ", ", 0)", 100_000) + "\ndf/dx\n"),
    ("a determinant", "f = x*det(eye(3000))\ndf/dx\nat x = 2\n"),
    ("nothing but lines", String(repeating: "\n", count: 1_000_000)),
  ]

  private static func nested(_ open: String, _ close: String, _ count: Int) -> String {
    String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
  }

  @Test(arguments: sources.indices)
  func endsInAFinding(_ index: Int) throws {
    let (name, source) = Self.sources[index]
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "--diagnostics", "short", input: source)
      #expect(result.status == 1, "\(name)")
      #expect(result.output.isEmpty, "\(name)")
      #expect(result.messages.contains(": error: "), "\(name)")
      #expect(result.messages.utf8.count < 4000, "\(name)")
    }
  }

  /// Much, but no more than can be done.
  private static let large: [(String, String)] = [
    ("a literal", "f = sum([" + String(repeating: "t; ", count: 20_000) + "t])\ndf/dt\nat t = 2\n"),
    (
      "factors",
      "x : R^2\nf = einsum(\"" + String(repeating: "i,", count: 3000) + "i->\""
        + String(repeating: ", x", count: 3001) + ")\ndf/dx\nat x = [1; 1]\n"
    ),
    ("a product", "X : R^{1500 x 1500}\nf = sum(X*X)\ndf/dX\n"),
    ("an inverse", "X : R^{1000 x 1000}\nf = sum(inv(X))\ndf/dX\n"),
  ]

  @Test(arguments: large.indices)
  func isWorkedOut(_ index: Int) throws {
    let (name, source) = Self.large[index]
    try Program.inFolder { program throws in
      let result = try program("derive", "-", "-f", "json", input: source)
      #expect(result.status == 0, "\(name): \(result.messages.prefix(400))")
    }
  }

  @Test(arguments: [
    ["-o", "a.png", "--scale", "100", "--dpi", "2400"],
    ["-o", "a.svg", "--detail", "operations"],
  ])
  func picturesThatAreTooLargeAreErrorsOfTheInput(_ options: [String]) throws {
    try Program.inFolder { program throws in
      let source = "f = " + String(repeating: "t + ", count: 6000) + "t^2\ndf/dt\nat t = 2\n"
      let result = try program(["render", "-"] + options, input: source)
      #expect(result.status == 1)
      #expect(result.messages.contains("[figure-too-large]"))
      #expect(try program.files().isEmpty)
    }
  }
}
