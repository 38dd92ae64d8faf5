import ChainElaboration
import Testing

@Suite struct FindingsTests {
  @Test(arguments: [
    ("f = x*q\ndf/dx", "unknown-name"), ("f = foo(x)\ndf/dx", "unknown-name"),
    ("x = 1\nx = 2\nf = x\ndf/dx", "redefinition"), ("f = g\ng = f\ndf/dx", "cyclic-definition"),
    ("f : R -> R\ndf/dt", "abstract-needs-argument"),
    ("f = sin(x, x)\ndf/dx", "wrong-argument-count"),
    ("f = x^2\nd f/d(x + 1)", "expression-below-bar"), ("df = x\nf = x\ndf/dx", "glued-name"),
    ("c : R constant\nf = 2*c\ndf/dc", "constant-below-bar"),
  ])
  func eachHasItsFinding(source: String, id: String) {
    let found = findings(source)
    #expect(found.count == 1 && found[0].hasPrefix(id + ":"), "\(found)")
  }

  /// A misspelt name is offered as it is spelt elsewhere.
  @Test func theNearestNameIsOffered() throws {
    let result = elaborated("weight : R\nf = wieght*x\ndf/dx")
    let help = result.diagnostics.flatMap(\.help)
    #expect(help.contains { $0.contains("weight") })
  }
}
