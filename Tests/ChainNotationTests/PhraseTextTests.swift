import ChainNotation
import ExpressionGraph
import Testing

/// A scalar expression of x, y and t, and its text.
struct ScalarRow: Sendable, CustomTestStringConvertible {
  let text: String
  let build: @Sendable (inout Workbench, NodeID, NodeID, NodeID) -> NodeID

  init(
    _ text: String, _ build: @escaping @Sendable (inout Workbench, NodeID, NodeID, NodeID) -> NodeID
  ) {
    self.text = text
    self.build = build
  }

  var testDescription: String { text }
}

@Suite struct PhraseTextTests {
  static let rows: [ScalarRow] = [
    ScalarRow("x") { _, x, _, _ in x },
    ScalarRow("3") { w, _, _, _ in w.number("3") },
    ScalarRow("-3") { w, _, _, _ in w.number("-3") },
    ScalarRow("1/3") { w, _, _, _ in w.number("1/3") },
    ScalarRow("0.25") { w, _, _, _ in w.number("0.25") },
    ScalarRow("pi") { w, _, _, _ in w.graph.node(.pi) },
    ScalarRow("x + y") { w, x, y, _ in w.sum(("1", x), ("1", y)) },
    ScalarRow("x - y") { w, x, y, _ in w.sum(("1", x), ("-1", y)) },
    ScalarRow("-x + y") { w, x, y, _ in w.sum(("-1", x), ("1", y)) },
    ScalarRow("x - 2*y + t/3") { w, x, y, t in w.sum(("1", x), ("-2", y), ("1/3", t)) },
    ScalarRow("x + y + t") { w, x, y, t in w.sum(("1", w.sum(("1", x), ("1", y))), ("1", t)) },
    ScalarRow("x - (y + t)") { w, x, y, t in w.sum(("1", x), ("-1", w.sum(("1", y), ("1", t)))) },
    ScalarRow("2*(x + y)") { w, x, y, _ in w.sum(("2", w.sum(("1", x), ("1", y)))) },
    ScalarRow("(x + y)/2") { w, x, y, _ in w.product("1/2", (w.sum(("1", x), ("1", y)), "1")) },
    ScalarRow("-(x + y)") { w, x, y, _ in w.product("-1", (w.sum(("1", x), ("1", y)), "1")) },
    ScalarRow("x*y") { w, x, y, _ in w.product("1", (x, "1"), (y, "1")) },
    ScalarRow("2*x*y") { w, x, y, _ in w.product("2", (x, "1"), (y, "1")) },
    ScalarRow("-2*x") { w, x, _, _ in w.product("-2", (x, "1")) },
    ScalarRow("x/2") { w, x, _, _ in w.product("1/2", (x, "1")) },
    ScalarRow("2*x/3") { w, x, _, _ in w.product("2/3", (x, "1")) },
    ScalarRow("-x/2") { w, x, _, _ in w.product("-1/2", (x, "1")) },
    ScalarRow("0.5*x") { w, x, _, _ in w.product("0.5", (x, "1")) },
    ScalarRow("x/y") { w, x, y, _ in w.product("1", (x, "1"), (y, "-1")) },
    ScalarRow("1/x") { w, x, _, _ in w.product("1", (x, "-1")) },
    ScalarRow("-1/x^2") { w, x, _, _ in w.product("-1", (x, "-2")) },
    ScalarRow("1/(2*sqrt(x))") { w, x, _, _ in w.product("1/2", (x, "-1/2")) },
    ScalarRow("y/(x + y)") { w, x, y, _ in
      w.product("1", (y, "1"), (w.sum(("1", x), ("1", y)), "-1"))
    },
    ScalarRow("x/(y*t)") { w, x, y, t in w.product("1", (x, "1"), (y, "-1"), (t, "-1")) },
    ScalarRow("t/(x*y)") { w, x, y, t in
      w.product("1", (t, "1"), (w.product("1", (x, "1"), (y, "1")), "-1"))
    },
    ScalarRow("1/(x/y)") { w, x, y, _ in w.product("1", (w.product("1", (x, "1"), (y, "-1")), "-1"))
    },
    ScalarRow("x^2") { w, x, _, _ in w.product("1", (x, "2")) },
    ScalarRow("x^(1/3)") { w, x, _, _ in w.product("1", (x, "1/3")) },
    ScalarRow("1/x^(3/2)") { w, x, _, _ in w.product("1", (x, "-3/2")) },
    ScalarRow("sqrt(x)") { w, x, _, _ in w.product("1", (x, "1/2")) },
    ScalarRow("(x^2)^3") { w, x, _, _ in w.product("1", (w.product("1", (x, "2")), "3")) },
    ScalarRow("(-x)^2") { w, x, _, _ in w.product("1", (w.product("-1", (x, "1")), "2")) },
    ScalarRow("-x^2") { w, x, _, _ in w.product("-1", (x, "2")) },
    ScalarRow("(2*x)^2") { w, x, _, _ in w.product("1", (w.product("2", (x, "1")), "2")) },
    ScalarRow("(x + y)^2") { w, x, y, _ in w.product("1", (w.sum(("1", x), ("1", y)), "2")) },
    ScalarRow("x^y") { w, x, y, _ in w.apply(.power, x, y) },
    ScalarRow("x^(-y)") { w, x, y, _ in w.apply(.power, x, w.product("-1", (y, "1"))) },
    ScalarRow("x^(y^t)") { w, x, y, t in w.apply(.power, x, w.apply(.power, y, t)) },
    ScalarRow("(x^y)^t") { w, x, y, t in w.apply(.power, w.apply(.power, x, y), t) },
    ScalarRow("x^(y + 1)") { w, x, y, _ in w.apply(.power, x, w.sum(("1", y), ("1", w.number("1"))))
    },
    ScalarRow("2^x*log(2)") { w, x, _, _ in
      w.product("1", (w.apply(.power, w.number("2"), x), "1"), (w.apply(.log, w.number("2")), "1"))
    },
    ScalarRow("sin(t)^2") { w, _, _, t in w.product("1", (w.apply(.sin, t), "2")) },
    ScalarRow("2*sin(t)*cos(t) - 2*sin(t)") { w, _, _, t in
      let product = w.product("2", (w.apply(.sin, t), "1"), (w.apply(.cos, t), "1"))
      return w.sum(("1", product), ("-2", w.apply(.sin, t)))
    },
    ScalarRow("-sin(2*t)") { w, _, _, t in
      w.product("-1", (w.apply(.sin, w.product("2", (t, "1"))), "1"))
    },
    ScalarRow("exp(-x^2/2)/sqrt(2*pi)") { w, x, _, _ in
      let bell = w.apply(.exp, w.product("-1/2", (x, "2")))
      let width = w.product("2", (w.graph.node(.pi), "1"))
      return w.product("1", (bell, "1"), (width, "-1/2"))
    },
    ScalarRow("x*(y + 1)") { w, x, y, _ in
      w.product("1", (x, "1"), (w.sum(("1", y), ("1", w.number("1"))), "1"))
    },
    ScalarRow("6*x*y") { w, x, y, _ in w.product("2", (w.product("3", (x, "1")), "1"), (y, "1")) },
    ScalarRow("2*3*x") { w, x, _, _ in
      w.product("1", (w.number("2"), "1"), (w.number("3"), "1"), (x, "1"))
    },
    ScalarRow("-x*y") { w, x, y, _ in w.product("1", (x, "1"), (w.product("-1", (y, "1")), "1")) },
    ScalarRow("atan2(y, x)") { w, x, y, _ in w.apply(.atan2, y, x) },
    ScalarRow("max(x, 0)") { w, x, _, _ in w.apply(.max, x, w.number("0")) },
    ScalarRow("cases(x > 0, x, x < -1, -1, 0)") { w, x, _, _ in
      let pattern = w.graph.intern(ChoicePattern(comparisons: [.greater, .less]))
      let (zero, one) = (w.number("0"), w.number("-1"))
      return w.graph.node(.choice(pattern), [x, zero, x, x, one, one, zero])
    },
    ScalarRow("f") { w, x, _, _ in
      w.graph.define(Definition(name: "f", application: nil, parameters: ["x"], serial: 0), as: x)
    },
    ScalarRow("2*f(a + 1)") { w, x, _, _ in
      let definition = Definition(name: "f", application: "f(a + 1)", parameters: ["x"], serial: 0)
      return w.product("2", (w.graph.define(definition, as: x), "1"))
    },
  ]

