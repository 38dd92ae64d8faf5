import ChainDerivation
import Testing

@Suite struct EliminationGraphTests {
  private func counts(_ source: String, _ detail: Detail = .functions) throws -> Multiplications {
    let derivation = try Derived(source, detail: detail).derivation
    return try #require(derivation.multiplications(of: derivation.derivatives[0]))
  }

  /// A chain of scalars takes a product a node between its ends, in any order.
  @Test func aChainHasNoBetterOrder() throws {
    let dense = try counts("a = sin(x)\nb = exp(a)\nc = tanh(b)\nf = c^2\ndf/dx").dense
    #expect(
      [dense.paths, dense.forward, dense.reverse, dense.best].allSatisfy { $0.description == "3" })
    #expect(dense.isExact && !dense.isBetterThanModes)
  }

  /// R^10 → R^1 → R^10: the narrow node in the middle first costs 10·10.
  @Test func whatLiesOnNoWayCostsNothing() throws {
    let dense = try counts("y : R\na = sin(x)\nb = cos(y)\nf = a*b\ndf/dx").dense
    #expect(dense.best.description == "1")
  }

  @Test func parallelEdgesAreOne() throws {
    let dense = try counts("a = sin(x)\nf = a*a\ndf/dx").dense
    #expect(dense.best.description == "1" && dense.paths.description == "1")
  }

  /// Output of 2, middle of 3, input of 4.
  @Test func matricesCountTheirEntries() throws {
    let dense = try counts("x : R^4\nA : R^{3 x 4}\nB : R^{2 x 3}\na = A*x\nf = B*a\ndf/dx").dense
    #expect(dense.forward.description == "24" && dense.reverse.description == "24")
  }
}
