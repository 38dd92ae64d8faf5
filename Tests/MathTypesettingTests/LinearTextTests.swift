import MathTypesetting
import Testing

@Suite struct LinearTextTests {
  @Test(arguments: [
    (#"\frac{\partial f}{\partial x_1} = 2x_1"#, "∂f/∂x₁ = 2x₁"),
    (#"\frac{a+b}{2x}"#, "(a + b)/(2x)"),
    (#"\frac{\frac{a}{b}}{c}"#, "(a/b)/c"),
    (#"(x-As)^\top W(x-As)"#, "(x − As)ᵀW(x − As)"),
    (#"a=-b"#, "a = −b"),
    (#"2\sin(t)\cos t"#, "2 sin(t) cos t"),
    (
      #"\sum_{i=1}^{n}\frac{\partial f}{\partial x_i}\frac{\partial x_i}{\partial t}"#,
      "∑ᵢ₌₁ⁿ ∂f/∂xᵢ ∂xᵢ/∂t"
    ),
    (#"\frac{\partial^2 f}{\partial x_i\partial x_j}"#, "∂²f/∂xᵢ∂xⱼ"),
    (#"\frac{d}{dt}f(g(t))"#, "d/dt f(g(t))"),
    (#"\mathbb{R}^{m\times n}"#, "ℝ^(m × n)"),
    (#"e^{-\frac{x^2}{2}}"#, "e^(−x²/2)"),
    (#"\sqrt{1+x^2}"#, "√(1 + x²)"),
    (#"\sqrt[3]{x}"#, "∛x"),
    (#"\begin{bmatrix}a & b \\ c & d\end{bmatrix}"#, "[a, b; c, d]"),
    (#"f'(x)"#, "f′(x)"),
    (#"f:A\to B"#, "f: A → B"),
    (#"1.2\cdot 10^{-5}"#, "1.2⋅10⁻⁵"),
    (#"\hat x"#, "x\u{302}"),
    (#"(a+b)^2"#, "(a + b)²"),
    (#"{ab}^2"#, "(ab)²"),
    (#"\left(\begin{matrix}a\\b\end{matrix}\right)"#, "(a; b)"),
    (#"\underbrace{a}_{1}\underbrace{b}_{2}"#, "a (1) b (2)"),
    (#"|x|_q"#, "|x|_q"),
  ])
  func readsAsAPersonDoes(source: String, line: String) throws {
    let font = try MathFont.load()
    #expect(font.layout(readTeX(source).formula).text == line)
  }
}
