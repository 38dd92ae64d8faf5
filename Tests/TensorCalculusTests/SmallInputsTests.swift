import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

/// Every expression up to a size over x, 1, 2 and a few operations.
private struct Enumeration {
  let x: NodeID
  var bySize: [[NodeID]] = [[]]

  init(upTo size: Int, in graph: inout ExpressionGraph) {
    x = graph.variable(Variable(name: "x", shape: .scalar))
    bySize.append([x, graph.number(1), graph.number(2)])
    for size in 2...size {
      var made: [NodeID] = []
      for operand in bySize[size - 1] {
        made += [graph.elementwise(.sin, operand), graph.elementwise(.exp, operand)]
      }
      for left in stride(from: 1, to: size - 1, by: 1) {
        for a in bySize[left] {
          for b in bySize[size - 1 - left] { made += Enumeration.binary(a, b, in: &graph) }
        }
      }
      bySize.append(made)
    }
  }

  private static func binary(
    _ a: NodeID, _ b: NodeID, in graph: inout ExpressionGraph
  ) -> [NodeID] {
    let power =
      graph.constant(b).map { graph.scalarProduct([(a, $0)]) }
      ?? graph.binary(.elementwise(.power), a, b)
    return [
      graph.sum([(.one, a), (.one, b)]), graph.scalarProduct([(a, .one), (b, .one)]),
      graph.scalarProduct([(a, .one), (b, .minusOne)]), power,
    ]
  }
}

/// Where the expressions are tried: small, large, negative, and where powers and quotients break.
private let samplePoints = [0.7, 1.9, -0.6, 0]

/// A node's values and slopes around a point by central differences of fourth order.
private struct Slope {
  let value: Double
  /// About how far off, judged by a second step; infinite where the node is undefined nearby.
  let error: Double

  init(_ values: (Double) -> Double, at x: Double) {
    func difference(_ h: Double) -> Double {
      (values(x - 2 * h) - 8 * values(x - h) + 8 * values(x + h) - values(x + 2 * h)) / (12 * h)
    }
    value = difference(2e-4)
    let other = difference(1e-3)
    error = value.isFinite && other.isFinite ? abs(value - other) : .infinity
  }

  func agrees(with derivative: Double) -> Bool {
    let scale = 1 + abs(value)
    return !(error <= 1e-3 * scale) || abs(value - derivative) <= 1e-6 * scale + 4 * error
  }
}

@Test(arguments: 1...5)
func derivativesOfEverySmallExpressionAreRight(size: Int) {
  var bench = Bench()
  let all = Enumeration(upTo: max(size, 2), in: &bench.graph)
  for output in all.bySize[size] {
    let raw = bench.graph.derivative(of: output, by: all.x)
    let neat = bench.simplifier.simplified(raw, in: &bench.graph)
    let second = bench.graph.derivative(of: neat, by: all.x)
    let neatSecond = bench.simplifier.simplified(second, in: &bench.graph)
    let nodes = [output, raw, neat, second, neatSecond]
    let whole = Evaluator(bench.graph, roots: nodes)
    func value(_ k: Int, _ x: Double) -> Double {
      let at = Environment(values: [all.x: Tensor(shape: [], data: [x])])
      return whole(at)[nodes[k]]?.data[0] ?? .nan
    }
    for x in samplePoints {
      // Where values are huge, all that is left of a difference is rounding.
      guard !(abs(value(0, x)) > 1e4) else { continue }
      let here = nodes.indices.map { value($0, x) }
      let texts = "\(bench.text(output)): \(bench.text(neat)): \(bench.text(neatSecond)) at \(x)"
      for k in [1, 3] where here[k].isFinite {
        #expect(abs(here[k] - here[k + 1]) <= 1e-9 * (1 + abs(here[k])), "\(k): \(texts)")
      }
      for k in [0, 2] where here[k].isFinite && (here[k + 1].isFinite || here[k + 2].isFinite) {
        #expect(Slope({ value(k, $0) }, at: x).agrees(with: here[k + 2]), "\(k): \(texts)")
      }
    }
  }
}
