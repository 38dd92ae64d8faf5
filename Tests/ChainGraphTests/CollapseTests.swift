import ChainGraph
import Testing

@Suite struct CollapseTests {
  private func figure(_ lines: String, collapse: String) throws -> Figure {
    let document = Document("set collapse \(collapse)\n" + lines)
    #expect(document.findings.isEmpty, "\(document.report(style: .short))")
    return try #require(document.figures.first)
  }

  @Test func whatServesOneBoxOnlyIsInside() throws {
    let source = "u = sin(x)\nv = u^2\nw = exp(v)\nf = w + u\ndf/dx\nat x = 1\n"
    let open = try #require(Document(source).figures.first)
    let closed = try figure(source, collapse: "w")
    #expect(open.nodeCount == 5)
    #expect(closed.nodeCount == 4, "v is inside, u is used outside too")
    #expect(closed.derivatives[0].value == open.derivatives[0].value)
    #expect(closed.isChecked)
  }

  @Test func alikeDefinitionsInAChainAreOneBox() throws {
    let chain = (1...40).map { "x\($0) = x\($0 - 1) + tanh(x\($0 - 1))/8\n" }.joined()
    let names = (1...40).map { "x\($0)" }.joined(separator: ", ")
    let figure = try figure(chain + "y = x40^2\ndy/dx0\nat x0 = 0.1\n", collapse: names)
    #expect(figure.nodeCount == 3)
    #expect(figure.isChecked)
    let svg = String(decoding: try figure.svg(), as: UTF8.self)
    #expect(svg.contains("40 alike in a chain"))
  }

  @Test func definitionsThatDifferStayApart() throws {
    let source = "x1 = x0 + tanh(x0)\nx2 = x1 + sin(x1)\ny = x2^2\ndy/dx0\n"
    #expect(try figure(source, collapse: "x1, x2").nodeCount == 4)
  }

  @Test func inputsAndOutputsAreNeverInside() throws {
    let source = "x : R^2\nW : R^{2 x 2}\nb : R^2\nz = W*x + b\nh = tanh(z)\ndh/dW\ndh/dz\n"
    #expect(try figure(source, collapse: "h").nodeCount == 5, "z is differentiated by")
  }

  @Test func namesOfNothingAreAWarning() {
    let document = Document("set collapse g\nf = x\ndf/dx\n")
    #expect(document.findings.map(\.id) == ["unknown-name"])
    #expect(document.figures.count == 1)
  }
}
