import ChainDiagnostics
import ChainElaboration
import ChainSyntax
import ExpressionGraph
import Testing

@Test func propertiesReachTheVariable() throws {
  let figure = try #require(
    elaborated("W : R^{n x n} positive definite\nc : R constant positive\nf = c*tr(W)").figure)
  let properties = figure.inputs.map { node -> Properties in
    guard case .variable(let id) = figure.graph.operation(of: node) else { return [] }
    return figure.graph[id].properties
  }
  #expect(properties == [[.symmetric, .positiveDefinite], [.constant, .positive]])
  #expect(figure.queries.map(\.wrt) == [[figure.inputs[0]]])
}

@Test func settingsAndPlotsAreKept() throws {
  let figure = try #require(
    elaborated("f(x) = x^2\nset title \"A\"\nplot f, x = 0 .. 1").figure)
  #expect(figure.settings.map(\.key) == ["title"])
  #expect(figure.settings.map(\.value) == ["A"])
  #expect(figure.plots.count == 1)
}

@Test func rowsAreKnown() throws {
  let figure = try #require(elaborated("r : R^{1 x n}\nx : R^n\ny = r\nf = y*x").figure)
  let rows = (figure.inputs + figure.definitions).filter(figure.rows.contains)
  #expect(rows.map { figure.graph.text(of: $0) } == ["r", "y"])
}

@Test func nodesKnowTheirRanges() throws {
  let text = "f(x) = sin(x^2) + 1"
  let figure = try #require(elaborated(text).figure)
  let sum = figure.graph.operand(of: figure.definitions[0])
  let sine = figure.graph.operand(of: sum)
  let ranges = [sum, sine, figure.graph.operand(of: sine)].compactMap { figure.ranges[$0] }
  #expect(ranges.map(\.start) == [7, 7, 11])
  #expect(ranges.map(\.end) == [19, 15, 14])
}

@Test func propertiesOfSquareMatricesNeedOne() {
  #expect(
    findings("x : R^n symmetric\nf = sum(x)") == [
      "not-square: `symmetric` needs a square matrix, this is R^n @ symmetric"
    ])
  #expect(
    findings("W : R^{2 x 3} positive definite\nf = sum(W)") == [
      "not-square: `positive definite` needs a square matrix, this is R^{2×3} @ positive definite"
    ])
  #expect(findings("W : R^{m x n} orthogonal\nc : R invertible\nf = c*sum(W)\nwhere m = n") == [])
  #expect(findings("x : R^n positive\nf = sum(x)") == [])
}
