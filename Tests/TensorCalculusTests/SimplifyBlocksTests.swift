import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x", "7")
private let a = Sketch.input("a", "3")
private let A = Sketch.input("A", "7", "m")
private let C = Sketch.input("C", "3", "3")
private let first = x.slice(.range(start: 0, length: 3))
private let middle = x.slice(.range(start: 2, length: 3))
private let last = x.slice(.range(start: 4, length: 3))
private let rows = A.slice(.range(start: 1, length: 3), .all)

/// Functions of parts that lie apart, overlap, lie within one another or cover the whole.
private let functions = [
  einsum("i,i->", first, last),
  einsum("i,i->", first, middle),
  einsum("i,ij,j->", first, C, middle),
  einsum("i,ij->j", first + 2 * last, C),
  einsum("i,i->", a.joined(with: x), a.joined(with: x)),
  einsum("i,i->", a.joined(with: first), middle.joined(with: last * last)),
  einsum("i,ij->j", sin(middle), C) * last,
  einsum("ij,i->j", A, x) + einsum("ij,i->j", rows, middle * first),
  x.slice(.range(start: 1, length: 5)).slice(.range(start: 2, length: 2)),
  x(at: 1) * x(at: 5) * einsum("i->", first, exponents: [2]),
]

@Test(arguments: functions.indices)
func derivativesOfPartsHaveTheValueOfDifferences(place: Int) {
  var bench = Bench(seed: UInt64(place))
  let output = bench.build(functions[place])
  for sketch in [x, a, A] {
    let input = bench.build(sketch)
    let derivative = bench.graph.derivative(
      of: output, by: [input], simplifier: &bench.simplifier)
    let point = bench.point(for: [output, input])
    let expected = bench.differences(of: output, by: input, at: point)
    #expect(agree(bench.value(derivative, point), expected), "\(bench.text(derivative))")
  }
}

@Test func whatARangePicksTakesItsPlace() {
  var bench = Bench()
  let n = Sketch.input("v", "n")
  let part = n.slice(.range(start: 1, length: 2))
  let b = Sketch.input("b", "2")
  #expect(bench.slope(einsum("i,i->", part, b), by: n) == "[0; b; zeros(n - 3)]'")
  #expect(bench.slope(part, by: n) == "[zeros(2, 1), eye(2), zeros(2, n - 3)]")
}

/// Zeros of a join never multiply, and what lies beside them goes.
@Test func zerosOfAJoinGo() {
  var bench = Bench()
  let zeros = Sketch { $0.zero(Shape([4])) }
  let padded = a.joined(with: zeros)
  #expect(bench.neat(einsum("i,ij->j", padded, A)) == "a'*A[1:3, :]")
  #expect(bench.neat(einsum("i,i->", padded, x)) == "a'*[x[1]; x[2]; x[3]]")
  #expect(bench.neat(padded - padded) == "zeros(7)'")
}
