import ChainDerivation
import ChainNotation
import MathTypesetting

extension Wording {
  /// The sentences that let a reader follow the figure without seeing it: nodes in order, edges
  /// with their partials, paths and sums.
  func description(of content: FigureContent) -> String {
    let count = content.nodes.count == 1 ? "1 node" : "\(content.nodes.count) nodes"
    let edges = content.edges.count == 1 ? "1 edge" : "\(content.edges.count) edges"
    let head = "Computation graph with \(count) and \(edges)."
    let sentences =
      content.nodes.map(\.sentence) + content.edges.map(\.sentence)
      + content.panel.map(\.sentence) + content.notes.map(linearText)
    return ([head] + sentences).joined(separator: " ")
  }

  /// What the figure is called where its header does not say.
  var standardTitle: String {
    var seen = Set<String>()
    let symbols = derivation.derivatives.map { query in
      let output = outputName(of: query)
      let inputs = query.query.inputNames.map { Name($0).formula() }
      let isTotal =
        query.outputs.count == 1 && query.inputs.count == 1 && query.query.inputs.count == 1
        && self.isTotal(of: query.outputs[0], by: query.inputs[0])
      return linearText(DerivativeSymbol(of: output, by: inputs, isTotal: isTotal).formula)
    }.filter { seen.insert($0).inserted }
    return "Computation graph for " + symbols.joined(separator: ", ")
  }
}
