import ChainTheme
import Foundation
import Testing

/// The schema that editors check theme files with knows what the program knows.
struct ThemeSchemaTests {
  private static func schema() throws -> [String: Any] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Integrations/theme.schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(object as? [String: Any])
  }

  @Test func itHasTheKeysOfAThemeAndNoOthers() throws {
    let schema = try Self.schema()
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ThemeKey.allCases.map(\.rawValue)))
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test func itsBoundsAreThePrograms() throws {
    let properties = try #require(try Self.schema()["properties"] as? [String: [String: Any]])
    let weight = try #require(properties["line-weight"])
    for (key, step) in [("minimum", -0.01), ("maximum", 0.01)] {
      let bound = try #require(weight[key] as? Double)
      #expect(throws: Never.self) { try theme("line-weight: \(bound)\n") }
      #expect(throws: ThemeError.self) { try theme("line-weight: \(bound + step)\n") }
    }
    let most = try #require(properties["paths"]?["maxItems"] as? Int)
    let colors = { (count: Int) in
      "paths: [" + [String](repeating: "\"#000000\"", count: count).joined(separator: ", ") + "]\n"
    }
    #expect(throws: Never.self) { try theme(colors(most)) }
    #expect(throws: ThemeError.self) { try theme(colors(most + 1)) }
    let bases = try #require(properties["base"]?["enum"] as? [String])
    for base in bases {
      #expect(throws: Never.self) { try theme("base: \(base)\n") }
    }
    #expect(bases.count == ThemeName.allCases.count - 1)
  }

  private func theme(_ yaml: String) throws -> Theme { try Theme(yaml: Array(yaml.utf8)) }
}
