import ChainReport
import ExpressionGraph
import Foundation
import Testing

@Suite struct CostJSONTests {
  private func multiplications(_ report: FigureReport) throws -> [String: Any] {
    let data = Data(json(of: [report]).utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let figure = try #require((object?["figures"] as? [[String: Any]])?.first)
    let derivative = try #require((figure["derivatives"] as? [[String: Any]])?.first)
    return try #require(derivative["multiplications"] as? [String: Any])
  }

  @Test func countsAreNumbersWithTheirOrder() throws {
    let counted = try multiplications(twoSteps(7))
    for key in ["paths", "forward", "reverse", "best"] { #expect(counted[key] as? Int == 343) }
    #expect(counted["order"] as? [String] == ["n1"])
    #expect(counted["exact"] as? Bool == true)
    let structured = try #require(counted["structured"] as? [String: Any])
    #expect(structured["forward"] as? Int == 7)
    #expect(counted["sizes"] == nil)
  }

  @Test func countsWithSymbolsAreText() throws {
    let counted = try multiplications(twoSteps(Dimension(symbol: "n")))
    #expect(counted["best"] as? String == "n^3")
    #expect(counted["sizes"] as? [String: Int] == ["n": 1000])
  }
}
