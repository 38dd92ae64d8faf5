import Testing

@Test(arguments: statementFindings)
func statementFindingsReadAsTheyShould(_ source: String, _ expected: String) {
  #expect(report(source) == expected)
}

private let statementFindings: [(String, String)] = [
  (
    "f : R -> R constant",
    #"""
    a.txt:1:12: error: a declared function has no properties [function-property]
    1 | f : R -> R constant
      |            ^^^^^^^^
      = help: drop `constant`

    """#
  ),
  (
    "at = 3",
    #"""
    a.txt:1:1: error: `at` begins a statement of its own and cannot be a name [reserved-word]
    1 | at = 3
      | ^^
      = help: choose another name, such as `at_1`

    """#
  ),
  (
    "set : R",
    #"""
    a.txt:1:1: error: `set` begins a statement of its own and cannot be a name [reserved-word]
    1 | set : R
      | ^^^
      = help: choose another name, such as `set_1`

    """#
  ),
  (
    "x + y",
    #"""
    a.txt:1:1: error: an expression alone is not a statement [not-a-statement]
    1 | x + y
      | ^^^^^
      = help: give it a name: `f = x + y`

    """#
  ),
  (
    "+ b",
    #"""
    a.txt:1:1: error: a statement cannot begin with `+` [not-a-statement]
    1 | + b
      | ^
      = help: a line goes on only while a bracket is open: put the whole in brackets

    """#
  ),
  (
    "x == 3",
    #"""
    a.txt:1:3: error: `==` compares, which only `cases` can do [comparison-outside-cases]
    1 | x == 3
      |   ^^
      = help: define with a single `=`

    """#
  ),
  (
    "were m = 3",
    #"""
    a.txt:1:1: error: no statement begins with `were` [unknown-statement]
    1 | were m = 3
      | ^^^^
      = help: replace `were` with `where`

    """#
  ),
  (
    "plt f, t = 0 .. 1",
    #"""
    a.txt:1:1: error: no statement begins with `plt` [unknown-statement]
    1 | plt f, t = 0 .. 1
      | ^^^
      = help: replace `plt` with `plot`

    """#
  ),
  (
    "f = x1 + x_1",
    #"""
    a.txt:1:10: warning: `x_1` and `x1` are two names that look the same [similar-names]
    1 | f = x1 + x_1
      |          ^^^
      |     -- `x1` is first used here
      = help: replace `x_1` with `x1` if they are one

    """#
  ),
  (
    "= 3",
    #"""
    a.txt:1:1: error: expected a name before this sign [missing-name]
    1 | = 3
      | ^
      = help: write a definition as `f = x^2`, a declaration as `x : R^n`

    """#
  ),
  (
    "2x = 3",
    #"""
    a.txt:1:1: error: only a name or a function of names can be defined [invalid-target]
    1 | 2x = 3
      | ^^
      = help: write `f = …` or `f(x) = …`

    """#
  ),
  (
    "df/dx = 3",
    #"""
    a.txt:1:1: error: a derivative cannot be defined [invalid-target]
    1 | df/dx = 3
      | ^^^^^
      = help: ask for it with `df/dx` alone on its line

    """#
  ),
  (
    "x[1] = 3",
    #"""
    a.txt:1:1: error: an entry of `x` cannot be defined alone [invalid-target]
    1 | x[1] = 3
      | ^^^^
      = help: define all of it at once: `x = [a; b]`

    """#
  ),
  (
    "x' = A*x",
    #"""
    a.txt:1:1: error: `x'` cannot be defined [invalid-target]
    1 | x' = A*x
      | ^^
      = help: define `x` itself; `'` is the transpose

    """#
  ),
  (
    "f(2) = 3",
    #"""
    a.txt:1:1: error: the parameters of `f` must be names [invalid-parameters]
    1 | f(2) = 3
      | ^^^^
      = help: write `f(x) = …` or `f(x, y) = …`

    """#
  ),
  (
    "f(x, x) = 3",
    #"""
    a.txt:1:6: error: the parameter `x` stands twice [repeated-parameter]
    1 | f(x, x) = 3
      |      ^
      |   - first here
      = help: give each parameter its own name

    """#
  ),
  (
    "f(x) : R -> R",
    #"""
    a.txt:1:1: error: only names can be declared [invalid-declaration]
    1 | f(x) : R -> R
      | ^^^^
      = help: declare the function by its name alone: `f : R -> R`

    """#
  ),
  (
    "a + b : R",
    #"""
    a.txt:1:1: error: only names can be declared [invalid-declaration]
    1 | a + b : R
      | ^^^^^
      = help: write `a, b : R^n`

    """#
  ),
  (
    "x := 3",
    #"""
    a.txt:1:3: error: a definition is written with `=` [colon-equals]
    1 | x := 3
      |   ^^
      = help: replace `:=` with `=`

    """#
  ),
  (
    "v : r",
    #"""
    a.txt:1:5: error: expected a space such as `R`, `R^n` or `R^{m x n}` [expected-space]
    1 | v : r
      |     ^
      = help: replace `r` with `R`

    """#
  ),
  (
    "v : real",
    #"""
    a.txt:1:5: error: expected a space such as `R`, `R^n` or `R^{m x n}` [expected-space]
    1 | v : real
      |     ^^^^
      = help: write a number as `R`, a vector as `R^n`

    """#
  ),
  (
    "v : R3",
    #"""
    a.txt:1:5: error: expected a space such as `R`, `R^n` or `R^{m x n}` [expected-space]
    1 | v : R3
      |     ^^
      = help: write `R^3`

    """#
  ),
  (
    "v : R^",
    #"""
    a.txt:1:7: error: expected a dimension [missing-dimension]
    1 | v : R^
      |       ^
      = help: write a whole number or a name, as in `R^3` or `R^{m x n}`

    """#
  ),
  (
    "v : R^{m x }",
    #"""
    a.txt:1:12: error: expected a dimension [missing-dimension]
    1 | v : R^{m x }
      |            ^
      = help: write a whole number or a name, as in `R^3` or `R^{m x n}`

    """#
  ),
  (
    "v : R^{1.5}",
    #"""
    a.txt:1:8: error: `1.5` is not a dimension [invalid-dimension]
    1 | v : R^{1.5}
      |        ^^^
      = help: write a whole number

    """#
  ),
  (
    "v : R^{mxn}",
    #"""
    a.txt:1:8: error: `mxn` reads as one dimension [dimensions-run-together]
    1 | v : R^{mxn}
      |        ^^^
      = help: replace `mxn` with `m x n`

    """#
  ),
  (
    "v : R^{2xn}",
    #"""
    a.txt:1:8: error: `2xn` reads as one dimension [dimensions-run-together]
    1 | v : R^{2xn}
      |        ^^^
      = help: replace `2xn` with `2 x n`

    """#
  ),
  (
    "v : R^m x n",
    #"""
    a.txt:1:9: error: more than one number or name needs braces [dimensions-without-braces]
    1 | v : R^m x n
      |         ^
      = help: write `R^{m x n}`

    """#
  ),
  (
    "v : R^2n",
    #"""
    a.txt:1:7: error: more than one number or name needs braces [dimensions-without-braces]
    1 | v : R^2n
      |       ^^
      = help: write `R^{2n}`

    """#
  ),
  (
    "v : R^mxn",
    #"""
    a.txt:1:7: error: more than one number or name needs braces [dimensions-without-braces]
    1 | v : R^mxn
      |       ^^^
      = help: write `R^{m x n}`

    """#
  ),
  (
    "v : R^n symetric",
    #"""
    a.txt:1:9: error: `symetric` is not a property [unknown-property]
    1 | v : R^n symetric
      |         ^^^^^^^^
      = note: properties are symmetric, positive definite, diagonal, orthogonal, invertible, positive, constant
      = help: replace `symetric` with `symmetric`

    """#
  ),
  (
    "v : R^n positive and large",
    #"""
    a.txt:1:18: error: `and` is not a property [unknown-property]
    1 | v : R^n positive and large
      |                  ^^^
      = note: properties are symmetric, positive definite, diagonal, orthogonal, invertible, positive, constant
      = help: remove it

    """#
  ),
  (
    "f : R -> ",
    #"""
    a.txt:1:9: error: expected a space such as `R`, `R^n` or `R^{m x n}` [expected-space]
    1 | f : R ->
      |         ^
      = help: write a number as `R`, a vector as `R^n`

    """#
  ),
  (
    "at",
    #"""
    a.txt:1:3: error: expected a name and its value [missing-name]
    1 | at
      |   ^
      = help: write `at x = 0.5`

    """#
  ),
  (
    "at 3",
    #"""
    a.txt:1:4: error: expected a name and its value [missing-name]
    1 | at 3
      |    ^
      = help: write `at x = 0.5`

    """#
  ),
  (
    "at x[1] = 3",
    #"""
    a.txt:1:4: error: an entry of `x` cannot be given alone [assigned-entry]
    1 | at x[1] = 3
      |    ^^
      = help: give all of it: `at x = [1; 2]`

    """#
  ),
  (
    "at t",
    #"""
    a.txt:1:5: error: expected `=` after `t` [missing-equals]
    1 | at t
      |     ^
      = help: write `t = ` and a value

    """#
  ),
  (
    "where 3",
    #"""
    a.txt:1:7: error: expected a name and its value [missing-name]
    1 | where 3
      |       ^
      = help: write `where n = 3`

    """#
  ),
  (
    "where m",
    #"""
    a.txt:1:8: error: expected `=` after `m` [missing-equals]
    1 | where m
      |        ^
      = help: write `m = ` and a value

    """#
  ),
  (
    "plot f, t = 0",
    #"""
    a.txt:1:14: error: expected `..` and the upper bound of `t` [missing-interval]
    1 | plot f, t = 0
      |              ^
      = help: write `t = 0 .. 1`

    """#
  ),
  (
    "plot",
    #"""
    a.txt:1:5: error: expected an expression after `plot` [missing-operand]
    1 | plot
      |     ^
      = help: a line goes on only while a bracket is open

    """#
  ),
  (
    "set",
    #"""
    a.txt:1:1: error: expected the name of a setting after `set` [missing-key]
    1 | set
      | ^^^
      = help: write `set title "…"`

    """#
  ),
  (
    "set title = \"A\"",
    #"""
    a.txt:1:11: error: a setting is written without `=` [unexpected-equals]
    1 | set title = "A"
      |           ^
      = help: write `set title "A"`

    """#
  ),
]
