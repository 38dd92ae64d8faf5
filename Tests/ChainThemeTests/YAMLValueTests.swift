import ChainScene
import ChainTheme
import Testing

/// YAML as theme files use it.
@Suite struct YAMLValueTests {
  private func theme(_ yaml: String) throws -> Theme { try Theme(yaml: Array(yaml.utf8)) }

  private func problem(_ yaml: String) -> String? {
    do {
      _ = try theme(yaml)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func listsMayBeWrittenEitherWay() throws {
    let flow = try theme("paths: [\"#111111\", \"#222222\"]\ndashes: [[], [2, 1]]\n")
    let block = try theme(
      """
      paths:
        - "#111111"   # the first
        - '#222222'
      dashes:
        - []
        - - 2
          - 1
      """)
    #expect(flow == block)
  }

  @Test func aFileThatSaysNothingIsNoTheme() {
    #expect(problem("") == "line 1: the theme is empty")
    #expect(problem("# nothing\n") == "line 1: the theme is empty")
  }

  @Test func faultsOfTheFormHaveTheirLine() {
    #expect(problem("text: \"#000000\"\npaths: [\n")?.hasPrefix("line ") == true)
    #expect(problem("a: b: c\n")?.hasPrefix("line 1: ") == true)
    #expect(problem("? [1, 2]\n: 3\n")?.contains("a key that is no word") == true)
  }

  @Test func whatIsTooLargeOrTooDeepIsRefused() {
    #expect(
      problem("paths: " + String(repeating: "[", count: 40))?.contains("nested too deep") == true)
    let large = "# " + String(repeating: "x", count: 1 << 20)
    #expect(problem(large) == "line 1: a theme of more than a megabyte")
  }

  @Test func noBytesBreakTheReader() {
    for bytes in [[0], [0xFF, 0xFE], [0x26, 0x61, 0x20, 0x2A, 0x61], Array("&a [*a]".utf8)]
      as [[UInt8]]
    {
      _ = try? Theme(yaml: bytes)
    }
    #expect(problem("&a [*a]") != nil)
  }
}
