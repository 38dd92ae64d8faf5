import ChainDerivation
import ExpressionGraph
import Testing

/// Each residual block doubles the paths: h + tanh(h).
private func residual(_ blocks: Int) -> String {
  let lines = (1...blocks).map { "h\($0) = g\($0) + h\($0 - 1)\ng\($0) = tanh(h\($0 - 1)/2)" }
  return lines.joined(separator: "\n") + "\nd h\(blocks) / d h0\nat h0 = 0.3"
}

@Test(arguments: [1, 2, 10, 40, 64, 100])
func pathsAreCountedNotWalked(blocks: Int) throws {
  let derived = try Derived(residual(blocks))
  let query = derived.derivation.derivatives[0]
  var expected = Natural(1)
  for _ in 0..<blocks { expected = expected + expected }
  #expect(query.pathCount == expected)
  #expect(query.products.count == min(1 << min(blocks, 10), 8))
  #expect(derived.isSound)
}

@Test func twoToTheFortyIsWrittenInFull() throws {
  let derived = try Derived(residual(40))
  #expect(derived.derivation.derivatives[0].pathCount.description == "1099511627776")
}

@Test func beyondTheLimitTheLargestComeFirstAndTheRestIsOneNumber() throws {
  let derived = try Derived(residual(6), pathLimit: 5)
  let query = derived.derivation.derivatives[0]
  #expect(query.products.count == 5)
  let all = try Derived(residual(6), pathLimit: 64)
  #expect(all.derivation.derivatives[0].remainder == nil)
  let magnitudes = all.derivation.derivatives[0].products
    .compactMap { all.number($0.expression) }.map(abs).sorted(by: >)
  #expect(magnitudes.count == 64)
  let listed = query.products.compactMap { derived.number($0.expression) }
  for (value, largest) in zip(listed, magnitudes) { #expect(abs(value - largest) < 1e-12) }
  let rest = try #require(derived.number(query.remainder))
  let total = try #require(derived.number(query.total))
  #expect(abs(listed.reduce(rest, +) - total) < 1e-12)
}

@Test func withoutAPointTheFirstPathsAreListed() throws {
  let source = residual(6).split(separator: "\n").dropLast().joined(separator: "\n")
  let derived = try Derived(source, pathLimit: 3)
  let query = derived.derivation.derivatives[0]
  #expect(query.products.count == 3)
  #expect(query.remainder != nil)
  #expect(Set(query.products.map(\.path)).count == 3)
}

@Test func noPathIsListedThatLeadsNowhere() throws {
  let derived = try Derived("a = x^2\nb = sin(x)\ny = 2*b\nd y / d x\nd a / d x\nat x = 1")
  #expect(derived.paths == ["x b y: 2*cos(x)", "x a: 2*x"])
}

/// ∂f/∂x = Σ k over paths by way of v₁ … vₙ.
private func fan(_ count: Int) -> String {
  let names = (1...count).map { "v\($0)" }
  return names.enumerated().map { "\($1) = \($0 + 1)*x" }.joined(separator: "\n")
    + "\nf = \(names.joined(separator: " + "))\ndf/dx\nat x = 1"
}

@Test func aFewPathsStayInTheOrderOfTheSource() throws {
  let derived = try Derived(fan(4))
  #expect(
    derived.derivation.derivatives[0].products.map { derived.number($0.expression) }
      == [1, 2, 3, 4])
}

@Test func morePathsAreListedLargestFirst() throws {
  let derived = try Derived(fan(5))
  #expect(
    derived.derivation.derivatives[0].products.map { derived.number($0.expression) }
      == [5, 4, 3, 2, 1])
}

@Test func theLimitHoldsForAllEntriesTogether() throws {
  let derived = try Derived(
    "x(t) = [t; t^2; t^3; 2*t]\nf(x) = x[1] + 2*x[2] + 3*x[3] + x[4]\ndf/dt\nat t = 1",
    pathLimit: 2)
  let query = derived.derivation.derivatives[0]
  #expect(query.products.map { derived.number($0.expression) } == [9, 4])
  #expect(derived.number(query.remainder) == 3)
}
