import ChainDerivation
import ExpressionGraph
import NumericEvaluation
import Testing

private let lecture = """
  x(t) = [sin(t); cos(t)]
  f(x) = x[1]^2 + 2*x[2]
  df/dt
  at t = 0.5
  """

@Test(arguments: [Detail.auto, .components])
func theLecturesExampleHasFourNodesAndFourEdges(detail: Detail) throws {
  let derived = try Derived(lecture, detail: detail)
  #expect(derived.derivation.detail == .components)
  #expect(derived.names == ["t", "x[1]", "x[2]", "f"])
  #expect(
    derived.edges == [
      "x[1] <- t: cos(t)", "x[2] <- t: -sin(t)", "f <- x[1]: 2*x[1]", "f <- x[2]: 2",
    ])
  #expect(derived.paths == ["t x[1] f: 2*x[1]*cos(t)", "t x[2] f: -2*sin(t)"])
  #expect(derived.totals == ["2*sin(t)*cos(t) - 2*sin(t)"])
  #expect(derived.isSound)
}

@Test func theLecturesExampleByFunctionsHasOneVector() throws {
  let derived = try Derived(lecture, detail: .functions)
  #expect(derived.names == ["t", "x'", "f"])
  #expect(derived.edges == ["x' <- t: [cos(t), -sin(t)]", "f <- x': [2*x[1], 2]"])
  #expect(derived.derivation.derivatives[0].pathCount.integer == 1)
  #expect(derived.totals == ["2*sin(t)*cos(t) - 2*sin(t)"])
  #expect(derived.isSound)
}

@Test func theLecturesExampleByOperationsShowsEachOne() throws {
  let derived = try Derived(lecture, detail: .operations)
  #expect(
    derived.names == [
      "t", "sin(t)", "cos(t)", "x'", "x[1]", "x[1]^2", "x[2]", "2*x[2]", "f",
    ])
  #expect(derived.edges.contains("x[1]^2 <- x[1]: 2*x[1]"))
  #expect(derived.edges.contains("x[1] <- x': [1, 0]"))
  #expect(derived.totals == ["2*sin(t)*cos(t) - 2*sin(t)"])
  #expect(derived.isSound)
}

@Test func theAbstractChainRuleByComponents() throws {
  let derived = try Derived("x : R -> R^2\nf : R^2 -> R\nd f(x(t)) / dt", detail: .auto)
  #expect(derived.derivation.detail == .components)
  #expect(derived.names.prefix(3) == ["t", "x[1]", "x[2]"])
  #expect(derived.figure.nodes.map(\.role) == [.input, .abstract, .abstract, .abstract])
  #expect(derived.figure.edges.count == 4)
  #expect(derived.derivation.derivatives[0].pathCount.integer == 2)
  #expect(derived.totals == ["D(f, 1)(x(t))*D(x, 1)(t)"])
  #expect(derived.isSound)
}

@Test func theAbstractChainRuleByFunctionsHasJacobiansOfMatchingShapes() throws {
  let derived = try Derived("x : R -> R^2\nf : R^2 -> R\nd f(x(t)) / dt", detail: .functions)
  let shapes = derived.figure.edges.map { derived.derivation.graph.shape(of: $0.jacobian) }
  #expect(shapes == [Shape([Dimension(2)]), Shape([Dimension(2)])])
  #expect(derived.figure.nodes.map(\.role) == [.input, .abstract, .abstract])
  #expect(derived.paths == ["t x(t)' f(x(t)): D(f, 1)(x(t))*D(x, 1)(t)"])
  #expect(derived.isSound)
}

@Test func aTwiceUsedOperandIsStrandsOfOneEdge() throws {
  let derived = try Derived("b = a + a\ndb/da\nat a = 3", detail: .functions)
  #expect(derived.edges == ["b <- a: 2 = 1 + 1"])
  #expect(derived.totals == ["2"])
  #expect(derived.derivation.derivatives[0].pathCount.integer == 1)
}

@Test func strandsAreEdgesOfTheirOwnByOperations() throws {
  let derived = try Derived("b = a + a\ndb/da\nat a = 3", detail: .operations)
  #expect(derived.edges == ["b <- a: 1", "b <- a: 1"])
  #expect(derived.derivation.derivatives[0].pathCount.integer == 2)
}

@Test func usesInDifferentPlacesAreStrandsToo() throws {
  let derived = try Derived("y = x*sin(x)\ndy/dx\nat x = 2", detail: .functions)
  let strands = derived.figure.edges[0].strands.map { derived.text($0) }
  #expect(Set(strands) == ["sin(x)", "x*cos(x)"])
  #expect(derived.totals == ["sin(x) + x*cos(x)"])
  let byOperation = try Derived("y = x*sin(x)\ndy/dx\nat x = 2", detail: .operations)
  #expect(byOperation.paths == ["x sin(x) y: x*cos(x)", "x y: sin(x)"])
}

