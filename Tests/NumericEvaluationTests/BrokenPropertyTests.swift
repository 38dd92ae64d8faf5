import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct BrokenPropertyTests {
  @Test(arguments: [
    ([1.0, 2, 3, 4], Properties.symmetric), ([1, 2, 2, 1], .positiveDefinite),
    ([1, 0, 3, 4], .diagonal), ([1, 1, 1, 1], .orthogonal), ([1, 2, 2, 4], .invertible),
    ([1, 2, 0, 4], .positive),
  ])
  func aValueThatLacksAPropertyIsNoticed(entries: [Double], property: Properties) {
    #expect(Tensor(shape: [2, 2], data: entries).brokenProperty(property) == property)
  }

  @Test(arguments: [
    ([2.0, 1, 1, 3], Properties([.symmetric, .positiveDefinite, .invertible, .positive])),
    ([2, 0, 0, -3], Properties([.diagonal, .symmetric])), ([0.6, -0.8, 0.8, 0.6], .orthogonal),
    ([0.7071, 0.7071, -0.7071, 0.7071], .orthogonal), ([1, 2, 3, 4], Properties()),
  ])
  func aValueWithItsPropertiesIsFine(entries: [Double], properties: Properties) {
    #expect(Tensor(shape: [2, 2], data: entries).brokenProperty(properties) == nil)
  }
}
