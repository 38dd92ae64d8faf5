// swift-tools-version: 6.1
import PackageDescription

/// A module of the package, and the test target beside it.
func stage(
  _ name: String, uses dependencies: [Target.Dependency] = [],
  testsUse testDependencies: [Target.Dependency] = [], fixtures: Bool = false
) -> [Target] {
  if ["TensorCalculus", "ChainDerivation", "ChainScene", "ChainReport", "ChainGraph"].contains(name) { return [.target(name: name, dependencies: dependencies)] }
  return [
    .target(name: name, dependencies: dependencies),
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name)] + testDependencies,
      resources: fixtures ? [.copy("Fixtures")] : []),
  ]
}

// What the modules know, and why their arrows run as they do, stands in ARCHITECTURE.md.
let language: [[Target]] = [
  stage("ChainDiagnostics"),
  stage("ChainSyntax", uses: ["ChainDiagnostics"], testsUse: ["ChainDiagnostics"], fixtures: true),
  stage(
    "ChainElaboration", uses: ["ChainSyntax", "ChainDiagnostics", "ExpressionGraph"],
    testsUse: ["ChainSyntax", "ChainDiagnostics", "ExpressionGraph"]),
]

let mathematics: [[Target]] = [
  stage("ExpressionGraph"),
  stage("TensorCalculus", uses: ["ExpressionGraph"], testsUse: ["ExpressionGraph"]),
  stage("NumericEvaluation", uses: ["ExpressionGraph"], testsUse: ["ExpressionGraph"]),
  stage(
    "ChainDerivation", uses: ["ExpressionGraph", "TensorCalculus", "NumericEvaluation"],
    testsUse: ["ExpressionGraph", "TensorCalculus", "NumericEvaluation"]),
]

let picture: [[Target]] = [
  stage("ChainGeometry"),
  stage(
    "MathTypesetting", uses: ["ChainGeometry", "CHarfBuzz", "CFontconfig"],
    testsUse: ["ChainGeometry"], fixtures: true),
  stage(
    "ChainNotation", uses: ["ExpressionGraph", "MathTypesetting"],
    testsUse: ["ExpressionGraph", "MathTypesetting"]),
  stage(
    "GraphLayout", uses: ["ChainGeometry", "CGraphvizShim"],
    testsUse: ["ChainGeometry", "CGraphvizShim"]),
  stage(
    "ChainScene", uses: ["ChainGeometry", "MathTypesetting"],
    testsUse: ["ChainGeometry", "MathTypesetting"]),
  stage(
    "ChainFigure",
    uses: [
      "ChainDerivation", "ChainGeometry", "ChainNotation", "ChainScene", "ExpressionGraph",
      "GraphLayout", "MathTypesetting", "NumericEvaluation", "TensorCalculus",
    ],
    testsUse: [
      "ChainDerivation", "ChainGeometry", "ChainScene", "ExpressionGraph", "GraphLayout",
      "MathTypesetting", "NumericEvaluation",
    ]),
  stage(
    "ChainRendering", uses: ["ChainGeometry", "ChainScene", "MathTypesetting", "CCairo"],
    testsUse: ["ChainGeometry", "ChainScene", "MathTypesetting"]),
]

let product: [[Target]] = [
  stage(
    "ChainReport",
    uses: [
      "ChainDerivation", "ChainDiagnostics", "ChainNotation", "ExpressionGraph",
      "NumericEvaluation",
    ],
    testsUse: ["ChainDerivation", "ChainDiagnostics", "ExpressionGraph", "NumericEvaluation"]),
  stage(
    "ChainGraph",
    uses: [
      "ChainDerivation", "ChainDiagnostics", "ChainElaboration", "ChainFigure", "ChainGeometry",
      "ChainNotation", "ChainRendering", "ChainReport", "ChainScene", "ChainSyntax",
      "ExpressionGraph", "GraphLayout", "MathTypesetting", "NumericEvaluation",
    ], fixtures: true),
  [
    .executableTarget(
      name: "ChainGraphCommand",
      dependencies: [
        "ChainGraph", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
]

let systemLibraries: [Target] = [
  .systemLibrary(
    name: "CGraphviz", pkgConfig: "libgvc",
    providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
  .systemLibrary(
    name: "CHarfBuzz", pkgConfig: "harfbuzz",
    providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
  // Graphviz as a few C functions that show none of its types.
  .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
  // Opened when first needed, with prototypes of their own: nothing to link or to install.
  .target(name: "CCairo", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CFontconfig", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
]

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
      name: "ChainGraphBenchmark", dependencies: ["ExpressionGraph", "TensorCalculus"],
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
