import Testing

@Test(arguments: lexicalFindings)
func lexicalFindingsReadAsTheyShould(_ source: String, _ expected: String) {
  #expect(report(source) == expected)
}

private let lexicalFindings: [(String, String)] = [
  (
    "f = a $ b",
    #"""
    a.txt:1:7: error: `$` has no meaning here [unexpected-character]
    1 | f = a $ b
      |       ^
      = help: write formulas without dollar signs

    """#
  ),
  (
    "f = a – b",
    #"""
    a.txt:1:7: error: `–` has no meaning here [unexpected-character]
    1 | f = a – b
      |       ^
      = help: replace it with `-`

    """#
  ),
  (
    "f = \\alpha",
    #"""
    a.txt:1:5: error: `\` has no meaning here [unexpected-character]
    1 | f = \alpha
      |     ^
      = help: write Greek letters as words, without a backslash: `alpha`

    """#
  ),
  (
    "f = a\u{7}",
    #"""
    a.txt:1:6: error: `U+0007` has no meaning here [unexpected-character]
    1 | f = a␇
      |      ^
      = help: remove it

    """#
  ),
  (
    "f = a | b",
    #"""
    a.txt:1:7: error: `|` has no meaning here [unexpected-character]
    1 | f = a | b
      |       ^
      = help: write `abs(x)`, or `norm2(x)` for a vector

    """#
  ),
  (
    "f = einsum(\"ij, A)",
    #"""
    a.txt:1:12: error: a quote opens here and does not close on its line [unclosed-quote]
    1 | f = einsum("ij, A)
      |            ^
      = help: end the text with `"`

    """#
  ),
  (
    "set title \"A",
    #"""
    a.txt:1:11: error: a quote opens here and does not close on its line [unclosed-quote]
    1 | set title "A
      |           ^
      = help: end the text with `"`

    """#
  ),
  (
    "set title \"A\" b",
    #"""
    a.txt:1:14: error: text follows the closing quote [text-after-quote]
    1 | set title "A" b
      |              ^^
      = help: write a quote within the text as `\"`

    """#
  ),
  (
    "f = 1e999",
    #"""
    a.txt:1:5: error: the exponent of this number is out of range [exponent-out-of-range]
    1 | f = 1e999
      |     ^^^^^
      = help: keep it between -400 and 400

    """#
  ),
  (
    "f = (a + b",
    #"""
    a.txt:1:11: error: a bracket is never closed [unclosed-bracket]
    1 | f = (a + b
      |           ^ expected `)`
      |     - opened here
      = help: add `)`

    """#
  ),
  (
    "f = [1, 2",
    #"""
    a.txt:1:10: error: a bracket is never closed [unclosed-bracket]
    1 | f = [1, 2
      |          ^ expected `]`
      |     - opened here
      = help: add `]`

    """#
  ),
  (
    "f = a)",
    #"""
    a.txt:1:6: error: `)` closes a bracket that was never opened [unopened-bracket]
    1 | f = a)
      |      ^
      = help: remove it, or open the bracket before

    """#
  ),
  (
    "f = [a)",
    #"""
    a.txt:1:7: error: `)` does not close the bracket that is open [mismatched-bracket]
    1 | f = [a)
      |       ^ expected `]`
      |     - opened here
      = help: replace `)` with `]`

    """#
  ),
  (
    "f = ‖x",
    #"""
    a.txt:1:5: error: a norm bar is never closed [unclosed-bracket]
    1 | f = ‖x
      |     ^
      = help: close it with `‖`, or write `norm2(…)`

    """#
  ),
  (
    "f = ‖x‖_7",
    #"""
    a.txt:1:8: error: there is no norm `_7` [unknown-norm]
    1 | f = ‖x‖_7
      |        ^^
      = help: use `_1`, `_2`, `_F` or `_inf`

    """#
  ),
  (
    "f = x²ⁿ",
    #"""
    a.txt:1:6: error: `²ⁿ` is not an exponent [malformed-superscript]
    1 | f = x²ⁿ
      |      ^^
      = help: write the exponent as `^{…}`

    """#
  ),
  (
    "f = sum([1, 2;\n  3, 4",
    #"""
    a.txt:2:7: error: a bracket is never closed [unclosed-bracket]
    1 | f = sum([1, 2;
      |         - opened here
    2 |   3, 4
      |       ^ expected `]`
      = help: add `]`

    """#
  ),
  (
    "# nothing",
    #"""
    a.txt:1:1: error: the source holds no statement [empty-source]
    1 | # nothing
      | ^
      = help: begin with a definition such as `f = x^2`

    """#
  ),
]
