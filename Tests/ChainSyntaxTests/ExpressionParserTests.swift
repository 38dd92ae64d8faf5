import Testing

@Test(arguments: [
  ("a + b*c", "(sum +a +(product *b *c))"),
  ("a - b - c", "(sum +a -b -c)"),
  ("a/b*c", "(product *a /b *c)"),
  ("-x^2", "(neg (^ x 2))"),
  ("-x*y", "(product *(neg x) *y)"),
  ("a*-b", "(product *a *(neg b))"),
  ("--x", "(neg (neg x))"),
  ("+x", "x"),
  ("2^3^2", "(^ 2 (^ 3 2))"),
  ("x^-2", "(^ x (neg 2))"),
  ("2^-3^2", "(^ 2 (neg (^ 3 2)))"),
  ("x^2'", "(' (^ x 2))"),
  ("x'^2", "(^ (' x) 2)"),
  ("X^-1*b", "(product *(^ X (neg 1)) *b)"),
  ("x.^2.*y./z", "(product *(.^ x 2) .*y ./z)"),
  ("x[1]^2", "(^ (index x 1) 2)"),
  ("2^x[1]", "(^ 2 (index x 1))"),
  ("f(x)'", "(' (call f x))"),
  ("2^f(x)", "(^ 2 (call f x))"),
  ("a.*b*c", "(product *a .*b *c)"),
  ("A ⊗ B*c", "(product *A ⊗B *c)"),
  ("x'*A*x", "(product *(' x) *A *x)"),
  ("x''", "(' (' x))"),
  ("-2x", "(product *(neg 2) ~x)"),
  ("-x^2 - 3*-x", "(sum +(neg (^ x 2)) -(product *3 *(neg x)))"),
])
func precedence(_ source: String, _ expected: String) {
  #expect(tree(source) == expected)
}

@Test(arguments: [
  ("2x", "(product *2 ~x)"),
  ("3(x+1)", "(product *3 ~(sum +x +1))"),
  ("2 x", "(product *2 ~x)"),
  ("2[1; 2]", "(product *2 ~[1; 2])"),
  ("2x^2", "(product *2 ~(^ x 2))"),
  ("2x'", "(product *2 ~(' x))"),
  ("2sin(x)cos", "? [missing-operator]"),
  ("2e", "(product *2 ~e)"),
  ("2e-3", "2e-3"),
  ("2e3x", "(product *2e3 ~x)"),
  ("2ex", "(product *2 ~ex)"),
  ("1.*x", "(product *1 .*x)"),
  ("1./x", "(product *1 ./x)"),
  ("1.^x", "(.^ 1 x)"),
  ("1.5x", "(product *15e-1 ~x)"),
  ("2√x", "(product *2 ~(root x))"),
  ("2‖x‖", "(product *2 ~(norm x))"),
  ("‖2‖", "(norm 2)"),
  ("‖2(‖x‖)‖", "(norm (product *2 ~(norm x)))"),
  ("1/2x", "(product *1 /2 ~x) [ambiguous-product]"),
  ("a*1/2x", "(product *a *1 /2 ~x) [ambiguous-product]"),
  ("1./2(x)", "(product *1 ./2 ~x) [ambiguous-product]"),
  ("1/2*x", "(product *1 /2 *x)"),
  ("x^2 y", "? [missing-operator]"),
  ("x^2y", "? [missing-operator]"),
  ("x²y", "? [missing-operator]"),
  ("2 3", "? [missing-operator]"),
  ("(2)x", "? [missing-operator]"),
  ("x y", "? [missing-operator]"),
  ("(a)(b)", "? [missing-operator]"),
])
func impliedProducts(_ source: String, _ expected: String) {
  #expect(tree(source) == expected)
}
