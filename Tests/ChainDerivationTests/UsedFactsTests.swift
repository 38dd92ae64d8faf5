import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct UsedFactsTests {
  private func facts(_ declarations: String, _ query: String) throws -> (
    names: [String], text: String
  )? {
    let derived = try Derived(declarations + "\nx, y : R^n\n" + query + "\n")
    return try #require(derived.derivation.derivatives.first).facts.map { facts in
      (facts.inputs.map { derived.text($0) }, derived.text(facts.general))
    }
  }

  @Test(arguments: [
    ("W : R^{n x n} symmetric", "d(x'*W*x)/dx", "W", "x'*(W + W')"),
    ("W : R^{n x n} positive definite", "d(x'*inv(W)*x)/dx", "W", "x'*(inv(W) + inv(W)')"),
    ("D : R^{n x n} diagonal", "d^2(x'*D*x)/dx^2", "D", "D + D'"),
    ("Q : R^{n x n} orthogonal", "d(norm2(Q*x)^2)/dx", "Q", "2*x'*Q'*Q"),
    ("V, W : R^{n x n} symmetric", "d(x'*W*x + y'*V*x)/dx", "W", "x'*(W + W') + y'*V"),
  ])
  func theInputAndTheGeneralFormAreFound(
    declarations: String, query: String, name: String, general: String
  ) throws {
    let found = try #require(try facts(declarations, query))
    #expect(found.names == [name])
    #expect(found.text == general)
  }

  @Test(arguments: [
    ("W : R^{n x n}", "d(x'*W*x)/dx"), ("W : R^{n x n} symmetric", "d(x'*W*x)/dW"),
    ("W : R^{n x n} positive definite", "d logdet(W)/dW"),
    ("W : R^{n x n} symmetric", "d^2(x'*W*x)/dx dW"),
  ])
  func whereNothingIsOwedNothingIsFound(declarations: String, query: String) throws {
    #expect(try facts(declarations, query) == nil)
  }
}
