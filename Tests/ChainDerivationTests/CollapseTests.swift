import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct CollapseTests {
  private let twoLayers = """
    x : R
    z1 = 2*x
    h1 = tanh(z1)
    z2 = 3*h1
    h2 = tanh(z2)
    dh2/dx
    at x = 0.2
    """

  @Test func whatServesABoxAloneIsInside() throws {
    let whole = try Derived(twoLayers, detail: .functions)
    #expect(whole.names == ["x", "z1", "h1", "z2", "h2"])
    let collapsed = try Derived(twoLayers, detail: .functions, collapse: ["h1"])
    #expect(collapsed.names == ["x", "h1", "z2", "h2"])
    #expect(collapsed.isSound && collapsed.totals == whole.totals)
  }

  /// The Jacobian of the box is the product of those inside.
  @Test func theBoxHasOneJacobian() throws {
    let collapsed = try Derived(twoLayers, detail: .functions, collapse: ["h1"])
    let whole = try Derived(twoLayers, detail: .functions)
    let inside = try whole.figure.edges.prefix(2).map { try #require(whole.number($0.jacobian)) }
    let outside = try #require(collapsed.number(collapsed.figure.edges[0].jacobian))
    #expect(abs(outside - inside[0] * inside[1]) < 1e-12)
  }

  @Test func boxesInAChainThatComputeAlikeAreOne() throws {
    let chain = (1...4).map { "h\($0) = sin(h\($0 - 1))" }.joined(separator: "\n")
    let derived = try Derived(
      chain + "\ndh4/dh0\nat h0 = 0.3", detail: .functions, collapse: ["h1", "h2", "h3", "h4"])
    #expect(derived.names == ["h0", "h4"] && derived.isSound)
    #expect(derived.figure.nodes.map(\.repeats) == [0, 4])
  }

  @Test func whatOthersUseTooStaysOutside() throws {
    let derived = try Derived(
      "a = x^2\nb = sin(a)\nf = a*b\ndf/dx\nat x = 1", detail: .functions, collapse: ["b"])
    #expect(derived.names == ["x", "a", "b", "f"] && derived.isSound)
  }
}
