import Testing

@Test(arguments: expressionFindings)
func expressionFindingsReadAsTheyShould(_ source: String, _ expected: String) {
  #expect(report(source) == expected)
}

private let expressionFindings: [(String, String)] = [
  (
    "f = a +",
    #"""
    a.txt:1:8: error: expected an expression after `+` [missing-operand]
    1 | f = a +
      |        ^
      = help: a line goes on only while a bracket is open

    """#
  ),
  (
    "f = (a + )",
    #"""
    a.txt:1:10: error: expected an expression after `+` [missing-operand]
    1 | f = (a + )
      |          ^
      = help: write an expression here

    """#
  ),
  (
    "f = max()",
    #"""
    a.txt:1:9: error: expected an expression after `(` [missing-operand]
    1 | f = max()
      |         ^
      = help: write an expression here

    """#
  ),
  (
    "f = a * / b",
    #"""
    a.txt:1:9: error: expected an expression between `*` and `/` [missing-operand]
    1 | f = a * / b
      |         ^
      = help: remove one of them

    """#
  ),
  (
    "f = a * * b",
    #"""
    a.txt:1:9: error: expected an expression between `*` and `*` [missing-operand]
    1 | f = a * * b
      |         ^
      = help: write a power with `^`

    """#
  ),
  (
    "f = x y",
    #"""
    a.txt:1:7: error: expected an operator before `y` [missing-operator]
    1 | f = x y
      |       ^
      = help: write `x*y` for a product, `x(y)` to apply a function

    """#
  ),
  (
    "f = x^2y",
    #"""
    a.txt:1:8: error: expected an operator before `y` [missing-operator]
    1 | f = x^2y
      |        ^
      = help: after an exponent the product sign must stand: write `*` before `y`

    """#
  ),
  (
    "f = (a)(b)",
    #"""
    a.txt:1:8: error: expected an operator before `(` [missing-operator]
    1 | f = (a)(b)
      |        ^
      = help: write `*` before `(` for a product

    """#
  ),
  (
    "A = [1, 2\n     3, 4]",
    #"""
    a.txt:2:6: error: expected `,` or `;` before `3` [missing-operator]
    2 |      3, 4]
      |      ^
      = note: a new line does not begin a new row
      = help: end each row with `;`

    """#
  ),
  (
    "f = a : b",
    #"""
    a.txt:1:7: error: `:` does not fit here [unexpected-token]
    1 | f = a : b
      |       ^
      = help: remove it

    """#
  ),
  (
    "f = a = b",
    #"""
    a.txt:1:7: error: `=` does not fit here [unexpected-equals]
    1 | f = a = b
      |       ^
      = help: write one definition a line; inside `cases`, equality is `==`

    """#
  ),
  (
    "f = 0 .. 1",
    #"""
    a.txt:1:7: error: an interval `..` stands only in a `plot` line [unexpected-token]
    1 | f = 0 .. 1
      |       ^^
      = help: write a slice as `x[2:4]`

    """#
  ),
  (
    "f = a × b",
    #"""
    a.txt:1:7: error: `×` is not an operator of expressions [ambiguous-cross]
    1 | f = a × b
      |       ^
      = help: write `a*b` for a product, `cross(a, b)` for the cross product

    """#
  ),
  (
    "f = 0,5*x",
    #"""
    a.txt:1:5: error: a number is written with a point, not a comma [decimal-comma]
    1 | f = 0,5*x
      |     ^^^
      = help: replace `0,5` with `0.5`

    """#
  ),
  (
    "at t = 1,5",
    #"""
    a.txt:1:8: error: a number is written with a point, not a comma [decimal-comma]
    1 | at t = 1,5
      |        ^^^
      = help: replace `1,5` with `1.5`

    """#
  ),
  (
    "f = (1, 2)",
    #"""
    a.txt:1:7: error: a comma does not fit in brackets that only group [unexpected-comma]
    1 | f = (1, 2)
      |       ^
      |     - opened here
      = help: write a vector as `[a; b]`

    """#
  ),
  (
    "f = 1; g = 2",
    #"""
    a.txt:1:6: error: `;` does not fit outside brackets [several-statements]
    1 | f = 1; g = 2
      |      ^
      = help: write one statement a line

    """#
  ),
  (
    "f = max(a; b)",
    #"""
    a.txt:1:10: error: `;` does not fit in round brackets [unexpected-token]
    1 | f = max(a; b)
      |          ^
      = help: put `,` between arguments; write a vector as `[a; b]`

    """#
  ),
  (
    "f = \"a\"",
    #"""
    a.txt:1:5: error: text in quotes stands only as an argument [unexpected-string]
    1 | f = "a"
      |     ^^^
      = help: remove the quotes

    """#
  ),
  (
    "f = {a}",
    #"""
    a.txt:1:5: error: curly brackets group only exponents and dimensions [curly-bracket]
    1 | f = {a}
      |     ^
      = help: use `(` and `)`

    """#
  ),
  (
    "f = ∂g/∂x",
    #"""
    a.txt:1:5: error: a derivative cannot stand inside an expression [derivative-in-expression]
    1 | f = ∂g/∂x
      |     ^
      = help: ask for it in a line of its own, such as `df/dx`

    """#
  ),
  (
    "f = g'(x)",
    #"""
    a.txt:1:6: error: `'` is the transpose, not the derivative of `g` [prime-derivative]
    1 | f = g'(x)
      |      ^
      = help: write the derivative of `g` as a line of its own: `dg/dx`; a product is `g'*(…)`

    """#
  ),
  (
    "f = x < 2",
    #"""
    a.txt:1:7: error: `<` compares, which only `cases` can do [comparison-outside-cases]
    1 | f = x < 2
      |       ^
      = help: write `cases(condition, value, otherwise)`

    """#
  ),
  (
    "f = cases(0 < x < 1, 1, 2)",
    #"""
    a.txt:1:17: error: a condition has one comparison [chained-comparison]
    1 | f = cases(0 < x < 1, 1, 2)
      |                 ^
      = help: nest them: `cases(a < x, cases(x < b, …, …), …)`

    """#
  ),
  (
    "f = cases(x = 0, 1, 2)",
    #"""
    a.txt:1:13: error: `=` does not compare [equals-in-condition]
    1 | f = cases(x = 0, 1, 2)
      |             ^
      = help: replace `=` with `==`

    """#
  ),
  (
    "f = 1/2x",
    #"""
    a.txt:1:6: warning: `/2x` divides by `2` alone [ambiguous-product]
    1 | f = 1/2x
      |      ^^^ read as `/2*x`
      = help: write `/2*x`, or `/(2*x)` if that was meant

    """#
  ),
  (
    "f = a./3(x+1)",
    #"""
    a.txt:1:6: warning: `./3(x+1)` divides by `3` alone [ambiguous-product]
    1 | f = a./3(x+1)
      |      ^^^^^^^^ read as `./3*(x+1)`
      = help: write `./3*(x+1)`, or `./(3*(x+1))` if that was meant

    """#
  ),
  (
    "f = a, b",
    #"""
    a.txt:1:6: error: `,` does not fit here [unexpected-comma]
    1 | f = a, b
      |      ^
      = help: write a vector as `[a; b]`

    """#
  ),
]
