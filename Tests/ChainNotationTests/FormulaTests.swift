import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

/// A scalar expression of x, y and t, its LaTeX and how it is read in one line.
struct FormulaRow: Sendable, CustomTestStringConvertible {
  let latex: String
  let words: String
  let build: @Sendable (inout Workbench, NodeID, NodeID, NodeID) -> NodeID

  init(
    _ latex: String, _ words: String,
    _ build: @escaping @Sendable (inout Workbench, NodeID, NodeID, NodeID) -> NodeID
  ) {
    self.latex = latex
    self.words = words
    self.build = build
  }

  var testDescription: String { words }
}

struct FormulaTests {
  static let scalars: [FormulaRow] = [
    FormulaRow("2xy", "2xy") { w, x, y, _ in w.product("2", (x, "1"), (y, "1")) },
    FormulaRow("x + 10^{-5}", "x + 10⁻⁵") { w, x, _, _ in
      w.sum(("1", x), ("1", w.number("0.00001")))
    },
    FormulaRow("1.5 \\times 10^{-6}x", "1.5 × 10⁻⁶x") { w, x, _, _ in
      w.product("0.0000015", (x, "1"))
    },
    FormulaRow("\\sin t", "sin t") { w, _, _, t in w.apply(.sin, t) },
    FormulaRow("\\sin(2t)", "sin(2t)") { w, _, _, t in w.apply(.sin, w.product("2", (t, "1"))) },
    FormulaRow("\\sin^2 t", "sin² t") { w, _, _, t in w.product("1", (w.apply(.sin, t), "2")) },
    FormulaRow("2\\sin t\\cos t - 2\\sin t", "2 sin t cos t − 2 sin t") { w, _, _, t in
      let product = w.product("2", (w.apply(.sin, t), "1"), (w.apply(.cos, t), "1"))
      return w.sum(("1", product), ("-2", w.apply(.sin, t)))
    },
    FormulaRow("\\sin(t)x", "sin(t)x") { w, x, _, t in
      w.product("1", (w.apply(.sin, t), "1"), (x, "1"))
    },
    FormulaRow("\\frac{x}{2}", "x/2") { w, x, _, _ in w.product("1/2", (x, "1")) },
    FormulaRow("\\frac{1}{2}\\,(x + y)", "1/2 (x + y)") { w, x, y, _ in
      w.product("1/2", (w.sum(("1", x), ("1", y)), "1"))
    },
    FormulaRow("-\\frac{2x}{3}", "−2x/3") { w, x, _, _ in w.product("-2/3", (x, "1")) },
    FormulaRow("\\frac{1}{2\\sqrt{x}}", "1/(2√x)") { w, x, _, _ in w.product("1/2", (x, "-1/2")) },
    FormulaRow("e^{-x}", "e⁻ˣ") { w, x, _, _ in w.apply(.exp, w.product("-1", (x, "1"))) },
    FormulaRow("e^{-x^2/2}", "e^(−x²/2)") { w, x, _, _ in
      w.apply(.exp, w.product("-1/2", (x, "2")))
    },
    FormulaRow("e", "e") { w, _, _, _ in w.apply(.exp, w.number("1")) },
    FormulaRow("\\exp(\\sin x)", "exp(sin x)") { w, x, _, _ in w.apply(.exp, w.apply(.sin, x)) },
    FormulaRow("\\log x", "log x") { w, x, _, _ in w.apply(.log, x) },
    FormulaRow("\\log_{10}x", "log₁₀ x") { w, x, _, _ in w.apply(.log10, x) },
    FormulaRow("|x|", "|x|") { w, x, _, _ in w.apply(.abs, x) },
    FormulaRow("\\sigma(x)", "σ(x)") { w, x, _, _ in w.apply(.sigmoid, x) },
    FormulaRow("(x + y)^2", "(x + y)²") { w, x, y, _ in
      w.product("1", (w.sum(("1", x), ("1", y)), "2"))
    },
    FormulaRow("2^x", "2ˣ") { w, x, _, _ in w.apply(.power, w.number("2"), x) },
    FormulaRow("x \\cdot 2^y", "x⋅2ʸ") { w, x, y, _ in
      w.product("1", (x, "1"), (w.apply(.power, w.number("2"), y), "1"))
    },
    FormulaRow("\\max(x, y)", "max(x, y)") { w, x, y, _ in w.apply(.max, x, y) },
    FormulaRow("\\frac{y}{x + y}", "y/(x + y)") { w, x, y, _ in
      w.product("1", (y, "1"), (w.sum(("1", x), ("1", y)), "-1"))
    },
    FormulaRow(
      "\\begin{cases} x & \\text{if }x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
      "{x, if x > 0; 0, otherwise"
    ) { w, x, _, _ in
      let pattern = w.graph.intern(ChoicePattern(comparisons: [.greater]))
      let zero = w.number("0")
      return w.graph.node(.choice(pattern), [x, zero, x, zero])
    },
  ]

  @Test(arguments: scalars)
  func setsScalar(row: FormulaRow) {
    var bench = Workbench()
    let (x, y, t) = (bench.scalar("x"), bench.scalar("y"), bench.scalar("t"))
    let phrase = Notation(graph: bench.graph).phrase(of: x)
    #expect(phrase.latex == "x")
    let node = row.build(&bench, x, y, t)
    let whole = Notation(graph: bench.graph).phrase(of: node)
    #expect(whole.latex == row.latex)
    #expect(whole.words == row.words)
  }

