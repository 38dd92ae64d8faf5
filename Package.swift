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
    // A picture as drawing primitives; knows formulas as boxes, no calculus.
    .target(name: "ChainScene", dependencies: ["ChainGeometry", "MathTypesetting"]),
    // Cairo and zlib, opened when pixels are first asked for.
    .target(name: "CCairo", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // A picture as SVG and PNG; sees formulas as outlines, no calculus.
    .target(
      name: "ChainRendering",
      dependencies: ["CCairo", "ChainGeometry", "ChainScene", "MathTypesetting"]),
    .testTarget(
      name: "ChainRenderingTests",
      dependencies: ["ChainGeometry", "ChainRendering", "ChainScene", "MathTypesetting"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
