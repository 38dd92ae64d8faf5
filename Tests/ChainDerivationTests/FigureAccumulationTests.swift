import ChainDerivation
import ExpressionGraph
import Testing

/// Adjoints and tangents at the nodes of a figure.
@Suite struct FigureAccumulationTests {
  private func values(
    _ nodes: [NodeID?], _ derived: Derived
  ) -> [Double?] { nodes.map { derived.number($0) } }

  /// f = ab with a = x², b = 3x at x = 2: ∂f/∂a = 6, ∂f/∂b = 4, ∂f/∂x = 36.
  @Test func adjointsAreDerivativesOfTheOutput() throws {
    let derived = try Derived("a = x^2\nb = 3*x\nf = a*b\ndf/dx\nat x = 2")
    let query = derived.derivation.derivatives[0]
    #expect(derived.names == ["x", "a", "b", "f"])
    #expect(values(query.adjoints, derived) == [36, 6, 4, 1])
  }

  /// dx/dx = 1, da/dx = 4, db/dx = 3.
  @Test func tangentsAreDerivativesByTheInput() throws {
    let derived = try Derived("a = x^2\nb = 3*x\nf = a*b\ndf/dx\nat x = 2")
    let query = derived.derivation.derivatives[0]
    #expect(values(query.tangents, derived) == [1, 4, 3, 36])
  }

  @Test func whatIsOnNoWayHasNeither() throws {
    let derived = try Derived("a = y^2\nb = 3*x\nf = a + b\ndf/dx\nat x = 2, y = 1")
    let query = derived.derivation.derivatives[0]
    let place = try #require(derived.names.firstIndex(of: "a"))
    #expect(query.tangents[place] == nil)
  }
}
