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
    // Local Jacobians, accumulation in any order, simplification.
    .target(name: "TensorCalculus", dependencies: ["ExpressionGraph"]),
    // OpenType math: a formula as a tree, the same as boxes with baselines.
    .target(name: "MathTypesetting", dependencies: ["ChainGeometry"]),
    // A picture as drawing primitives; knows formulas as boxes, no calculus.
    .target(name: "ChainScene", dependencies: ["ChainGeometry", "MathTypesetting"]),
    // Source text, ranges, diagnostics, and how they are printed.
    .target(name: "ChainDiagnostics"),
    // Tokens, grammar and tree of the input language; parsing never fails.
    .target(name: "ChainSyntax", dependencies: ["ChainDiagnostics"]),
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
