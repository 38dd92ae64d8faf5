import ChainElaboration
import ExpressionGraph
import Testing

@Suite struct ElaboratedFigureTests {
  @Test func inputsStandInSourceOrder() throws {
    let figure = try #require(elaborated("b : R\nf = a*b\ndf/da\na : R").figure)
    #expect(figure.inputs.map { figure.graph.text(of: $0) } == ["b", "a"])
  }

  @Test func queriesKnowWhetherTheyArePartial() throws {
    let figure = try #require(elaborated("x, y : R\nf = x*y\ng = x^2\ndf/dx\ndg/dx").figure)
    #expect(figure.queries.map(\.isPartial) == [true, false])
    #expect(figure.queries.map(\.outputName) == ["f", "g"])
    #expect(figure.queries.map(\.wrt.count) == [1, 1])
  }

  @Test func aSecondDerivativeHoldsItsInputTwice() throws {
    let figure = try #require(elaborated("f = x^3\nd^2 f/dx^2").figure)
    #expect(figure.queries[0].heldInputs.map(\.name) == ["x", "x"])
  }

  @Test func rowsAreRemembered() throws {
    let figure = try #require(elaborated("x : R^3\nr = x'\nf = r*x\ndf/dx").figure)
    #expect(figure.definitions.filter(figure.rows.contains).count == 1)
  }

  /// A point fixes the sizes it implies.
  @Test func sizesComeFromWhereAndFromThePoint() throws {
    let figure = try #require(
      elaborated("x : R^n\ny : R^m\nf = sum(x)*sum(y)\ndf/dx\nwhere m = 2\nat x = [1; 2; 3]").figure
    )
    #expect(figure.sizes == ["m": 2, "n": 3])
  }
}
