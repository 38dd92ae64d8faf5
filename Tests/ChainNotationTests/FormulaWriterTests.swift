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

@Suite struct FormulaWriterTests {
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
}
