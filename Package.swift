// swift-tools-version: 6.1
import PackageDescription

/// A module of the package, and the test target beside it.
func stage(
  _ name: String, uses dependencies: [Target.Dependency] = [],
  testsUse testDependencies: [Target.Dependency] = [], fixtures: Bool = false,
  embedded: Bool = false
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies,
      resources: embedded ? [.embedInCode("Resources")] : []),
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
  stage(
    "TensorCalculus", uses: ["ExpressionGraph"],
    testsUse: ["ChainNotation", "ExpressionGraph", "NumericEvaluation"]),
  stage(
    "NumericEvaluation", uses: ["ExpressionGraph", "CLAPACK"], testsUse: ["ExpressionGraph"]),
  stage(
    "ChainDerivation", uses: ["ExpressionGraph", "TensorCalculus", "NumericEvaluation"],
    testsUse: [
      "ChainDiagnostics", "ChainElaboration", "ChainNotation", "ChainSyntax", "ExpressionGraph",
      "NumericEvaluation", "TensorCalculus",
    ]),
]

let picture: [[Target]] = [
  stage("ChainGeometry"),
  stage(
    "MathTypesetting", uses: ["ChainGeometry", "CHarfBuzz", "CFontconfig"],
    testsUse: ["CHarfBuzz", "ChainGeometry"], fixtures: true),
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
    "ChainTheme", uses: ["ChainDiagnostics", "ChainScene", "CYAML"], testsUse: ["ChainScene"]),
  stage(
    "ChainFigure",
    uses: [
      "ChainDerivation", "ChainGeometry", "ChainNotation", "ChainScene", "ChainTheme",
      "ExpressionGraph",
      "GraphLayout", "MathTypesetting", "NumericEvaluation", "TensorCalculus",
    ],
    testsUse: [
      "ChainDerivation", "ChainGeometry", "ChainNotation", "ChainScene", "ChainTheme",
      "ExpressionGraph",
      "GraphLayout",
      "MathTypesetting", "NumericEvaluation",
    ]),
  stage(
    "ChainPlot",
    uses: [
      "ChainDerivation", "ChainFigure", "ChainGeometry", "ChainNotation", "ChainScene",
      "ChainTheme",
      "ExpressionGraph", "MathTypesetting", "NumericEvaluation",
    ],
    testsUse: [
      "ChainDerivation", "ChainDiagnostics", "ChainElaboration", "ChainFigure", "ChainGeometry",
      "ChainNotation", "ChainScene", "ChainSyntax", "ExpressionGraph", "MathTypesetting",
      "NumericEvaluation",
    ]),
  stage(
    "ChainRendering", uses: ["ChainGeometry", "ChainScene", "MathTypesetting", "CCairo"],
    testsUse: ["ChainGeometry", "ChainScene", "MathTypesetting"]),
]

let product: [[Target]] = [
  // Scripts and styles are compiled in: the page is one file, and so is the program.
  stage(
    "ChainPage",
    uses: [
      "ChainDerivation", "ChainFigure", "ChainGeometry", "ChainNotation", "ChainRendering",
      "ChainScene", "ChainTheme", "ExpressionGraph", "MathTypesetting", "NumericEvaluation",
    ],
    testsUse: [
      "ChainDerivation", "ChainFigure", "ExpressionGraph", "MathTypesetting", "NumericEvaluation",
    ],
    embedded: true),
  stage(
    "ChainReport",
    uses: [
      "ChainDerivation", "ChainDiagnostics", "ChainFigure", "ChainNotation", "ChainScene",
      "ChainTheme", "ExpressionGraph", "MathTypesetting", "NumericEvaluation",
    ],
    testsUse: [
      "ChainDerivation", "ChainDiagnostics", "ChainFigure", "ExpressionGraph", "MathTypesetting",
      "NumericEvaluation",
    ]),
  stage(
    "ChainGraph",
    uses: [
      "ChainDerivation", "ChainDiagnostics", "ChainElaboration", "ChainFigure", "ChainGeometry",
      "ChainNotation", "ChainPage", "ChainPlot", "ChainRendering", "ChainReport", "ChainScene",
      "ChainSyntax", "ChainTheme", "ExpressionGraph", "GraphLayout", "MathTypesetting",
      "NumericEvaluation",
    ], testsUse: ["ChainDerivation", "ChainDiagnostics", "ExpressionGraph", "NumericEvaluation"],
    fixtures: true),
  stage("ChainServer", uses: ["CSupport"], embedded: true),
  [
    .executableTarget(
      name: "ChainGraphCommand",
      dependencies: [
        "CSupport", "ChainGraph", "ChainServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "ChainGraphCommandTests", dependencies: ["ChainGraphCommand"],
      resources: [.copy("Fixtures")]),
  ],
]

// Elsewhere Graphviz's headers are found as the system's own, and the library is opened when something
// is drawn, which what pkg-config says would link.
#if os(macOS)
  let graphvizPackage: String? = "libgvc"
#else
  let graphvizPackage: String? = nil
#endif

let systemLibraries: [Target] = [
  .systemLibrary(
    name: "CGraphviz", pkgConfig: graphvizPackage,
    providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
  // What Benchmarks/run measures, and a floor in C; part of no product.
  .executableTarget(
    name: "ChainGraphBenchmark",
    dependencies: [
      "CSupport", "ChainDerivation", "ChainGraph", "ExpressionGraph", "TensorCalculus",
    ],
    path: "Benchmarks/Sources"),
  .executableTarget(name: "GradientFloor", path: "Benchmarks/Floor"),
  // What Benchmarks/batch measures a set against; of no product.
  .executableTarget(
    name: "CLayoutFloor", dependencies: ["CGraphviz"], path: "Benchmarks/LayoutFloor",
    linkerSettings: ["gvc", "cgraph", "dl"].map { .linkedLibrary($0, .when(platforms: [.linux])) }),
  // Evaluates a gradient against BLAS alone, and long derivatives against short ones; of no product.
  .executableTarget(
    name: "ChainGraphTensorBenchmark",
    dependencies: [
      "CLAPACK", "CSupport", "ExpressionGraph", "NumericEvaluation", "TensorCalculus",
    ],
    path: "Benchmarks/Tensors"),
  // Graphviz as a few C functions that show none of its types.
  .target(
    name: "CGraphvizShim", dependencies: ["CGraphviz"],
    linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  // Opened when first needed, with prototypes of their own: nothing to link or to install.
  .target(name: "CCairo", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CHarfBuzz", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CYAML", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CLAPACK", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CSupport", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CFontconfig", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
]

let package = Package(
  name: "chaingraph",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ChainGraph", targets: ["ChainGraph"]),
    .executable(name: "chaingraph", targets: ["ChainGraphCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: (language + mathematics + picture + product).flatMap(\.self) + systemLibraries
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
