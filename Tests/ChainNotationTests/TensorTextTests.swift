import ChainNotation
import ExpressionGraph
import Testing

/// Operands for rows of tests: A is m×n, B n×p, W m×m, v m, x n, y n, T m×n×k, c scalar, q and Q of
/// known sizes 3 and 2×3.
struct Tensors {
  let A, B, M, W, v, x, y, T, c, q, Q: NodeID

  init(_ bench: inout Workbench) {
    A = bench.tensor("A", "m", "n")
    B = bench.tensor("B", "n", "p")
    M = bench.tensor("M", "m", "n")
    W = bench.tensor("W", "m", "m")
    v = bench.tensor("v", "m")
    x = bench.tensor("x", "n")
    y = bench.tensor("y", "n")
    T = bench.tensor("T", "m", "n", "k")
    c = bench.scalar("c")
    q = bench.tensor("q", "3")
    Q = bench.tensor("Q", "2", "3")
  }
}

/// A tensor expression and its text as a column and, where it differs, as a row.
struct TensorRow: Sendable, CustomTestStringConvertible {
  let text: String
  let row: String?
  let build: @Sendable (inout Workbench, Tensors) -> NodeID

  init(
    _ text: String, row: String? = nil,
    _ build: @escaping @Sendable (inout Workbench, Tensors) -> NodeID
  ) {
    self.text = text
    self.row = row
    self.build = build
  }

  var testDescription: String { text }
}

