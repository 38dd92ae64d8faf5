import ChainNotation
import ExpressionGraph
import Testing

@Suite struct DerivativeReadingTests {
  /// ∂(AXB)/∂X and its like: a product by labels, the output's then the input's.
  private func sandwich(_ bench: inout Workbench) -> NodeID {
    let (a, b) = (bench.tensor("A", "p", "m"), bench.tensor("B", "n", "k"))
    return bench.einsum("ip,qj->ijpq", a, b)
  }

  private func shown(
    _ node: NodeID, _ bench: Workbench, _ output: [String], _ inputs: [String]...,
    form: DerivativeForm = .standard
  ) -> ShownDerivative {
    Notation(graph: bench.graph, facts: true).derivative(
      node,
      axes: DerivativeAxes(output: bench.shape(output), inputs: inputs.map(bench.shape)),
      form: form, inputName: .name("X", order: 2))
  }

  private func form(_ tensors: TensorForm, _ layout: DerivativeLayout = .numerator)
    -> DerivativeForm
  { DerivativeForm(layout: layout, tensors: tensors) }

  @Test func aProductOnBothSidesInEveryForm() {
    var bench = Workbench()
    let node = sandwich(&bench)
    let forms = TensorForm.allCases.map {
      shown(node, bench, ["p", "k"], ["m", "n"], form: form($0))
    }
    #expect(forms.map(\.phrase.text) == ["A_ip B_qj", "kron(B', A)", "A*dX*B"])
    #expect(
      forms.map(\.phrase.latex) == ["A_{ip}B_{qj}", "B^{\\top} \\otimes A", "A\\,\\mathrm{d}X\\,B"])
    let symbols = forms.map { $0.symbolText(of: "Y", by: ["X"], sign: "∂") }
    #expect(symbols == ["∂Y_ij/∂X_pq", "∂vec Y/∂vec X", "dY"])
  }

  @Test func theDenominatorsLayoutTransposesTheKroneckerForm() {
    var bench = Workbench()
    let node = sandwich(&bench)
    let shown = shown(
      node, bench, ["p", "k"], ["m", "n"], form: form(.kronecker, .denominator))
    #expect(shown.text == "B ⊗ Aᵀ")
  }

  @Test func aTurnedInputNeedsTheCommutationMatrix() {
    var bench = Workbench()
    let (c, e) = (bench.tensor("C", "p", "n"), bench.tensor("E", "m", "k"))
    let node = bench.einsum("iq,pj->ijpq", c, e)
    let kronecker = shown(node, bench, ["p", "k"], ["m", "n"], form: form(.kronecker))
    #expect(kronecker.phrase.text == "kron(E', C)*K_(m,n)")
    #expect(kronecker.usesCommutation)
    let differential = shown(node, bench, ["p", "k"], ["m", "n"], form: form(.differential))
    #expect(differential.phrase.text == "C*dX'*E")
  }

  @Test func entrywiseFunctionsStayEntrywise() {
    var bench = Workbench()
    let slope = bench.apply(.cos, bench.tensor("X", "m", "n"))
    let node = bench.einsum("ij->ijij", slope)
    let forms = TensorForm.allCases.map {
      shown(node, bench, ["m", "n"], ["m", "n"], form: form($0)).phrase.text
    }
    #expect(forms == ["δ_ip δ_jq cos(X_ij)", "diag(vec(cos(X)))", "cos(X).*dX"])
  }

  @Test func aVectorByAMatrixHasThreeAxes() {
    var bench = Workbench()
    let node = bench.einsum("q->iiq", bench.tensor("b", "n"), lengths: ["i": "m"])
    let forms = TensorForm.allCases.map {
      shown(node, bench, ["m"], ["m", "n"], form: form($0)).phrase.text
    }
    #expect(forms == ["δ_ip b_q", "kron(b', eye(m))", "dX*b"])
  }

  @Test func inversesOfMatricesStandOnBothSides() {
    var bench = Workbench()
    let inverse = bench.graph.unary(.matrixFunction(.inverse), bench.tensor("X", "n", "n"))
    let node = bench.einsum("ip,qj->ijpq", inverse, inverse, coefficient: "-1")
    let forms = TensorForm.allCases.map {
      shown(node, bench, ["n", "n"], ["n", "n"], form: form($0)).phrase.text
    }
    #expect(
      forms == ["-inv(X)_ip inv(X)_qj", "-kron(inv(X)', inv(X))", "-inv(X)*dX*inv(X)"])
  }

  @Test func whatDoesNotPairIsWrittenByIndex() {
    var bench = Workbench()
    let node = bench.einsum("ijpq->ijpq", bench.tensor("H", "m", "n", "m", "n"))
    for tensors in TensorForm.allCases {
      let shown = shown(node, bench, ["m", "n"], ["m", "n"], form: form(tensors))
      #expect(shown.text == "H_ijpq")
    }
  }

  @Test func secondDerivativesOfScalarsAreMapsOfTheGradient() {
    var bench = Workbench()
    let (a, b) = (bench.tensor("A", "m", "m"), bench.tensor("B", "n", "n"))
    let node = bench.sum(
      ("1", bench.einsum("ip,qj->ijpq", a, b)), ("1", bench.einsum("pi,jq->ijpq", a, b)))
    let forms = TensorForm.allCases.map {
      shown(node, bench, [], ["m", "n"], ["m", "n"], form: form($0))
    }
    #expect(
      forms.map(\.phrase.text) == [
        "A_ip B_qj + A_pi B_jq", "kron(B', A) + kron(B, A')", "A*dX*B + A'*dX*B'",
      ])
    let symbols = forms.map { $0.symbolText(of: "f", by: ["X", "X"], sign: "∂") }
    #expect(symbols == ["∂^2f/∂X_ij ∂X_pq", "∂^2f/∂vec X ∂(vec X)ᵀ", "d(∂f/∂X)"])
  }

  @Test func layoutsTurnGradientsAndJacobians() {
    var bench = Workbench()
    let (a, w) = (bench.tensor("a", "m"), bench.tensor("W", "m", "n"))
    func text(_ node: NodeID, _ output: [String], _ input: [String]) -> [String] {
      DerivativeLayout.allCases.map { layout in
        shown(node, bench, output, input, form: form(.index, layout)).text
      }
    }
    #expect(text(a, [], ["m"]) == ["a'", "a"])
    #expect(text(a, ["m"], []) == ["a", "a'"])
    #expect(text(w, ["m"], ["n"]) == ["W", "W'"])
    #expect(text(w, [], ["m", "n"]) == ["W", "W"])
  }

  /// Products of every kind of pair of axes, crossed or not: the forms have the numbers of the
  /// derivative.
  @Test(arguments: 0..<150)
  func formsHaveTheirValue(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919)
    var bench = Workbench()
    let product = PairedProduct(&dice, in: &bench)
    var values = TextValueTests.point(bench.graph)
    let sizes = TextValueTests.sizes
    let jacobian = try GraphEvaluator(graph: bench.graph, values: values, sizes: sizes)
      .value(of: product.node)
    let (rows, columns) = (Array(jacobian.lengths.prefix(2)), Array(jacobian.lengths.suffix(2)))
    let (output, input) = (product.shape(["i", "j"]), product.shape(["p", "q"]))

    let kronecker = shown(product.node, bench, output, input, form: form(.kronecker))
    #expect(kronecker.reading == .kronecker([2, 2]))
    let matrix = try TextEvaluator.value(of: kronecker.phrase.text, values: values, sizes: sizes)
    let stacked = TensorValue([rows[0] * rows[1], columns[0] * columns[1]]) { place in
      jacobian[
        [
          place[0] % rows[0], place[0] / rows[0], place[1] % columns[0], place[1] / columns[0],
        ]]
    }
    let difference = try #require(matrix.difference(from: stacked), "\(kronecker.phrase.text)")
    #expect(difference < 1e-12, "\(kronecker.phrase.text)")

    let change = TensorValue(columns) { Double($0[0] * 6 + $0[1]) / 10 - 1 }
    values["dX"] = change
    let differential = shown(product.node, bench, output, input, form: form(.differential))
    #expect(differential.reading == .differential)
    let text = differential.phrase.text
    let moved = try TextEvaluator.value(of: text, values: values, sizes: sizes)
    let want = TensorValue(rows) { place in
      TensorValue.positions(columns).reduce(0) { $0 + jacobian[place + $1] * change[$1] }
    }
    #expect(try #require(moved.difference(from: want), "\(text)") < 1e-12, "\(text)")
  }
}

