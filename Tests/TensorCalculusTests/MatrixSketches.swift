import ChainNotation
import ExpressionGraph
import TensorCalculus

extension Sketch {
  /// A matrix of n rows and columns with declared properties.
  static func matrix(_ name: String, _ properties: Properties = []) -> Sketch {
    let n = Dimension(symbol: "n")
    return Sketch {
      $0.variable(Variable(name: name, shape: Shape([n, n]), properties: properties))
    }
  }

  func taken(_ function: MatrixFunction) -> Sketch {
    Sketch { $0.matrixFunction(function, build(&$0)) }
  }

  var inverse: Sketch { taken(.inverse) }
  var transposed: Sketch { einsum("ij->ji", self) }

  func reshaped(to dimensions: Dimension...) -> Sketch {
    Sketch { $0.reshape(build(&$0), to: Shape(dimensions)) }
  }

  func joined(with other: Sketch, axis: Int = 0) -> Sketch {
    Sketch { graph in
      let parts = [build(&graph), other.build(&graph)]
      return graph.join(parts, axis: axis)
    }
  }

  /// The matrix product.
  func dot(_ other: Sketch) -> Sketch { einsum("ij,jk->ik", self, other) }
}

extension Bench {
  /// The simplified text, with or without what is declared of inputs.
  mutating func neat(_ sketch: Sketch, facts: Bool = false) -> String {
    let node = build(sketch)
    var simplifier = Simplifier(facts: facts)
    let neat = simplifier.simplified(node, in: &graph)
    return text(neat)
  }

  /// The text of a derivative.
  mutating func slope(_ sketch: Sketch, by input: Sketch, facts: Bool = false) -> String {
    let node = derivativeNode(sketch, by: input, facts: facts)
    return Notation(graph: graph, facts: facts).phrase(of: node, orientation: .row).text
  }

  mutating func derivativeNode(_ sketch: Sketch, by input: Sketch, facts: Bool) -> NodeID {
    let (output, variable) = (build(sketch), build(input))
    var simplifier = Simplifier(facts: facts)
    return simplifier.simplified(graph.derivative(of: output, by: variable), in: &graph)
  }
}
