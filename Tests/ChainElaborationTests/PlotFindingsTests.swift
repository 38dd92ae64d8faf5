import ChainElaboration
import Testing

@Suite struct PlotFindingsTests {
  @Test(arguments: [
    ("x : R^2\nf = 2*x\nplot f, t = 0 .. 1", "plot"),
    ("f(t) = t\nplot f, t = 0 .. 1, secants 99", "plot"),
    ("f(t) = t\nplot f, t = 0 .. 1, gradients", "plot"),
    ("f(t) = t\nplot f, t = 0 .. 1, sekants", ""),
    ("f(t) = t\nplot f", ""), ("f(t) = t\nplot f, t = 0 .. [1; 2]", ""),
  ])
  func whatCannotBeDrawnIsSaid(source: String, id: String) {
    #expect(findings(source).contains { id.isEmpty || $0.contains(id) })
  }

  @Test func aMisspeltOptionIsMended() {
    let help = elaborated("f(t) = t\nplot f, t = 0 .. 1, sekants").diagnostics.flatMap(\.help)
    #expect(help.contains { $0.contains("secants") })
  }
}
