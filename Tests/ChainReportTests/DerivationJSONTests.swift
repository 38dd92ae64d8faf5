import ChainDiagnostics
import ChainReport
import Foundation
import Testing

@Suite struct DerivationJSONTests {
  private func figure(_ report: FigureReport) throws -> [String: Any] {
    let data = Data(json(of: [report]).utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(object?["version"] as? Int == 1)
    return try #require((object?["figures"] as? [[String: Any]])?.first)
  }

  private func rows(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test func membersAreThoseOfTheContract() throws {
    let figure = try figure(square())
    #expect(
      figure.keys.sorted() == ["derivatives", "diagnostics", "edges", "nodes", "title"])
    let nodes = try rows(figure["nodes"])
    #expect(
      nodes[1].keys.sorted() == [
        "adjoint", "expression", "id", "name", "operation", "shape", "tangent", "value",
      ])
    let edge = try rows(figure["edges"])[0]
    #expect(edge.keys.sorted() == ["from", "id", "jacobian", "to"])
    let jacobian = try #require(edge["jacobian"] as? [String: Any])
    #expect(jacobian.keys.sorted() == ["expression", "latex", "shape", "value"])
    let derivative = try rows(figure["derivatives"])[0]
    #expect(
      derivative.keys.sorted() == [
        "adjoints", "bindings", "check", "expression", "inputShapes", "latex", "multiplications",
        "of", "order", "outputShape", "paths", "products", "tangents", "value", "wrt",
      ])
    let product = try rows(derivative["products"])[0]
    #expect(product.keys.sorted() == ["edges", "expression", "factors", "path", "value"])
    let check = try #require(derivative["check"] as? [String: Any])
    #expect(check.keys.sorted() == ["maxRelativeError", "passed", "points"])
  }

  @Test func numbersAreThoseOfThePoint() throws {
    let figure = try figure(square())
    let nodes = try rows(figure["nodes"])
    #expect((nodes[1]["value"] as? [String: Any])?["data"] as? [Double] == [9])
    #expect((nodes[0]["adjoint"] as? [String: Any])?["data"] as? [Double] == [6])
    #expect(nodes[1]["operation"] as? String == "multiply")
    let derivative = try rows(figure["derivatives"])[0]
    #expect(derivative["expression"] as? String == "2*x")
    #expect(derivative["paths"] as? String == "1")
    #expect(derivative["order"] as? Int == 1)
  }

  @Test func withoutPointThereAreNoNumbers() throws {
    let figure = try figure(square(at: nil))
    for node in try rows(figure["nodes"]) {
      #expect(node["value"] == nil && node["adjoint"] == nil && node["tangent"] == nil)
    }
    let derivative = try rows(figure["derivatives"])[0]
    #expect(derivative["value"] == nil && derivative["adjoints"] == nil)
  }

  @Test func higherOrdersHaveNoProducts() throws {
    let derivative = try rows(figure(square(order: 2))["derivatives"])[0]
    #expect(derivative["products"] == nil)
    #expect(derivative["wrt"] as? [String] == ["x", "x"])
    #expect(derivative["inputShapes"] as? [[Int]] == [[], []])
    #expect((derivative["value"] as? [String: Any])?["data"] as? [Double] == [2])
  }

  /// R^1 serves as a scalar, but its axis counts.
  @Test func aVectorOfOneEntryHasAnAxis() throws {
    let figure = try figure(square(isOneVector: true))
    func shape(_ value: Any?) -> [Int]? { (value as? [String: Any])?["shape"] as? [Int] }
    let nodes = try rows(figure["nodes"])
    #expect(nodes.map { $0["shape"] as? [Int] } == [[1], []])
    #expect(nodes.map { shape($0["value"]) } == [[1], []])
    #expect(nodes.map { shape($0["adjoint"]) } == [[1], []])
    #expect(nodes.map { shape($0["tangent"]) } == [[1, 1], [1]])
    let jacobian = try #require(rows(figure["edges"])[0]["jacobian"] as? [String: Any])
    #expect(jacobian["shape"] as? [Int] == [1] && shape(jacobian["value"]) == [1])
    let derivative = try rows(figure["derivatives"])[0]
    #expect(derivative["inputShapes"] as? [[Int]] == [[1]] && shape(derivative["value"]) == [1])
  }

  @Test func titlesAreQuoted() throws {
    let text = "a \"b\" \\ \n\u{1}é"
    #expect(try figure(square(title: text))["title"] as? String == text)
    #expect(try figure(square())["title"] is NSNull)
  }

  @Test func aFigureHasItsDiagnostics() throws {
    let warning = Diagnostic.warning("kink", "a kink", at: SourceRange(4, 7))
    let row = try rows(figure(square(diagnostics: [warning]))["diagnostics"])[0]
    #expect(row["id"] as? String == "kink")
    #expect(row["line"] as? Int == 1)
    #expect(row["column"] as? Int == 5)
  }

  @Test func veryLargeTensorsAreTheirNorm() throws {
    let derivative = try rows(figure(sum(of: 101))["derivatives"])[0]
    let value = try #require(derivative["value"] as? [String: Any])
    #expect(value["data"] == nil)
    #expect(value["shape"] as? [Int] == [101, 101])
    let norm = try #require(value["norm"] as? Double)
    #expect(abs(norm - 2 * 101.0.squareRoot()) < 1e-12)
  }

  @Test func infinitiesAreStrings() throws {
    let figure = try figure(square(at: .infinity))
    let nodes = try rows(figure["nodes"])
    #expect((nodes[0]["value"] as? [String: Any])?["data"] as? [String] == ["inf"])
  }

  @Test func noFindingsAreAnEmptyList() {
    #expect(json(ofFindings: []) == "{\n  \"version\": 1,\n  \"diagnostics\": []\n}\n")
  }

  @Test func equalReportsAreEqualBytes() {
    #expect(json(of: [square(), sum(of: 3)]) == json(of: [square(), sum(of: 3)]))
  }
}
