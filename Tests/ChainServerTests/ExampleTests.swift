import ChainServer
import Testing

@Suite struct ExampleTests {
  @Test func examplesHaveNamesOfTheirOwnAndATitle() {
    let names = Example.all.map(\.name)
    #expect(Set(names).count == names.count && names.first == "chain-rule")
    #expect(Example.all.allSatisfy { !$0.title.isEmpty && $0.text.hasSuffix("\n") })
  }

  @Test func theyAreTextsOfTheLanguage() {
    #expect(Example.all.allSatisfy { $0.text.contains("=") || $0.text.contains(":") })
    #expect(Example.all.first?.text.contains("df/dt") == true)
  }
}
