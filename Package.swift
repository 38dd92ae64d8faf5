// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "chaingraph",
  products: [],
  targets: [
    // Points, rectangles and paths, in points, y downwards.
    .target(name: "ChainGeometry"),
    // Dimensions, shapes, operations, nodes; a graph that cannot hold an ill-shaped node.
    .target(name: "ExpressionGraph"),
    .testTarget(name: "ExpressionGraphTests", dependencies: ["ExpressionGraph"]),
    // Local Jacobians, accumulation in any order, simplification.
    .target(name: "TensorCalculus", dependencies: ["ExpressionGraph"]),
    .testTarget(
      name: "TensorCalculusTests",
      dependencies: ["TensorCalculus", "ExpressionGraph", "NumericEvaluation", "ChainNotation"]),
    // Dense tensors, each operation's kernel, finite differences, the numeric check.
    .target(name: "NumericEvaluation", dependencies: ["ExpressionGraph"]),
    .testTarget(
      name: "NumericEvaluationTests", dependencies: ["ExpressionGraph", "NumericEvaluation"]),
    // Graphviz's headers, for the shim alone.
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    // Graphviz as a few C functions that show none of its types.
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
    // Boxes and arrows in, their places out; alone in knowing Graphviz.
    .target(name: "GraphLayout", dependencies: ["ChainGeometry", "CGraphvizShim"]),
    .testTarget(
      name: "GraphLayoutTests", dependencies: ["GraphLayout", "ChainGeometry", "CGraphvizShim"]),
    // The figure graph of a set of queries: nodes, Jacobians, paths, totals, checks.
    .target(
      name: "ChainDerivation",
      dependencies: ["ExpressionGraph", "TensorCalculus", "NumericEvaluation"]),
    .testTarget(
      name: "ChainDerivationTests",
      dependencies: [
        "ChainDerivation", "ChainNotation", "ExpressionGraph", "NumericEvaluation",
      ]),
    // Builds long chains and their gradients against the clock; part of no product.
    .executableTarget(
      name: "ChainGraphBenchmark",
      dependencies: ["ChainDerivation", "ExpressionGraph", "TensorCalculus"],
      path: "Benchmarks/Sources"),
    // OpenType math: a formula as a tree, the same as boxes with baselines.
    .target(
      name: "MathTypesetting", dependencies: ["ChainGeometry", "CHarfBuzz", "CFontconfig"]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz",
      providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
    // Opens fontconfig when a font is nowhere else; nothing to link or to install.
    .target(
      name: "CFontconfig", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .testTarget(
      name: "MathTypesettingTests", dependencies: ["MathTypesetting", "ChainGeometry"],
      resources: [.copy("Fixtures")]),
    // An expression as text of the language, LaTeX, a formula to typeset and plain words.
    .target(name: "ChainNotation", dependencies: ["ExpressionGraph", "MathTypesetting"]),
    .testTarget(
      name: "ChainNotationTests",
      dependencies: ["ChainNotation", "ExpressionGraph", "MathTypesetting"]),
    // A picture as drawing primitives; knows formulas as boxes, no calculus.
    .target(name: "ChainScene", dependencies: ["ChainGeometry", "MathTypesetting"]),
    // Source text, ranges, diagnostics, and how they are printed.
    .target(name: "ChainDiagnostics"),
    // Tokens, grammar and tree of the input language; parsing never fails.
    .target(name: "ChainSyntax", dependencies: ["ChainDiagnostics"]),
    // Names, scopes, the Leibniz convention, shapes: syntax tree to expression graph.
    .target(
      name: "ChainElaboration",
      dependencies: ["ChainSyntax", "ChainDiagnostics", "ExpressionGraph"]),
    .testTarget(
      name: "ChainElaborationTests",
      dependencies: ["ChainElaboration", "ChainSyntax", "ChainDiagnostics", "ExpressionGraph"]),
    .testTarget(name: "ChainDiagnosticsTests", dependencies: ["ChainDiagnostics"]),
    .testTarget(
      name: "ChainSyntaxTests", dependencies: ["ChainSyntax", "ChainDiagnostics"],
      resources: [.copy("Fixtures")]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
