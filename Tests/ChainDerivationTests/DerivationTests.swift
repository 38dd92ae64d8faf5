import ChainDerivation
import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct DerivationTests {
  @Test func shapesAreOutputThenInputs() throws {
    let query = try Derived("x : R^3\nf = x'*x\nd^2 f/dx^2").derivation.derivatives[0]
    #expect(query.outputShape == .scalar && query.inputShapes == [Shape([3]), Shape([3])])
    #expect(query.products.isEmpty)
  }

  @Test func withoutAPointThereAreNoValues() throws {
    let derived = try Derived("f = x^2\ndf/dx")
    let query = derived.derivation.derivatives[0]
    #expect(derived.derivation.evaluation == nil && query.agrees == nil)
    #expect(derived.number(query.total) == nil && query.check.points > 0)
  }

  @Test func kinksAtThePointAreTold() throws {
    #expect(try Derived("f = abs(x)\ndf/dx\nat x = 0").derivation.kinks.count == 1)
    #expect(try Derived("f = abs(x)\ndf/dx\nat x = 1").derivation.kinks.isEmpty)
  }

  @Test func theFirstUndefinedNodeIsTold() throws {
    let derived = try Derived("a = log(x)\nf = sin(a)\ndf/dx\nat x = -1")
    let undefined = try #require(derived.derivation.undefined)
    #expect(derived.text(undefined.node) == "log(x)" || derived.text(undefined.node) == "a")
  }

  @Test func tiesAreSeen() throws {
    let source = "x : R^3\nf = max(x)\ndf/dx\nat x = "
    #expect(try Derived(source + "[1; 2; 2]").derivation.hasTies)
    #expect(try !Derived(source + "[1; 2; 3]").derivation.hasTies)
  }

  @Test func aWrongWayWouldNotBeSound() throws {
    let derived = try Derived("f = sin(x)*exp(x)\ndf/dx\nat x = 0.4")
    #expect(derived.isSound && derived.derivation.derivatives[0].agrees == true)
  }
}
