import ChainFigure
import ChainScene
import ExpressionGraph
import Testing

struct NumberFormatTests {
  @Test(arguments: [
    (0.5, 4, "0.5"), (1.98512, 4, "1.985"), (0.479426, 4, "0.479"), (0.479426, 6, "0.47943"),
    (1234567, 4, "1.235 × 10⁶"), (-0.00001234, 4, "−1.23 × 10⁻⁵"), (-0.0, 4, "0"), (3, 4, "3"),
  ])
  func valuesHaveSoManyDigits(value: Double, digits: Int, text: String) throws {
    var source = Source()
    let x = source.input("x", value)
    let f = source.define("f", source.sum(x, x))
    let scene = try drawn(source.derivation(of: f, "f", by: [(x, "x")])) { $0.digits = digits }
    #expect(scene.scene.texts(.node)[0] == ["x", text])
  }
}
