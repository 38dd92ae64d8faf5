import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct FigureGraphBuilderTests {
  @Test func inputsComeFirstInSourceOrder() throws {
    let derived = try Derived("b : R\na : R\nf = a*b\ndf/da\ndf/db", detail: .functions)
    #expect(derived.names == ["b", "a", "f"])
  }

  @Test func inputsThatQueriesNameAreParametersAmongOthers() throws {
    let derived = try Derived("x, w : R\nf = w*x\ndf/dw", detail: .functions)
    let roles = Dictionary(
      uniqueKeysWithValues: zip(derived.names, derived.figure.nodes.map(\.role)))
    #expect(roles == ["x": .input, "w": .parameter, "f": .definition])
  }

  @Test func byOperationsEveryStepHasItsNode() throws {
    let derived = try Derived("y : R\nf = sin(x*y) + x\ndf/dx", detail: .operations)
    #expect(derived.names.count == 5 && derived.edges.contains { $0.contains(": cos(") })
  }

  @Test func numbersInAFormulaHaveNoNode() throws {
    let derived = try Derived("f = 2*x + 1\ndf/dx", detail: .operations)
    #expect(!derived.names.contains("2") && !derived.names.contains("1"))
  }

  /// A definition held below the bar is where the paths of that query begin.
  @Test func aHeldDefinitionIsAnInput() throws {
    let derived = try Derived("x = t^2\nf = sin(x)\n∂f/∂x\nat t = 1")
    #expect(derived.totals == ["cos(x)"] && derived.isSound)
  }
}
