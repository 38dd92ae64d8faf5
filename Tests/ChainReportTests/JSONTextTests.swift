import ChainReport
import Foundation
import Testing

@Suite struct JSONTextTests {
  private func object(_ title: String) throws -> [String: Any] {
    let text = json(of: [square(title: title)])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func title(_ text: String) throws -> String? {
    let figures = try #require(try object(text)["figures"] as? [[String: Any]])
    return figures[0]["title"] as? String
  }

  @Test(arguments: [
    "plain", "a \"quote\"", "back\\slash", "line\nbreak", "tab\there", "\u{1}\u{1F}", "αβ ∂", "🧮",
    "",
  ])
  func everyTextComesBack(text: String) throws {
    #expect(try title(text) == text)
  }

  @Test func levelsAreIndentedByTwo() {
    let lines = json(of: [square()]).split(separator: "\n")
    #expect(lines[0] == "{" && lines[1] == "  \"version\": 1," && lines[2] == "  \"figures\": [")
    #expect(lines.last == "}")
  }

  @Test func noFiguresAreAnEmptyList() throws {
    let text = json(of: [])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["figures"] as? [Any])?.isEmpty == true)
  }
}
