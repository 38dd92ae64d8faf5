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
    // An expression as text of the language, LaTeX, a formula to typeset and plain words.
    .target(name: "ChainNotation", dependencies: ["ExpressionGraph", "MathTypesetting"]),
    // A picture as drawing primitives; knows formulas as boxes, no calculus.
    .target(name: "ChainScene", dependencies: ["ChainGeometry", "MathTypesetting"]),

    .testTarget(name: "ChainNotationTests", dependencies: ["ChainNotation", "ExpressionGraph"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
