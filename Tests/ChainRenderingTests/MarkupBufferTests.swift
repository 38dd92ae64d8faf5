import ChainRendering
import Testing

struct MarkupBufferTests {
  @Test(arguments: [
    (0.0, 2, "0"), (-0.0, 2, "0"), (-0.004, 2, "0"), (0.005, 2, "0.01"), (-0.015, 2, "-0.02"),
    (1, 2, "1"), (1.5, 2, "1.5"), (10, 0, "10"), (100.04, 1, "100"), (100.05, 2, "100.05"),
    (-7.25, 2, "-7.25"), (0.014, 6, "0.014"), (1e9, 3, "1000000000"), (12.0345, 3, "12.035"),
  ])
  func numbersAreShortAndWithoutNegativeZero(value: Double, decimals: Int, text: String) {
    var buffer = MarkupBuffer()
    buffer.append(value, decimals: decimals)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"), ("]]>", "]]&gt;"),
    ("\u{0}\u{1}\u{B}\u{1F}\u{FFFE}\u{FFFF}x", "x"), ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"),
    ("∂f/∂x₁ 𝑓 é", "∂f/∂x₁ 𝑓 é"), ("\u{7F}\u{FFFD}\u{10FFFF}", "\u{7F}\u{FFFD}\u{10FFFF}"),
  ])
  func textIsEscaped(text: String, expected: String) {
    var buffer = MarkupBuffer()
    buffer.append(escaping: text)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }
}
