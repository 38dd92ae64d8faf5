// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "chaingraph",
  products: [],
  targets: [
    // Points, rectangles and paths, in points, y downwards.
    .target(name: "ChainGeometry"),
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
