import ChainScene
import ChainTheme
import Testing

struct ThemeFileTests {
  private func theme(_ yaml: String) throws -> Theme { try Theme(yaml: Array(yaml.utf8)) }

  private func problem(_ yaml: String) -> String? {
    do {
      _ = try theme(yaml)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsLeftOutIsTheBases() throws {
    #expect(try theme("base: dark\n") == .dark)
    var expected = Theme.light
    expected.value = Color(hex: 0x333333)
    #expect(try theme("# ours\nvalue: \"#333333\"\n") == expected)
  }

  @Test func everyKeyIsRead() throws {
    let theme = try theme(
      """
      background: "#fffff0"
      text: "#010101"
      muted: "#020202"
      value: "#030303"
      derivative: "#040404"
      input-fill: "#eeeeee"
      input-line: "#050505"
      output-fill: "#dddddd"
      on-path: "#fffffe"
      paths: ["#060606", "#070707"]
      dashes: [[], [3, 1.5]]
      line-weight: 2
      """)
    #expect(theme.colors.prefix(2) == [Color(hex: 0xFFFFF0), Color(hex: 0x010101)])
    #expect(theme.paths == [Color(hex: 0x060606), Color(hex: 0x070707)])
    #expect(theme.dashes == [[], [3, 1.5]])
    #expect(theme.lineWeight == 2)
  }

  @Test func anUnknownKeyIsAnErrorThatKnowsTheNearest() {
    #expect(
      problem("text: \"#000000\"\nbackgruond: \"#ffffff\"\n")
        == "line 2: `backgruond` is no key of a theme: replace it with `background`")
    #expect(problem("zebra: 1\n")?.contains("keys are base, background") == true)
  }

  @Test(
    arguments: [
      ("", "line 1: the theme is empty"), ("- a\n", "line 1: expected lines `key: value`"),
      ("text: black\n", "line 1: `black` is no colour: expected \"#rrggbb\""),
      ("text: [\"#000000\"]\n", "line 1: `text` is one colour"),
      ("base: auto\n", "line 1: `auto` is no base: expected light, dark or print"),
      ("line-weight: 9\n", "line 1: `line-weight` takes numbers from 0.5 to 3.0"),
      ("paths: []\n", "line 1: `paths` takes lists of 1 to 8"),
      (
        "\ntext: \"#eeeeee\"\n",
        "line 2: `text` on `background` has a contrast of 1.1 : 1, text needs 4.5 : 1"
      ),
      ("text: *x\n", "line 1: an alias has no place here"),
      ("text: [1\n", "line 2: did not find expected ',' or ']'"),
    ])
  func whatIsWrongIsSaidWithItsLine(yaml: String, expected: String) {
    #expect(problem(yaml) == expected)
  }

  @Test func hostileFilesEndInAnError() {
    #expect(problem(String(repeating: "[", count: 100_000)) != nil)
    #expect(problem(String(repeating: "a: {", count: 1000)) != nil)
    #expect(problem("\u{0}\u{1}") != nil)
    #expect(problem(String(repeating: "x", count: 2 << 20)) != nil)
  }
}