@Test func whatIsBelowTheBarIsHeldThoughItIsDefined() throws {
  let source = lecture.replacing("df/dt", with: "d f / d x\nd f / d x[1]")
  let derived = try Derived(source, detail: .functions)
  #expect(derived.totals == ["[2*x[1], 2]", "2*x[1]"])
  let values = derived.derivation.derivatives.map { derived.derivation.value(of: $0.total)?.data }
  #expect(values[0]?.count == 2)
  #expect(values[1]?.count == 1)
  #expect(derived.isSound)
}

@Test func aComponentOfAnInputHasPathsOfItsOwn() throws {
  let source = """
    x : R^2
    u = [x[1]*x[2]; x[1] + x[2]]
    f = u[1]*sin(u[2])
    d f / d x
    d f / d x[1]
    at x = [1; 2]
    """
  let derived = try Derived(source, detail: .components)
  #expect(derived.names == ["x[1]", "x[2]", "u[1]", "u[2]", "f"])
  // Products of the whole query are placed in the input's shape, those of the component are not.
  #expect(
    derived.paths == [
      "x[1] u[1] f: [x[2]*sin(u[2]), 0]", "x[1] u[2] f: [u[1]*cos(u[2]), 0]",
      "x[2] u[1] f: [0, x[1]*sin(u[2])]", "x[2] u[2] f: [0, u[1]*cos(u[2])]",
      "x[1] u[1] f: x[2]*sin(u[2])", "x[1] u[2] f: u[1]*cos(u[2])",
    ])
  #expect(derived.isSound)
  let whole = try Derived(source, detail: .functions)
  #expect(whole.edges == ["u' <- x': [x[2], x[1]; 1, 1]", "f <- u': [sin(u[2]), u[1]*cos(u[2])]"])
  #expect(whole.totals == derived.totals)
}

@Test func aVectorOutputHasAnEndForEachEntry() throws {
  let source = """
    p : R^2
    t = p[1]*sin(p[1]*p[2])
    y = [cos(t); t/p[2]]
    d y / d p
    at p = [0.7; 1.1]
    """
  let derived = try Derived(source, detail: .components)
  #expect(derived.names == ["p[1]", "p[2]", "t", "y[1]", "y[2]"])
  let query = derived.derivation.derivatives[0]
  #expect(query.outputs.map(derived.name) == ["y[1]", "y[2]"])
  #expect(query.pathCount.integer == 5)
  #expect(derived.paths.contains("p[2] y[2]: [0, 0; 0, -t/p[2]^2]"))
  #expect(derived.isSound)
}

@Test func severalOutputsShareTheFigure() throws {
  let derived = try Derived("h = a + b\ny = -h\nz = h*b\ndy/da\ndz/db\nat a = 1, b = 2")
  #expect(derived.names == ["a", "b", "h", "y", "z"])
  #expect(derived.figure.nodes.map(\.isOutput) == [false, false, false, true, true])
  #expect(derived.totals == ["-1", "2*b + a"])
  #expect(derived.derivation.derivatives.map(\.pathCount.integer) == [1, 2])
  #expect(derived.isSound)
}

@Test func aHigherDerivativeHasATotalButNoPaths() throws {
  let derived = try Derived("f = x^3*y\nd^2 f / dx^2\n∂^2 f / ∂x ∂y\nat x = 2, y = 3")
  #expect(derived.totals == ["6*x*y", "3*x^2"])
  #expect(derived.paths.isEmpty)
  #expect(derived.isSound)
}

@Test func whatDoesNotDependIsZero() throws {
  let derived = try Derived("y = sin(x)\nd y / d u\nat x = 1, u = 2")
  #expect(derived.totals == ["0"])
  #expect(derived.derivation.derivatives[0].pathCount.integer == 0)
}

@Test func rolesTellParametersAndConstantsFromInputs() throws {
  let derived = try Derived("c : R constant\nf = c*w*x\nd f / d w\nat c = 1, w = 2, x = 3")
  #expect(derived.names == ["c", "w", "x", "f"])
  #expect(derived.figure.nodes.map(\.role) == [.constant, .parameter, .input, .definition])
}

@Test func aKinkAndAnUndefinedValueAreNoticed() throws {
  let kink = try Derived("f = abs(x)\ndf/dx\nat x = 0")
  #expect(kink.derivation.kinks.map { kink.text($0) } == ["abs(x)"])
  let undefined = try Derived("f = x*log(x)\ndf/dx\nat x = 0")
  #expect(undefined.derivation.undefined.map { undefined.text($0.node) } == "log(x)")
}