  @Test(arguments: rows)
  func writesScalar(row: ScalarRow) {
    var bench = Workbench()
    let (x, y, t) = (bench.scalar("x"), bench.scalar("y"), bench.scalar("t"))
    let node = row.build(&bench, x, y, t)
    #expect(bench.text(node) == row.text)
  }

  @Test(arguments: ElementwiseFunction.allCases.filter { $0.arity == 1 })
  func callsElementwiseFunctionByItsName(function: ElementwiseFunction) {
    var bench = Workbench()
    let node = bench.apply(function, bench.scalar("x"))
    #expect(bench.text(node) == "\(function)(x)")
  }

  static let applications: [TensorRow] = [
    TensorRow("f(x)") { w, t in w.application("f", [t.x], to: []) },
    TensorRow("D(f, 1)(x)'", row: "D(f, 1)(x)") { w, t in
      w.application("f", [t.x], derivatives: [0], to: [])
    },
    TensorRow("D(g, 2)(c, x)'") { w, t in w.application("g", [t.c, t.x], derivatives: [1], to: [])
    },
    TensorRow("D(g, 1, 2)(c, c)") { w, t in
      w.application("g", [t.c, t.c], derivatives: [1, 0], to: [])
    },
    TensorRow("D(f, 1)(X(c))*D(X, 1)(c)") { w, t in
      let curve = w.application("X", [t.c], to: ["2"])
      let speed = w.application("X", [t.c], derivatives: [0], to: ["2"])
      return w.einsum("i,i->", w.application("f", [curve], derivatives: [0], to: []), speed)
    },
  ]

  @Test(arguments: applications)
  func writesApplications(row: TensorRow) { expectText(of: row) }
}
