import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

@Suite struct FormulaStyleTests {
  @Test func boldIsForTensorsOnly() {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let scaled = tensors.x.times(tensors.c, &bench)
    let entry = bench.graph.entry(tensors.x, at: [0])
    let notation = Notation(graph: bench.graph)
    let bold = FormulaStyle(isBold: true)
    #expect(notation.phrase(of: scaled).formula(bold).latex == "c\\mathbf{x}")
    #expect(notation.phrase(of: entry).formula(bold).latex == "x_1")
  }

  @Test func definitionsAreEquations() {
    var bench = Workbench()
    let sine = bench.apply(.sin, bench.scalar("t"))
    let definition = Definition(name: "x1", application: nil, parameters: ["t"], serial: 0)
    let node = bench.graph.define(definition, as: sine)
    let notation = Notation(graph: bench.graph)
    #expect(notation.equation(of: node).words == "x₁ = sin t")
    #expect(notation.equation(of: sine).words == "sin t")
  }

  @Test func factorsOfAPathStandApart() {
    var bench = Workbench()
    let x = bench.scalar("x")
    let sum = bench.sum(("1", x), ("1", bench.number("1")))
    let notation = Notation(graph: bench.graph)
    let factors = [sum, x].map { notation.phrase(of: $0) }
    #expect(Phrase.pathFormula(factors).words == "(x + 1)⋅x")
    #expect(Phrase.pathFormula([factors[0]]).words == "x + 1")
  }
}
