import NumericEvaluation
import Testing

@Suite struct TensorTests {
  @Test func theLastAxisRunsFastest() {
    let tensor = Tensor(shape: [2, 3], data: [1, 2, 3, 4, 5, 6])
    #expect(tensor[4] == 5)
    #expect(tensor.count == 6)
    #expect(tensor.scalar == nil)
  }

  @Test func aScalarHasNoAxes() {
    #expect(Tensor(7).shape == [])
    #expect(Tensor(7).scalar == 7)
    #expect(Tensor([7]).scalar == 7)
    #expect(Tensor(repeating: 2, shape: [2, 2]).data == [2, 2, 2, 2])
    #expect(Tensor(repeating: 2, shape: [0, 2]).data == [])
  }

  @Test func normsAndFiniteness() {
    #expect(Tensor([3, -4]).norm == 5)
    #expect(Tensor([3, -4]).largestMagnitude == 4)
    #expect(Tensor([]).norm == 0)
    #expect(isClose(Tensor([3e200, -4e200]).norm, 5e200))
    #expect(Tensor([1, .infinity]).isFinite == false)
    #expect(Tensor([1, .nan]).largestMagnitude.isNaN)
    #expect(Tensor([1, 2]).isFinite)
  }
}
