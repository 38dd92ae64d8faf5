import Testing

/// Figures from lectures and papers with the numbers printed there, or computed once from their
/// formulas: Olah 2015, Stanford's CS231n, Karpathy's micrograd, "Mathematics for Machine
/// Learning", Baydin et al.
///
/// 2018, Mazur 2015, Parr and Howard 2018.
struct PublishedFigure: Sendable, CustomTestStringConvertible {
  let title: String
  let source: String
  /// Each a list of `name = number`, a local one of `child<-parent = number`.
  let values: String
  let local: String
  let adjoints: String
  /// One a path: its nodes, input to output, then the product.
  let paths: [String]

  var testDescription: String { title }
}

let publishedFigures: [PublishedFigure] = [
  PublishedFigure(
    title: "olah-tree",
    source: """
      c = a + b
      d = b + 1
      e = c*d
      d e / d a
      d e / d b
      at a = 2, b = 1
      """,
    values: "a = 2, b = 1, c = 3, d = 2, e = 6",
    local: "c<-a = 1, c<-b = 1, d<-b = 1, e<-c = 2, e<-d = 3",
    adjoints: "a = 2, b = 5, c = 2, d = 3, e = 1",
    paths: [
      "a c e = 2",
      "b c e = 2",
      "b d e = 3",
    ]),
  PublishedFigure(
    title: "cs231n-xyz",
    source: """
      q = x + y
      f = q*z
      d f / d x
      d f / d y
      d f / d z
      at x = -2, y = 5, z = -4
      """,
    values: "x = -2, y = 5, z = -4, q = 3, f = -12",
    local: "q<-x = 1, q<-y = 1, f<-q = -4, f<-z = 3",
    adjoints: "x = -4, y = -4, z = 3, q = -4, f = 1",
    paths: [
      "x q f = -4",
      "y q f = -4",
      "z f = 3",
    ]),
  PublishedFigure(
    title: "cs231n-sigmoid",
    source: """
      m0 = w0*x0
      m1 = w1*x1
      s = m0 + m1
      d = s + w2
      n = -d
      e = exp(n)
      p = e + 1
      f = 1/p
      d f / d w0
      d f / d x0
      d f / d w1
      d f / d x1
      d f / d w2
      at w0 = 2, x0 = -1, w1 = -3, x1 = -2, w2 = -3
      """,
    values: """
      w0 = 2, x0 = -1, w1 = -3, x1 = -2, w2 = -3, m0 = -2, m1 = 6, s = 4, d = 1, n = -1, e = \
      0.367879441171, p = 1.36787944117, f = 0.73105857863
      """,
    local: """
      m0<-w0 = -1, m0<-x0 = 2, m1<-w1 = -2, m1<-x1 = -3, s<-m0 = 1, s<-m1 = 1, d<-s = 1, d<-w2 = \
      1, n<-d = -1, e<-n = 0.367879441171, p<-e = 1, f<-p = -0.534446645389
      """,
    adjoints: """
      w0 = -0.196611933241, x0 = 0.393223866483, w1 = -0.393223866483, x1 = -0.589835799724, w2 = \
      0.196611933241, m0 = 0.196611933241, m1 = 0.196611933241, s = 0.196611933241, d = \
      0.196611933241, n = -0.196611933241, e = -0.534446645389, p = -0.534446645389, f = 1
      """,
    paths: [
      "w0 m0 s d n e p f = -0.196611933241",
      "x0 m0 s d n e p f = 0.393223866483",
      "w1 m1 s d n e p f = -0.393223866483",
      "x1 m1 s d n e p f = -0.589835799724",
      "w2 d n e p f = 0.196611933241",
    ]),
  PublishedFigure(
    title: "cs231n-patterns",
    source: """
      m = x*y
      k = max(z,w)
      a = m + k
      f = a*2
      d f / d x
      d f / d y
      d f / d z
      d f / d w
      at x = 3, y = -4, z = 2, w = -1
      """,
    values: "x = 3, y = -4, z = 2, w = -1, m = -12, k = 2, a = -10, f = -20",
    local: "m<-x = -4, m<-y = 3, k<-z = 1, k<-w = 0, a<-m = 1, a<-k = 1, f<-a = 2",
    adjoints: "x = -8, y = 6, z = 2, w = 0, m = 2, k = 2, a = 2, f = 1",
    paths: [
      "x m a f = -8",
      "y m a f = 6",
      "z k a f = 2",
      "w k a f = 0",
    ]),
  PublishedFigure(
    title: "mml-5.8",
    source: """
      x1 = sin(t)
      x2 = cos(t)
      f = x1^2 + 2*x2
      d f / d t
      at t = 0.5
      """,
    values: "t = 0.5, x1 = 0.479425538604, x2 = 0.87758256189, f = 1.98501397085",
    local: "x1<-t = 0.87758256189, x2<-t = -0.479425538604, f<-x1 = 0.958851077208, f<-x2 = 2",
    adjoints: "t = -0.117380092401, x1 = 0.958851077208, x2 = 2, f = 1",
    paths: [
      "t x1 f = 0.841470984808",
      "t x2 f = -0.958851077208",
    ]),
  PublishedFigure(
    title: "baydin-2018",
    source: """
      v1 = log(x1)
      v2 = x1*x2
      v3 = sin(x2)
      v4 = v1 + v2
      v5 = v4 - v3
      d v5 / d x1
      d v5 / d x2
      at x1 = 2, x2 = 5
      """,
    values: """
      x1 = 2, x2 = 5, v1 = 0.69314718056, v2 = 10, v3 = -0.958924274663, v4 = 10.6931471806, v5 = \
      11.6520714552
      """,
    local: """
      v1<-x1 = 0.5, v2<-x1 = 5, v2<-x2 = 2, v3<-x2 = 0.283662185463, v4<-v1 = 1, v4<-v2 = 1, \
      v5<-v4 = 1, v5<-v3 = -1
      """,
    adjoints: "x1 = 5.5, x2 = 1.71633781454, v1 = 1, v2 = 1, v3 = -1, v4 = 1, v5 = 1",
    paths: [
      "x1 v1 v4 v5 = 0.5",
      "x1 v2 v4 v5 = 5",
      "x2 v2 v4 v5 = 2",
      "x2 v3 v5 = -0.283662185463",
    ]),
  PublishedFigure(
    title: "karpathy-L",
    source: """
      e = a*b
      d = e + c
      L = d*f
      d L / d a
      d L / d b
      d L / d c
      d L / d f
      at a = 2, b = -3, c = 10, f = -2
      """,
    values: "a = 2, b = -3, c = 10, f = -2, e = -6, d = 4, L = -8",
    local: "e<-a = -3, e<-b = 2, d<-e = 1, d<-c = 1, L<-d = -2, L<-f = 4",
    adjoints: "a = 6, b = -4, c = -2, f = 4, e = -2, d = -2, L = 1",
    paths: [
      "a e d L = 6",
      "b e d L = -4",
      "c d L = -2",
      "f L = 4",
    ]),
  PublishedFigure(
    title: "mazur-2015",
    source: """
      net_h1 = w1*i1 + w2*i2 + b1
      net_h2 = w3*i1 + w4*i2 + b1
      out_h1 = sigmoid(net_h1)
      out_h2 = sigmoid(net_h2)
      net_o1 = w5*out_h1 + w6*out_h2 + b2
      net_o2 = w7*out_h1 + w8*out_h2 + b2
      out_o1 = sigmoid(net_o1)
      out_o2 = sigmoid(net_o2)
      E_o1 = (t1 - out_o1)^2/2
      E_o2 = (t2 - out_o2)^2/2
      E = E_o1 + E_o2
      d E / d w1
      d E / d w2
      d E / d w3
      d E / d w4
      d E / d w5
      d E / d w6
      d E / d w7
      d E / d w8
      at i1 = 0.05, i2 = 0.1, w1 = 0.15, w2 = 0.2, w3 = 0.25, w4 = 0.3, b1 = 0.35, w5 = 0.4, \
      w6 = 0.45, w7 = 0.5, w8 = 0.55, b2 = 0.6, t1 = 0.01, t2 = 0.99
      """,
    values: """
      i1 = 0.05, i2 = 0.1, w1 = 0.15, w2 = 0.2, w3 = 0.25, w4 = 0.3, b1 = 0.35, w5 = 0.4, w6 = \
      0.45, w7 = 0.5, w8 = 0.55, b2 = 0.6, t1 = 0.01, t2 = 0.99, net_h1 = 0.3775, net_h2 = 0.3925, \
      out_h1 = 0.593269992107, out_h2 = 0.59688437826, net_o1 = 1.10590596706, net_o2 = \
      1.2249214041, out_o1 = 0.751365069552, out_o2 = 0.772928465321, E_o1 = 0.274811083176, E_o2 \
      = 0.0235600255838, E = 0.29837110876
      """,
    local: """
      net_h1<-b1 = 1, net_h1<-w1 = 0.05, net_h1<-i1 = 0.15, net_h1<-w2 = 0.1, net_h1<-i2 = 0.2, \
      net_h2<-b1 = 1, net_h2<-w3 = 0.05, net_h2<-i1 = 0.25, net_h2<-w4 = 0.1, net_h2<-i2 = 0.3, \
      out_h1<-net_h1 = 0.241300708572, out_h2<-net_h2 = 0.240613417249, net_o1<-b2 = 1, net_o1<-w5 \
      = 0.593269992107, net_o1<-out_h1 = 0.4, net_o1<-w6 = 0.59688437826, net_o1<-out_h2 = 0.45, \
      net_o2<-b2 = 1, net_o2<-w7 = 0.593269992107, net_o2<-out_h1 = 0.5, net_o2<-w8 = \
      0.59688437826, net_o2<-out_h2 = 0.55, out_o1<-net_o1 = 0.186815601809, out_o2<-net_o2 = \
      0.175510052817, E_o1<-t1 = -0.741365069552, E_o1<-out_o1 = 0.741365069552, E_o2<-t2 = \
      0.217071534679, E_o2<-out_o2 = -0.217071534679, E<-E_o1 = 1, E<-E_o2 = 1
      """,
    adjoints: """
      i1 = 0.00380426687973, i2 = 0.00474054734946, w1 = 0.000438567734474, w2 = \
      0.000877135468949, w3 = 0.000497712735261, w4 = 0.000995425470522, b1 = 0.0187256093947, w5 \
      = 0.0821670405642, w6 = 0.0826676278475, w7 = -0.0226025404775, w8 = -0.022740242216, b2 = \
      0.100400325112, t1 = -0.741365069552, t2 = 0.217071534679, net_h1 = 0.00877135468949, net_h2 \
      = 0.00995425470522, out_h1 = 0.0363503063931, out_h2 = 0.0413703226487, net_o1 = \
      0.138498561629, net_o2 = -0.0380982365166, out_o1 = 0.741365069552, out_o2 = \
      -0.217071534679, E_o1 = 1, E_o2 = 1, E = 1
      """,
    paths: [
      "w1 net_h1 out_h1 net_o1 out_o1 E_o1 E = 0.000668396021144",
      "w1 net_h1 out_h1 net_o2 out_o2 E_o2 E = -0.00022982828667",
      "w2 net_h1 out_h1 net_o1 out_o1 E_o1 E = 0.00133679204229",
      "w2 net_h1 out_h1 net_o2 out_o2 E_o2 E = -0.00045965657334",
      "w3 net_h2 out_h2 net_o1 out_o1 E_o1 E = 0.000749803774445",
      "w3 net_h2 out_h2 net_o2 out_o2 E_o2 E = -0.000252091039184",
      "w4 net_h2 out_h2 net_o1 out_o1 E_o1 E = 0.00149960754889",
      "w4 net_h2 out_h2 net_o2 out_o2 E_o2 E = -0.000504182078368",
      "w5 net_o1 out_o1 E_o1 E = 0.0821670405642",
      "w6 net_o1 out_o1 E_o1 E = 0.0826676278475",
      "w7 net_o2 out_o2 E_o2 E = -0.0226025404775",
      "w8 net_o2 out_o2 E_o2 E = -0.022740242216",
    ]),
  PublishedFigure(
    title: "karpathy-a-plus-a",
    source: """
      b = a + a
      d b / d a
      at a = 3
      """,
    values: "a = 3, b = 6",
    local: "b<-a = 2",
    adjoints: "a = 2, b = 1",
    paths: [
      "a b = 2"
    ]),
  PublishedFigure(
    title: "parr-total",
    source: """
      u1 = x^2
      u2 = x + u1
      d u2 / d x
      at x = 3
      """,
    values: "x = 3, u1 = 9, u2 = 12",
    local: "u1<-x = 6, u2<-x = 1, u2<-u1 = 1",
    adjoints: "x = 7, u1 = 1, u2 = 1",
    paths: [
      "x u1 u2 = 6",
      "x u2 = 1",
    ]),
  PublishedFigure(
    title: "spec-logreg",
    source: """
      z = w1*x1 + w2*x2 + b
      p = sigmoid(z)
      L = -(y*log(p) + (1-y)*log(1-p))
      d L / d w1
      d L / d w2
      d L / d b
      at w1 = 0.5, w2 = 0.25, b = 0.1, x1 = 1, x2 = -2, y = 1
      """,
    values: """
      w1 = 0.5, w2 = 0.25, b = 0.1, x1 = 1, x2 = -2, y = 1, z = 0.1, p = 0.524979187479, L = \
      0.644396660074
      """,
    local: """
      z<-b = 1, z<-w1 = 1, z<-x1 = 0.5, z<-w2 = -2, z<-x2 = 0.25, p<-z = 0.249376040193, L<-y = \
      -0.1, L<-p = -1.90483741804
      """,
    adjoints: """
      w1 = -0.475020812521, w2 = 0.950041625042, b = -0.475020812521, x1 = -0.237510406261, x2 = \
      -0.11875520313, y = -0.1, z = -0.475020812521, p = -1.90483741804, L = 1
      """,
    paths: [
      "w1 z p L = -0.475020812521",
      "w2 z p L = 0.950041625042",
      "b z p L = -0.475020812521",
    ]),
]
