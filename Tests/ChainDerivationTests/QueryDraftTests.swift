import ChainDerivation
import ExpressionGraph
import Testing

/// Each query has its own ends, paths and total in the one figure.
@Suite struct QueryDraftTests {
  @Test func severalQueriesShareAFigure() throws {
    let derived = try Derived("f = x*y\ng = x + f\ndf/dx\ndg/dy\nat x = 2, y = 3")
    #expect(derived.totals == ["y", "x"])
    #expect(derived.derivation.derivatives.map { $0.pathCount.integer } == [1, 1])
    #expect(derived.isSound)
  }

  @Test func endsAreNodesOfTheFigure() throws {
    let derived = try Derived("x : R^2\nf = x[1]*x[2]\ndf/dx", detail: .components)
    let query = derived.derivation.derivatives[0]
    #expect(query.inputs.map(derived.name) == ["x[1]", "x[2]"])
    #expect(query.outputs.map(derived.name) == ["f"])
  }

  @Test func anEntryBelowTheBarIsOneEnd() throws {
    let derived = try Derived("x : R^2\nf = x[1]*x[2]\nd f/dx[2]", detail: .components)
    #expect(derived.derivation.derivatives[0].inputs.map(derived.name) == ["x[2]"])
    #expect(derived.totals == ["x[1]"])
  }
}
