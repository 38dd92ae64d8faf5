import ChainDerivation
import ChainNotation
import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

func dump(_ d: Derivation) {
  let n = Notation(graph: d.graph)
  print("--- detail", d.detail)
  for (i, x) in d.figure.nodes.enumerated() { print("n\(i)", n.phrase(of: x.reference).text, "=", n.phrase(of: x.body ?? x.reference).text, x.role, d.value(of: x.reference)?.data ?? []) }
  for e in d.figure.edges { print("  ", e.from.index, "->", e.to.index, n.phrase(of: e.jacobian, orientation: .row).text, e.strands.map { n.phrase(of: $0).text }, d.value(of: e.jacobian)?.data ?? []) }
  for q in d.derivatives {
    print("TOTAL", n.phrase(of: q.total, orientation: .row).text, d.value(of: q.total)?.data ?? [], "paths", q.pathCount, "check", q.check, "agrees", q.agrees as Any)
    for p in q.products { print("   ", p.path.nodes.map(\.index), n.phrase(of: p.product, orientation: .row).text, "|", n.phrase(of: p.expression, orientation: .row).text, d.value(of: p.expression)?.data ?? []) }
  }
}

@Test func figureB() {
  var g = ExpressionGraph()
  let t = g.variable(Variable(name: "t", shape: .scalar))
  let x1 = g.define(Definition(name: "x1", application: nil, parameters: [], serial: 0), as: g.elementwise(.sin, t))
  let x2 = g.define(Definition(name: "x2", application: nil, parameters: [], serial: 1), as: g.elementwise(.cos, t))
  let f = g.define(Definition(name: "f", application: nil, parameters: [], serial: 2), as: g.sum([(1, g.scalarProduct([(x1, 2)])), (1, g.scalarProduct(coefficient: 2, [(x2, 1)]))]))
  for d in [Detail.auto, .operations] {
    dump(derive(DerivationRequest(graph: g, inputs: [t], queries: [DerivativeQuery(output: f, inputs: [t], outputName: "f", inputNames: ["t"])], point: Environment(values: [t: Tensor(shape: [], data: [0.5])]), detail: d)))
  }
  let x = g.define(Definition(name: "x", application: nil, parameters: ["t"], serial: 0), as: g.literal([g.elementwise(.sin, t), g.elementwise(.cos, t)], shape: Shape([2].map { Dimension($0) })))
  let f2 = g.define(Definition(name: "f", application: nil, parameters: ["x"], serial: 2), as: g.sum([(1, g.scalarProduct([(g.entry(x, at: [0]), 2)])), (1, g.scalarProduct(coefficient: 2, [(g.entry(x, at: [1]), 1)]))]))
  for d in [Detail.auto, .functions, .operations] {
    dump(derive(DerivationRequest(graph: g, inputs: [t], queries: [DerivativeQuery(output: f2, inputs: [t], outputName: "f", inputNames: ["t"]), DerivativeQuery(output: f2, inputs: [x], outputName: "f", inputNames: ["x"])], point: Environment(values: [t: Tensor(shape: [], data: [0.5])]), detail: d)))
  }
  let X = AbstractFunction(name: "x", domain: [.scalar], codomain: Shape([Dimension(2)]))
  let F = AbstractFunction(name: "f", domain: [Shape([Dimension(2)])], codomain: .scalar)
  let xa = g.application(X, to: [t]); let fa = g.application(F, to: [xa])
  for d in [Detail.auto, .functions] {
    dump(derive(DerivationRequest(graph: g, inputs: [t], queries: [DerivativeQuery(output: fa, inputs: [t], outputName: "f(x(t))", inputNames: ["t"]), DerivativeQuery(output: fa, inputs: [t, t], outputName: "f(x(t))", inputNames: ["t", "t"])], point: nil, detail: d)))
  }
}
@Test func scalars() {
  var g = ExpressionGraph()
  var s = Simplifier()
  let x = g.variable(Variable(name: "x", shape: .scalar))
  let y = g.variable(Variable(name: "y", shape: .scalar))
  let one = g.number(1)
  let list: [(String, NodeID)] = [
    ("log(1+x^2)", g.elementwise(.log, g.sum([(1, one), (1, g.scalarProduct([(x, 2)]))]))),
    ("x^x", g.binary(.elementwise(.power), x, x)),
    ("2^x", g.binary(.elementwise(.power), g.number(2), x)),
    ("1/x/x", g.scalarProduct([(g.scalarProduct([(x, -1)]), 1), (x, -1)])),
    ("x/(1+x)", g.scalarProduct([(x, 1), (g.sum([(1, one), (1, x)]), -1)])),
    ("atan(y/x)", g.elementwise(.atan, g.scalarProduct([(y, 1), (x, -1)]))),
    ("tanh", g.elementwise(.tanh, x)), ("sqrt(1+sqrt x)", g.elementwise(.sqrt, g.sum([(1, one), (1, g.elementwise(.sqrt, x))]))),
    ("erf", g.elementwise(.erf, x)), ("sigmoid", g.elementwise(.sigmoid, x)),
    ("exp(-x^2/2)", g.elementwise(.exp, g.scalarProduct(coefficient: Number(numerator: -1, denominator: 2)!, [(x, 2)]))),
    ("exp(xy)/(x+y)", g.scalarProduct([(g.elementwise(.exp, g.scalarProduct([(x, 1), (y, 1)])), 1), (g.sum([(1, x), (1, y)]), -1)])),
    ("x^5", g.scalarProduct([(x, 5)])), ("sin^2+cos^2", g.sum([(1, g.scalarProduct([(g.elementwise(.sin, x), 2)])), (1, g.scalarProduct([(g.elementwise(.cos, x), 2)]))])),
    ("gelu", g.elementwise(.gelu, x)), ("silu", g.elementwise(.silu, x)), ("asin", g.elementwise(.asin, x)), ("max(x,y)", g.binary(.elementwise(.max), x, y)),
    ("1/(1+exp(-x))", g.scalarProduct([(g.sum([(1, one), (1, g.elementwise(.exp, g.sum([(-1, x)])))]), -1)])),
    ("4*(4x(1-x))(1-4x(1-x))", { let l = g.scalarProduct(coefficient: 4, [(x, 1), (g.sum([(1, one), (-1, x)]), 1)]); return g.scalarProduct(coefficient: 4, [(l, 1), (g.sum([(1, one), (-1, l)]), 1)]) }()),
  ]
  for (name, node) in list {
    let d1 = g.derivative(of: node, by: [x], simplifier: &s)
    let d2 = g.derivative(of: d1, by: [x], simplifier: &s)
    let n = Notation(graph: g)
    print(name, "=>", n.phrase(of: d1).text, " || ", n.phrase(of: d2).text, s.costOf(d1, g))
  }
}
extension Simplifier { func costOf(_ n: NodeID, _ g: ExpressionGraph) -> Int { 0 } }
