import ChainDerivation
import ChainFigure
import ChainPage
import ExpressionGraph
import MathTypesetting
import NumericEvaluation
import Testing

struct PageTests {
  /// f = w·x with a function of its name where there is one, its title as given.
  private func figure(
    title: String = "T", name: String = "x", properties: Properties = [], shape: Shape = .scalar,
    function: AbstractFunction? = nil
  ) throws -> PageFigure {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: name, shape: shape, properties: properties))
    let body = function.map { graph.application($0, to: [x]) } ?? graph.sum([(Number(2), x)])
    let definition = Definition(name: "f", application: nil, parameters: [], serial: 0)
    let f = graph.define(definition, as: body)
    let query = DerivativeQuery(output: f, inputs: [x], outputName: "f", inputNames: [name])
    let lengths = shape.dimensions.compactMap(\.known)
    let value = Tensor(repeating: 1, shape: lengths)
    let derivation = derive(
      DerivationRequest(
        graph: graph, inputs: [x], queries: [query],
        point: function == nil ? Environment(values: [x: value]) : nil))
    let options = FigureOptions()
    let graphScene = try scene(
      of: derivation, options: PageFigure.graphOptions(options), font: MathFont.load())
    return PageFigure(
      scene: graphScene.scene,
      outline: outline(
        of: derivation, header: FigureHeader(title: title),
        options: PageFigure.outlineOptions(options)),
      derivation: derivation, digits: 4)
  }

  @Test func aPageIsOneFileThatNeedsNoOther() throws {
    let html = page(of: [try figure(), try figure()])
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.components(of: "<article class=\"figure\">") == 3)
    for reference in ["src=", "<link", "@import", "url(", "fetch(", "import("] {
      #expect(!html.contains(reference))
    }
    #expect(!html.contains("http://") || !html.contains("href=\"http"))
  }

  @Test func equalFiguresGiveEqualPages() throws {
    #expect(try page(of: [figure()]) == page(of: [figure()]))
  }

  @Test func noTextIsMarkup() throws {
    let hostile = "</script><script>alert(1)</script><!--<img onerror=x>\"'&"
    let html = page(of: [try figure(title: hostile, name: "a<b>&\"")])
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<!--"))
    #expect(html.components(of: "</script>") == 3)
    #expect(html.contains("\\u003c"))
  }

  @Test func everyEntryHasAField() throws {
    let html = page(of: [try figure(shape: Shape([Dimension(2), Dimension(3)]))])
    #expect(html.components(of: "data-input=") == 7)
    #expect(html.contains("repeat(3,auto)"))
    #expect(html.contains("aria-label=\"x, entry 6\""))
  }

  @Test func propertiesHold() throws {
    let square = Shape([Dimension(2), Dimension(2)])
    let symmetric = page(of: [try figure(properties: .symmetric, shape: square)])
    #expect(symmetric.contains("data-mirror=\"2\""))
    #expect(symmetric.contains("data-mirror=\"1\""))
    let diagonal = page(of: [try figure(properties: .diagonal, shape: square)])
    #expect(diagonal.components(of: "entry 2\" disabled") == 2)
    #expect(page(of: [try figure(properties: .positive)]).contains(" data-positive"))
    let orthogonal = page(of: [try figure(properties: .orthogonal, shape: square)])
    #expect(orthogonal.components(of: "\" disabled>") == 5)
  }

  @Test func whatCannotBeWorkedOutIsSaid() throws {
    let abstract = AbstractFunction(name: "g", domain: [.scalar], codomain: .scalar)
    let html = page(of: [try figure(function: abstract)])
    #expect(html.contains("The point is fixed here: g is abstract and has no numbers."))
    let symbols = page(of: [try figure(shape: Shape([Dimension(symbol: "n")]))])
    #expect(symbols.contains("a size is a symbol"))
    let large = page(of: [try figure(shape: Shape([Dimension(200), Dimension(200)]))])
    #expect(large.contains("too many numbers"))
  }
}

extension String {
  /// One more than how often a text occurs.
  fileprivate func components(of text: String) -> Int {
    var (count, rest) = (1, self[...])
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
