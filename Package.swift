// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "chaingraph",
  products: [],
  targets: [
    // Points, rectangles and paths, in points, y downwards.
    .target(name: "ChainGeometry"),
    // Boxes and arrows in, their places out; alone in knowing Graphviz.
    .target(name: "GraphLayout", dependencies: ["ChainGeometry"]),
    // OpenType math: a formula as a tree, the same as boxes with baselines.
    .target(name: "MathTypesetting", dependencies: ["ChainGeometry"]),
    // A picture as drawing primitives; knows formulas as boxes, no calculus.
    .target(name: "ChainScene", dependencies: ["ChainGeometry", "MathTypesetting"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
