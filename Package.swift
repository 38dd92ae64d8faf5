// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "chaingraph",
  products: [],
  targets: [
    // Points, rectangles and paths, in points, y downwards.
    .target(name: "ChainGeometry"),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
