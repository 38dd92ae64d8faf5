import Testing

@Test(arguments: queryFindings)
func queryFindingsReadAsTheyShould(_ source: String, _ expected: String) {
  #expect(report(source) == expected)
}

private let queryFindings: [(String, String)] = [
  (
    "d f",
    #"""
    a.txt:1:1: error: expected `/ d` and an input in this query [missing-denominator]
    1 | d f
      | ^^^
      = help: write `d f / dx`

    """#
  ),
  (
    "d a+b / d c",
    #"""
    a.txt:1:3: error: an expression to differentiate stands in brackets [query-needs-brackets]
    1 | d a+b / d c
      |   ^^^
      = help: write `d(a+b) / d c`

    """#
  ),
  (
    "d/dx a + b",
    #"""
    a.txt:1:6: error: an expression to differentiate stands in brackets [query-needs-brackets]
    1 | d/dx a + b
      |      ^^^^^
      = help: write `d/dx(a + b)`

    """#
  ),
  (
    "grad a*b",
    #"""
    a.txt:1:6: error: an expression to differentiate stands in brackets [query-needs-brackets]
    1 | grad a*b
      |      ^^^
      = help: write `grad(a*b)`

    """#
  ),
  (
    "d f / d (a*b)",
    #"""
    a.txt:1:10: error: only a name or an entry of one can stand below the bar [expression-below-bar]
    1 | d f / d (a*b)
      |          ^^^
      = help: name it first: `u = a*b`, then differentiate by `u`

    """#
  ),
  (
    "d f / d a*b",
    #"""
    a.txt:1:9: error: only a name or an entry of one can stand below the bar [expression-below-bar]
    1 | d f / d a*b
      |         ^^^
      = help: name it first: `u = a*b`, then differentiate by `u`

    """#
  ),
  (
    "df/dx + 1",
    #"""
    a.txt:1:5: error: only a name or an entry of one can stand below the bar [expression-below-bar]
    1 | df/dx + 1
      |     ^^^^^
      = help: name it first: `u = x + 1`, then differentiate by `u`

    """#
  ),
  (
    "d^2 f / dx",
    #"""
    a.txt:1:9: error: the order is 2 above the bar and 1 below [order-mismatch]
    1 | d^2 f / dx
      |         ^^
      = help: let the powers below add up to 2, as in `dx^2`

    """#
  ),
  (
    "d f / dx^2",
    #"""
    a.txt:1:7: error: the order is 1 above the bar and 2 below [order-mismatch]
    1 | d f / dx^2
      |       ^^^^
      = help: write `d^2` above the bar

    """#
  ),
  (
    "d^n f / dx",
    #"""
    a.txt:1:2: error: `n` is not an order of differentiation [invalid-order]
    1 | d^n f / dx
      |  ^^
      = help: write a whole number from 1 to 100, as in `d^2 f / dx^2`

    """#
  ),
  (
    "d2f/dx2",
    #"""
    a.txt:1:1: error: `d2f` is not `d` and a name [invalid-query]
    1 | d2f/dx2
      | ^^^
      = help: write a second derivative as `d^2 f / dx^2`

    """#
  ),
  (
    "d/dx",
    #"""
    a.txt:1:5: error: expected what is to be differentiated [missing-operand]
    1 | d/dx
      |     ^
      = help: write `d/dx f`

    """#
  ),
  (
    "d f / d",
    #"""
    a.txt:1:8: error: expected an input after the `d` below the bar [missing-denominator]
    1 | d f / d
      |        ^
      = help: write `d f / dx`

    """#
  ),
  (
    "df",
    #"""
    a.txt:1:1: error: an expression alone is not a statement [not-a-statement]
    1 | df
      | ^^
      = help: give it a name: `f = df`

    """#
  ),
  (
    "f'(x)",
    #"""
    a.txt:1:2: error: `'` is the transpose, not the derivative of `f` [prime-derivative]
    1 | f'(x)
      |  ^
      = help: write the derivative of `f` as a line of its own: `df/dx`

    """#
  ),
]
