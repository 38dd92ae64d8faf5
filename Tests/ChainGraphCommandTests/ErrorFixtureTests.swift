import Foundation
import Testing

/// Every kind of error as the program prints it, in full.
@Suite struct ErrorFixtureTests {
  private static let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/errors")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func everyKindIsThere() {
    #expect(
      Set(Self.names).isSuperset(of: [
        "unknown-name", "shape-mismatch", "missing-dimension", "non-square-inverse",
        "unclosed-bracket", "expression-below-bar", "division-by-zero", "logarithm-of-negative",
        "root-of-negative", "redefinition", "cyclic-definition", "several", "singular-matrix",
        "negative-determinant", "indefinite-matrix", "broken-property", "axis-out-of-range",
        "einsum-axes", "einsum-form", "einsum-lengths", "einsum-letter", "einsum-operands",
        "trace-not-square", "point-shape", "symbols-differ",
      ]))
  }

  @Test(arguments: names)
  func messagesAreAsRecorded(_ name: String) throws {
    try Program.inFolder { program throws in
      let file = name + ".txt"
      let source = Self.folder.appendingPathComponent(file)
      try FileManager.default.copyItem(
        at: source, to: program.folder.appendingPathComponent(file))
      let result = try program("derive", file, "-o", "out.text")
      let expected = Self.folder.appendingPathComponent(name + ".expected")
      let text = try String(contentsOf: expected, encoding: .utf8)
      #expect("\(result.messages)exit \(result.status)\n" == text)
      #expect(result.output.isEmpty)
    }
  }

  @Test func anUnsupportedFormat() throws {
    try Program.inFolder { program throws in
      try program.write("f = x\ndf/dx\n", to: "a.txt")
      let result = try program("render", "a.txt", "-o", "a.bmp")
      #expect(
        result.messages == """
          chaingraph: error: unknown format `bmp` [unsupported-format]
            = help: the formats are svg, png, pdf, eps, dot, tikz, html, json

          """)
      #expect(result.status == 64)
      #expect(try program.files() == ["a.txt"])
    }
  }
}