/// A derivative of four axes whose output's and input's axes pair up.
private struct PairedProduct {
  private(set) var node = NodeID(index: 0)
  /// The length of each axis by its letter.
  private var lengths = ["i": "p", "j": "k", "p": "m", "q": "n"]
  /// The letters that stand for a letter tied to another.
  private var names = ["i": "i", "j": "j", "p": "p", "q": "q"]
  private var factors: [(letters: [String], node: NodeID)] = []

  init(_ dice: inout Dice, in bench: inout Workbench) {
    let isCrossed = Bool.random(using: &dice)
    for (row, column) in isCrossed ? [("i", "q"), ("j", "p")] : [("i", "p"), ("j", "q")] {
      switch Int.random(in: 0..<4, using: &dice) {
      case 0:
        names[column] = row
        lengths[column] = lengths[row]
      case 1: add([row, column], in: &bench)
      case 2: add([column, row], in: &bench)
      default:
        add([row], in: &bench)
        add([column], in: &bench)
      }
      if Int.random(in: 0..<4, using: &dice) == 0 { add([row], in: &bench) }
    }
    if Int.random(in: 0..<4, using: &dice) == 0 { add(["i", "j"], in: &bench) }
    let letters = ["i", "j", "p", "q"].filter { names[$0] == $0 }
    func labels(_ axes: [String]) -> [Label] {
      axes.map { Label(letters.firstIndex(of: names[$0] ?? $0) ?? 0) }
    }
    let pattern = ProductPattern(
      factors: factors.map { .init(labels: labels($0.letters)) },
      output: labels(["i", "j", "p", "q"]), extents: bench.shape(shape(letters)).dimensions)
    node = bench.graph.product(pattern, factors.map(\.node))
  }

  func shape(_ axes: [String]) -> [String] { axes.map { lengths[$0] ?? "" } }

  private mutating func add(_ axes: [String], in bench: inout Workbench) {
    let name = "F\(factors.count)"
    factors.append(
      (axes, bench.graph.variable(Variable(name: name, shape: bench.shape(shape(axes))))))
  }
}