struct TensorTextTests {
  static let products: [TensorRow] = [
    TensorRow("A*x", row: "(A*x)'") { w, t in w.einsum("ij,j->i", t.A, t.x) },
    TensorRow("A'*v", row: "v'*A") { w, t in w.einsum("ij,i->j", t.A, t.v) },
    TensorRow("A*B") { w, t in w.einsum("ij,jk->ik", t.A, t.B) },
    TensorRow("(A*B)'") { w, t in w.einsum("ij,jk->ki", t.A, t.B) },
    TensorRow("A'") { w, t in w.einsum("ij->ji", t.A) },
    TensorRow("x'*y") { w, t in w.einsum("i,i->", t.x, t.y) },
    TensorRow("v*x'") { w, t in w.einsum("i,j->ij", t.v, t.x) },
    TensorRow("v'*A*x") { w, t in w.einsum("i,ij,j->", t.v, t.A, t.x) },
    TensorRow("(v'*A*x)^2") { w, t in w.product("1", (w.einsum("i,ij,j->", t.v, t.A, t.x), "2")) },
    TensorRow("x.*y", row: "(x.*y)'") { w, t in w.einsum("i,i->i", t.x, t.y) },
    TensorRow("2*x.*y./x") { w, t in
      w.einsum("i,i,i->i", t.x, t.y, t.x, coefficient: "2", exponents: ["1", "1", "-1"])
    },
    TensorRow("1./x", row: "(1./x)'") { w, t in w.einsum("i->i", t.x, exponents: ["-1"]) },
    TensorRow("-2./x.^2") { w, t in w.einsum("i->i", t.x, coefficient: "-2", exponents: ["-2"]) },
    TensorRow("x.^2") { w, t in w.einsum("i->i", t.x, exponents: ["2"]) },
    TensorRow("sqrt(x)") { w, t in w.einsum("i->i", t.x, exponents: ["1/2"]) },
    TensorRow("c*x/2", row: "c*x'/2") { w, t in w.einsum(",i->i", t.c, t.x, coefficient: "1/2") },
    TensorRow("x/c") { w, t in w.einsum(",i->i", t.c, t.x, exponents: ["-1", "1"]) },
    TensorRow("A.*M") { w, t in w.einsum("ij,ij->ij", t.A, t.M) },
    TensorRow("A*(x.*y)", row: "(A*(x.*y))'") { w, t in w.einsum("ij,j,j->i", t.A, t.x, t.y) },
    TensorRow("v.*(A*x)") { w, t in w.einsum("ij,j,i->i", t.A, t.x, t.v) },
    TensorRow("diag(x)") { w, t in w.einsum("i->ii", t.x) },
    TensorRow("diag(W)") { w, t in w.einsum("ii->i", t.W) },
    TensorRow("tr(W)") { w, t in w.einsum("ii->", t.W) },
    TensorRow("tr(W^2)") { w, t in w.einsum("ij,ji->", t.W, t.W) },
    TensorRow("sum(A.*M)") { w, t in w.einsum("ij,ij->", t.A, t.M) },
    TensorRow("tr(M'*W*A)") { w, t in w.einsum("ij,jk,ik->", t.W, t.A, t.M) },
    TensorRow("sum(A)") { w, t in w.einsum("ij->", t.A) },
    TensorRow("sum(x)") { w, t in w.einsum("i->", t.x) },
    TensorRow("x'*x") { w, t in w.einsum("i->", t.x, exponents: ["2"]) },
    TensorRow("A*ones(n)", row: "(A*ones(n))'") { w, t in w.einsum("ij->i", t.A) },
    TensorRow("A*diag(x)*B") { w, t in w.einsum("ij,j,jk->ik", t.A, t.x, t.B) },
    TensorRow("diag(v)*A") { w, t in w.einsum("i,ij->ij", t.v, t.A) },
    TensorRow("A*diag(x)") { w, t in w.einsum("ij,j->ij", t.A, t.x) },
    TensorRow("diag(A*x)") { w, t in w.einsum("ij,j->ii", t.A, t.x) },
    TensorRow("eye(n)") { w, t in w.einsum("->ii", lengths: ["i": "n"]) },
    TensorRow("c*eye(n)") { w, t in
      w.einsum("->ii", coefficient: "1", lengths: ["i": "n"]).times(t.c, &w)
    },
    TensorRow("ones(n)", row: "ones(n)'") { w, t in w.einsum("->i", lengths: ["i": "n"]) },
    TensorRow("c*ones(m, n)") { w, t in
      w.einsum("->ij", lengths: ["i": "m", "j": "n"]).times(t.c, &w)
    },
    TensorRow("zeros(m, n)") { w, t in
      w.einsum("->ij", coefficient: "0", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("zeros(n)", row: "zeros(n)'") { w, t in
      w.einsum("->i", coefficient: "0", lengths: ["i": "n"])
    },
    TensorRow("v*ones(n)'") { w, t in w.einsum("i->ij", t.v, lengths: ["j": "n"]) },
    TensorRow("(x'*y)*x", row: "(x'*y)*x'") { w, t in w.einsum("i,i,j->j", t.x, t.y, t.x) },
    TensorRow("n*c") { w, t in
      w.einsum(",->", t.c, w.graph.node(.dimension(w.graph.intern(Dimension(symbol: "n")))))
        .swapped(&w)
    },
    TensorRow("mean(x)") { w, t in
      w.einsum("i->", t.x, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: -1)])
    },
    TensorRow("mean(A)") { w, t in
      w.einsum(
        "ij->", t.A,
        sizes: [.init(dimension: Dimension(symbol: "m") * Dimension(symbol: "n"), exponent: -1)])
    },
    TensorRow("x'*y/n") { w, t in
      w.einsum("i,i->", t.x, t.y, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: -1)])
    },
  ]

  static let byLabels: [TensorRow] = [
    TensorRow("einsum(\"ik,jl->ijkl\", A, B)") { w, t in w.einsum("ik,jl->ijkl", t.A, t.B) },
    TensorRow("einsum(\"j,ik->ijk\", x, eye(m))") { w, t in
      w.einsum("q->iqi", t.x, lengths: ["i": "m"])
    },
    TensorRow("einsum(\"ik,jl->ijkl\", eye(m), eye(n))") { w, t in
      w.einsum("->ijij", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("einsum(\"i,j,k->ijk\", x, x, x)") { w, t in w.einsum("i,j,k->ijk", t.x, t.x, t.x) },
    TensorRow("einsum(\"i,j,k->ijk\", x, x, ones(m))") { w, t in
      w.einsum("i,j->ijk", t.x, t.x, lengths: ["k": "m"])
    },
    TensorRow("c*einsum(\"ij,k->ijk\", A*B, x)") { w, t in
      w.einsum("ij,jk,l->ikl", t.A, t.B, t.x).times(t.c, &w)
    },
    TensorRow("einsum(\"jki->ijk\", T)") { w, t in w.einsum("ijk->kij", t.T) },
    TensorRow("T") { w, t in w.einsum("ijk->ijk", t.T) },
    TensorRow("2*T.*T") { w, t in w.einsum("ijk,ijk->ijk", t.T, t.T, coefficient: "2") },
    TensorRow("einsum(\"ijk->ij\", T)") { w, t in w.einsum("ijk->ij", t.T) },
    TensorRow("einsum(\"ijk,j,k->i\", T, x, x)") { w, t in
      w.einsum("ijk,j,k->i", w.tensor("T", "m", "n", "n"), t.x, t.x)
    },
    TensorRow("einsum(\"li,lj,lk->ijk\", A, A, A)") { w, t in
      w.einsum("pi,pj,pk->ijk", t.A, t.A, t.A)
    },
    TensorRow("sum(W*diag(A*ones(n))*A)") { w, t in
      w.einsum("pi,pj,kp->", t.A, t.A, t.W)
    },
  ]

  static let sums: [TensorRow] = [
    TensorRow("x + y", row: "(x + y)'") { w, t in w.sum(("1", t.x), ("1", t.y)) },
    TensorRow("v - A*x", row: "(v - A*x)'") { w, t in
      w.sum(("1", t.v), ("-1", w.einsum("ij,j->i", t.A, t.x)))
    },
    TensorRow("-2*A'*W*(v - A*x)", row: "-2*(v - A*x)'*W'*A") { w, t in
      let r = w.sum(("1", t.v), ("-1", w.einsum("ij,j->i", t.A, t.x)))
      return w.einsum("ij,ik,k->j", t.A, t.W, r, coefficient: "-2")
    },
    TensorRow("(W + W')*v", row: "v'*(W + W')") { w, t in
      let both = w.sum(("1", t.W), ("1", w.einsum("ij->ji", t.W)))
      return w.einsum("ij,j->i", both, t.v)
    },
    TensorRow("(W + W')*v + v", row: "v'*(W + W') + v'") { w, t in
      let both = w.sum(("1", t.W), ("1", w.einsum("ij->ji", t.W)))
      return w.sum(("1", w.einsum("ij,j->i", both, t.v)), ("1", t.v))
    },
    TensorRow("x + c", row: "(x + c)'") { w, t in
      w.sum(("1", t.x), ("1", w.graph.broadcast(t.c, to: w.shape(["n"]))))
    },
    TensorRow("1 - tanh(x).^2", row: "(1 - tanh(x).^2)'") { w, t in
      let one = w.graph.broadcast(w.number("1"), to: w.shape(["n"]))
      let square = w.einsum("i->i", w.apply(.tanh, t.x), exponents: ["2"])
      return w.sum(("1", one), ("-1", square))
    },
    TensorRow("W^2 + c*ones(m, m)") { w, t in
      let shape = w.shape(["m", "m"])
      let square = w.einsum("ij,jk->ik", t.W, t.W)
      return w.sum(("1", square), ("1", w.graph.broadcast(t.c, to: shape)))
    },
    TensorRow("tanh(W) + c") { w, t in
      let shape = w.shape(["m", "m"])
      return w.sum(("1", w.apply(.tanh, t.W)), ("1", w.graph.broadcast(t.c, to: shape)))
    },
    TensorRow("(1 + c)*ones(n)") { w, t in
      let shape = w.shape(["n"])
      return w.sum(
        ("1", w.graph.broadcast(w.number("1"), to: shape)), ("1", w.graph.broadcast(t.c, to: shape))
      )
    },
    TensorRow("diag(1 - tanh(x).^2)") { w, t in
      let one = w.graph.broadcast(w.number("1"), to: w.shape(["n"]))
      let square = w.einsum("i->i", w.apply(.tanh, t.x), exponents: ["2"])
      return w.einsum("i->ii", w.sum(("1", one), ("-1", square)))
    },
  ]

  static let functions: [TensorRow] = [
    TensorRow("exp(A*x)", row: "exp(A*x)'") { w, t in w.apply(.exp, w.einsum("ij,j->i", t.A, t.x))
    },
    TensorRow("x.^y") { w, t in w.apply(.power, t.x, t.y) },
    TensorRow("max(x, 0)") { w, t in
      w.apply(.max, t.x, w.graph.broadcast(w.number("0"), to: w.shape(["n"])))
    },
    TensorRow("norm2(x)") { w, t in w.graph.node(.reduction(.norm2), [t.x]) },
    TensorRow("normF(A)") { w, t in w.graph.node(.reduction(.norm2), [t.A]) },
    TensorRow("max(abs(x))") { w, t in w.graph.node(.reduction(.norminf), [t.x]) },
    TensorRow("logsumexp(x)") { w, t in w.graph.node(.reduction(.logsumexp), [t.x]) },
    TensorRow("prod(x)") { w, t in w.graph.node(.reduction(.prod), [t.x]) },
    TensorRow("x/norm2(x)^3") { w, t in
      w.einsum("i,->i", t.x, w.graph.node(.reduction(.norm2), [t.x]), exponents: ["1", "-3"])
    },
    TensorRow("softmax(x)", row: "softmax(x)'") { w, t in
      w.graph.node(.vectorFunction(.softmax), [t.x])
    },
    TensorRow("x - logsumexp(x)") { w, t in w.graph.node(.vectorFunction(.logsoftmax), [t.x]) },
    TensorRow("1 - sign(max(x) - x)", row: "(1 - sign(max(x) - x))'") { w, t in
      w.graph.node(.vectorFunction(.firstMaximum), [t.x])
    },
    TensorRow("1 - sign(x - min(x))") { w, t in w.graph.node(.vectorFunction(.firstMinimum), [t.x])
    },
  ]

  static let parts: [TensorRow] = [
    TensorRow("x[2]") { w, t in w.graph.entry(t.x, at: [1]) },
    TensorRow("A[1, 2]") { w, t in w.graph.entry(t.A, at: [0, 1]) },
    TensorRow("x[1]^2 + 2*x[2]") { w, t in
      w.sum(
        ("1", w.product("1", (w.graph.entry(t.x, at: [0]), "2"))),
        ("2", w.graph.entry(t.x, at: [1])))
    },
    TensorRow("x[2:4]".expanded) { w, t in
      w.graph.slice(t.x, [.range(start: 1, length: Dimension(3))])
    },
    TensorRow("x[2:n + 1]") { w, t in
      w.graph.slice(w.tensor("x", "m"), [.range(start: 1, length: Dimension(symbol: "n"))])
    },
    TensorRow("A[1, :]'", row: "A[1, :]") { w, t in w.graph.slice(t.A, [.index(0), .all]) },
    TensorRow("A[:, 2]", row: "A[:, 2]'") { w, t in w.graph.slice(t.A, [.all, .index(1)]) },
    TensorRow("[Q[1, 1]; Q[1, 2]; Q[1, 3]]", row: "[Q[1, 1], Q[1, 2], Q[1, 3]]") { w, t in
      w.graph.slice(t.Q, [.index(0), .all])
    },
    TensorRow("(A*x)[1]") { w, t in w.graph.entry(w.einsum("ij,j->i", t.A, t.x), at: [0]) },
    TensorRow("tanh(x[1])") { w, t in w.graph.entry(w.apply(.tanh, t.x), at: [0]) },
    TensorRow("A[2, 1]") { w, t in w.graph.entry(w.einsum("ij->ji", t.A), at: [0, 1]) },
    TensorRow("x[1] + y[1]") { w, t in w.graph.entry(w.sum(("1", t.x), ("1", t.y)), at: [0]) },
    TensorRow("T[1, 2, 3]") { w, t in w.graph.entry(t.T, at: [0, 1, 2]) },
    TensorRow("[1; c]", row: "[1, c]") { w, t in
      w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"]))
    },
    TensorRow("[1, c; 0, -c]") { w, t in
      let minus = w.product("-1", (t.c, "1"))
      return w.graph.literal(
        [w.number("1"), t.c, w.number("0"), minus], shape: w.shape(["2", "2"]))
    },
    TensorRow("c") { w, t in
      w.graph.entry(w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"])), at: [1])
    },
    TensorRow("[0; 1; 0]", row: "[0, 1, 0]") { w, t in w.selector(of: t.q, [.index(1)]) },
    TensorRow("onehot(2, n)", row: "onehot(2, n)'") { w, t in w.selector(of: t.x, [.index(1)]) },
    TensorRow("[0, 1, 0; 0, 0, 1]") { w, t in
      w.selector(of: t.q, [.range(start: 1, length: Dimension(2))])
    },
    TensorRow("[zeros(2, 1), eye(2), zeros(2, n - 3)]") { w, t in
      w.selector(of: t.x, [.range(start: 1, length: Dimension(2))])
    },
    TensorRow("onehot(1, m)*onehot(2, n)'") { w, t in w.selector(of: t.A, [.index(0), .index(1)]) },
    TensorRow("onehot(1, m)*x'") { w, t in
      let pattern = SlicePattern(axes: [.index(0), .all], source: w.shape(["m", "n"]))
      return w.einsum("abc,a->bc", w.graph.node(.selector(w.graph.intern(pattern))), t.x)
    },
  ]

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

  @Test(arguments: [products, byLabels, sums, functions, parts, applications].flatMap { $0 })
  func writesTensor(row: TensorRow) {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    #expect(bench.text(node) == row.text)
    if let text = row.row { #expect(bench.text(node, .row) == text) }
  }
}

extension NodeID {
  /// The node times a scalar.
  func times(_ scalar: NodeID, _ bench: inout Workbench) -> NodeID {
    let shape = bench.graph.shape(of: self)
    return bench.graph.hadamard([(scalar, .one), (self, .one)], shape: shape)
  }

  /// A product of two with its factors exchanged.
  func swapped(_ bench: inout Workbench) -> NodeID {
    let operands = bench.graph.operands(of: self)
    return bench.graph.node(bench.graph.operation(of: self), operands.reversed())
  }
}

extension Workbench {
  mutating func selector(of node: NodeID, _ axes: [SlicePattern.Axis]) -> NodeID {
    let pattern = SlicePattern(axes: axes, source: graph.shape(of: node))
    return graph.node(.selector(graph.intern(pattern)))
  }

  mutating func application(
    _ name: String, _ arguments: [NodeID], derivatives: [Int] = [], to codomain: [String]
  ) -> NodeID {
    let function = AbstractFunction(
      name: name, domain: arguments.map { graph.shape(of: $0) }, codomain: shape(codomain))
    return graph.application(function, derivatives: derivatives, to: arguments)
  }
}

extension String {
  /// A part of x of known length, entry by entry.
  var expanded: String { "[x[2]; x[3]; x[4]]" }
}
