import ChainElaboration
import Testing

@Suite struct RelationTests {
  @Test(arguments: ["<", "<=", ">", ">=", "==", "!="])
  func everyComparisonReachesTheGraph(sign: String) {
    #expect(body("x : R\nf = cases(x \(sign) 0, 1, x)\ndf/dx").contains(sign))
  }

  @Test(arguments: [("≤", "<="), ("≥", ">="), ("≠", "!=")])
  func unicodeSignsAreTheirTwins(sign: String, twin: String) {
    func body(_ sign: String) -> String {
      ChainElaborationTests.body("x : R\nf = cases(x \(sign) 0, 1, x)\ndf/dx")
    }
    #expect(body(sign) == body(twin))
  }
}
