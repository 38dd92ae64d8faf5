import ChainGraph
import Foundation
import Testing

/// The grammar for editors against the words of the language.
@Suite struct VocabularyTests {
  private struct Grammar: Decodable {
    struct Rule: Decodable {
      let match: String?
      let patterns: [Rule]?
    }

    let scopeName: String
    let repository: [String: Rule]
  }

  private let grammar: Grammar

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Integrations/vscode/syntaxes/chaingraph.tmLanguage.json")
    grammar = try JSONDecoder().decode(Grammar.self, from: try Data(contentsOf: file))
  }

  /// The words of the first rule of a kind that holds one of them.
  private func words(_ rule: String, with word: String) throws -> Set<String> {
    let rules = try #require(grammar.repository[rule])
    let matches = ([rules] + (rules.patterns ?? [])).compactMap(\.match)
    let lists = matches.flatMap { $0.split(whereSeparator: { "()".contains($0) }) }
      .map { $0.hasPrefix("?:") ? $0.dropFirst(2) : $0 }
      .map { Set($0.split(separator: "|").map(String.init)) }
    return try #require(lists.first { $0.contains(word) })
  }

  @Test func highlightedAreTheWordsOfTheLanguage() throws {
    #expect(grammar.scopeName == "source.chaingraph")
    #expect(try words("statement", with: "plot") == Set(Vocabulary.statements))
    #expect(try words("statement", with: "symmetric") == Set(Vocabulary.properties))
    #expect(try words("statement", with: "secants") == Set(Vocabulary.plotOptions))
    #expect(try words("expression", with: "sin") == Set(Vocabulary.functions))
  }

  @Test func everyWordMeansSomething() {
    #expect(Vocabulary.statements.contains("where") && Vocabulary.functions.contains("softmax"))
    #expect(Vocabulary.properties.contains("positive definite"))
    #expect(Vocabulary.settings.contains("title"))
    #expect(Set(Vocabulary.functions).count == Vocabulary.functions.count)
  }
}
