import ChainDerivation
import Testing

/// A published example with its counts: path by path, forward, reverse, best order of nodes.
struct CostSample: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let paths: String
  let dense: [String]
  /// With products by ±1 free and zeros left out.
  let structured: [String]
  var detail = Detail.components

  var testDescription: String { name }
}

/// Counts computed by an independent program, mostly of examples of Naumann, Griewank and Baydin.
let costSamples = [
  CostSample(
    name: "Naumann's lion graph",
    source: """
      x : R^2
      v1 = x[1]*x[2]
      v2 = sin(v1)
      y = [sin(v2); cos(v2); exp(v2); v1*v2]
      dy/dx
      """,
    paths: "10", dense: ["18", "12", "12", "12"], structured: ["18", "12", "12", "12"]),
  CostSample(
    name: "Naumann's slide, where neither mode is best",
    source: """
      x : R^2
      v1 = x[1]*x[2]
      v2 = sin(v1)
      v3 = x[1]*v2
      y = [cos(v3); v3/x[2]]
      dy/dx
      """,
    paths: "7", dense: ["14", "8", "10", "7"], structured: ["14", "8", "10", "7"]),
  CostSample(
    name: "Baydin's running example",
    source: """
      x : R^2
      v1 = log(x[1])
      v2 = x[1]*x[2]
      v3 = sin(x[2])
      v4 = v1 + v2
      v5 = v4 - v3
      dv5/dx
      at x = [2; 5]
      """,
    paths: "4", dense: ["7", "6", "6", "6"], structured: ["0", "0", "0", "0"]),
  CostSample(
    name: "the lighthouse",
    source: """
      p : R^4
      v1 = p[3]*p[4]
      v2 = tan(v1)
      v3 = p[2] - v2
      v4 = p[1]*v2
      v5 = v4/v3
      y = [v5; p[2]*v5]
      dy/dp
      """,
    paths: "13", dense: ["40", "20", "18", "15"], structured: ["28", "13", "12", "9"]),
  CostSample(
    name: "Griewank and Walther's baby example",
    source: """
      x : R^2
      v1 = x[1]/x[2]
      v2 = sin(v1)
      v3 = exp(x[2])
      v4 = v1 - v3
      v5 = v2 + v4
      v6 = v5*v4
      dv6/dx
      """,
    paths: "8", dense: ["21", "13", "8", "8"], structured: ["10", "6", "4", "4"]),
  CostSample(
    name: "Speelpenning's product of five",
    source: product(of: 5), paths: "5", dense: ["9", "9", "6", "6"],
    structured: ["9", "9", "6", "6"]),
  CostSample(
    name: "Speelpenning's product of eight",
    source: product(of: 8), paths: "8", dense: ["27", "27", "12", "12"],
    structured: ["27", "27", "12", "12"]),
  CostSample(
    name: "eight diamonds in a row",
    source: diamonds(8), paths: "256", dense: ["3840", "30", "30", "23"],
    structured: ["3840", "30", "30", "23"]),
  chain([784, 128, 64, 10, 1], dense: ["109184", "6932128", "109184", "109184"]),
  chain([3, 50, 2, 50, 4], dense: ["1400", "1200", "1400", "724"]),
  chain([100, 100, 2, 100, 100], dense: ["1040000", "1040000", "1040000", "60000"]),
  chain([25, 20, 10, 5, 15, 35, 30], dense: ["40500", "47500", "40500", "15125"]),
]

private func product(of count: Int) -> String {
  let steps = (2...count).map { "p\($0) = \($0 == 2 ? "x[1]" : "p\($0 - 1)")*x[\($0)]\n" }
  return "x : R^\(count)\n" + steps.joined() + "dp\(count)/dx\n"
}

private func diamonds(_ count: Int) -> String {
  let steps = (1...count).map {
    "a\($0) = sin(z\($0 - 1))\nb\($0) = cos(z\($0 - 1))\nz\($0) = a\($0)*b\($0)\n"
  }
  return steps.joined() + "dz\(count)/dz0\n"
}

/// A chain of linear layers, input size first.
private func chain(_ sizes: [Int], dense: [String]) -> CostSample {
  let layers = zip(sizes, sizes.dropFirst()).enumerated().map { index, layer in
    layer.1 == 1
      ? "c : R^\(layer.0)\ny\(index + 1) = c'*y\(index)\n"
      : "A\(index) : R^{\(layer.1) x \(layer.0)}\ny\(index + 1) = A\(index)*y\(index)\n"
  }
  return CostSample(
    name: "chain " + sizes.map(String.init).joined(separator: "-"),
    source: "y0 : R^\(sizes[0])\n" + layers.joined() + "dy\(layers.count)/dy0\n",
    paths: "1", dense: dense, structured: dense, detail: .functions)
}

private func texts(_ counts: Multiplications.Counts) -> [String] {
  [counts.paths, counts.forward, counts.reverse, counts.best].map(\.description)
}

@Test(arguments: costSamples)
func publishedCountsComeOut(sample: CostSample) throws {
  let derivation = try Derived(sample.source, detail: sample.detail).derivation
  let query = derivation.derivatives[0]
  let counted = try #require(derivation.multiplications(of: query))
  #expect(query.pathCount.description == sample.paths)
  #expect(texts(counted.dense) == sample.dense)
  #expect(texts(counted.structured) == sample.structured)
}