  static let tensors: [TensorRow] = [
    TensorRow("Ax") { w, t in w.einsum("ij,j->i", t.A, t.x) },
    TensorRow("v^{\\top}Ax") { w, t in w.einsum("i,ij,j->", t.v, t.A, t.x) },
    TensorRow("x \\odot y") { w, t in w.einsum("i,i->i", t.x, t.y) },
    TensorRow("x^{\\circ2}") { w, t in w.einsum("i->i", t.x, exponents: ["2"]) },
    TensorRow("2x^{\\circ-2}") { w, t in w.einsum("i->i", t.x, coefficient: "2", exponents: ["-2"])
    },
    TensorRow("\\sum_i x_i") { w, t in w.einsum("i->", t.x) },
    TensorRow("\\delta_{ik}\\delta_{jl}") { w, t in
      w.einsum("->ijij", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("x_j\\delta_{ik}") { w, t in w.einsum("q->iqi", t.x, lengths: ["i": "m"]) },
    TensorRow("x_2") { w, t in w.graph.entry(t.x, at: [1]) },
    TensorRow("A_{12}") { w, t in w.graph.entry(t.A, at: [0, 1]) },
    TensorRow("x_1^2") { w, t in w.product("1", (w.graph.entry(t.x, at: [0]), "2")) },
    TensorRow("\\|x\\|^2") { w, t in w.product("1", (w.graph.node(.reduction(.norm2), [t.x]), "2"))
    },
    TensorRow("\\|A\\|_F") { w, t in w.graph.node(.reduction(.norm2), [t.A]) },
    TensorRow("\\begin{bmatrix} 1 \\\\ c \\end{bmatrix}") { w, t in
      w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"]))
    },
    TensorRow("(v^{\\top}Wv)v") { w, t in
      w.einsum("i,ij,j,k->k", t.v, t.W, t.v, t.v)
    },
    TensorRow("cv^{\\top}Wv") { w, t in w.einsum(",i,ij,j->", t.c, t.v, t.W, t.v) },
    TensorRow("\\left(\\prod_i x_i\\right)x") { w, t in
      w.einsum(",i->i", w.graph.node(.reduction(.prod), [t.x]), t.x)
    },
    TensorRow("f(x)") { w, t in w.application("f", [t.x], to: []) },
    TensorRow("\\frac{\\mathrm{d}f}{\\mathrm{d}X}\\,\\frac{\\mathrm{d}X}{\\mathrm{d}c}") { w, t in
      let curve = w.application("X", [t.c], to: ["2"])
      let speed = w.application("X", [t.c], derivatives: [0], to: ["2"])
      return w.einsum("i,i->", w.application("f", [curve], derivatives: [0], to: []), speed)
    },
    TensorRow("\\frac{\\partial^2 g}{\\partial c\\,\\partial k}") { w, t in
      w.application("g", [t.c, w.scalar("k")], derivatives: [0, 1], to: [])
    },
    TensorRow("\\frac{\\partial^2 g}{\\partial c^2}") { w, t in
      w.application("g", [t.c, w.scalar("k")], derivatives: [0, 0], to: [])
    },
    TensorRow("\\partial_2 g(c, c)") { w, t in
      w.application("g", [t.c, t.c], derivatives: [1], to: [])
    },
    TensorRow("h''(2c)") { w, t in
      w.application("h", [w.product("2", (t.c, "1"))], derivatives: [0, 0], to: [])
    },
  ]

  @Test(arguments: tensors)
  func setsTensor(row: TensorRow) {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    #expect(Notation(graph: bench.graph).phrase(of: node).latex == row.text)
  }

  /// Whatever LaTeX is written reads back as the same formula.
  @Test(arguments: scalars)
  func latexReadsBackAsTheFormula(row: FormulaRow) throws {
    var bench = Workbench()
    let (x, y, t) = (bench.scalar("x"), bench.scalar("y"), bench.scalar("t"))
    let node = row.build(&bench, x, y, t)
    let phrase = Notation(graph: bench.graph).phrase(of: node)
    let (formula, problems) = readTeX(phrase.latex)
    #expect(problems.isEmpty)
    #expect(formula.words == phrase.words)
  }

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

  @Test(arguments: [
    ("x1", "x_1"), ("x_1", "x_1"), ("x₁", "x_1"), ("x12", "x_{12}"), ("alpha", "\\alpha"),
    ("beta2", "\\beta_2"), ("W_out", "W_{\\text{out}}"), ("loss", "\\text{loss}"), ("x'", "x'"),
    ("x_i_j", "x_{i, j}"), ("Sigma", "\\Sigma"), ("w_alpha", "w_{\\alpha}"),
    ("layer2", "\\text{layer2}"),
    ("x\u{302}", "\\hat{x}"), ("_", "\\_"),
  ])
  func setsNames(name: String, latex: String) {
    #expect(Name(name).latex == latex)
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

  @Test func derivativeSymbolsCountTheirOrder() {
    let (f, x, y) = (Name("f").formula(), Name("x1").formula(), Name("y").formula())
    #expect(DerivativeSymbol(of: f, by: [x], isTotal: false).words == "∂f/∂x₁")
    #expect(
      DerivativeSymbol(of: f, by: [y], isTotal: true).latex == "\\frac{\\mathrm{d}f}{\\mathrm{d}y}")
    #expect(DerivativeSymbol(of: f, by: [y, y], isTotal: true).words == "d²f/dy²")
    #expect(
      DerivativeSymbol(of: f, by: [x, y], isTotal: false).latex
        == "\\frac{\\partial^2 f}{\\partial x_1\\,\\partial y}")
  }
}
