import ChainGraph
import Testing

@Suite struct VersionTests {
  @Test func theTextNamesWhatTheOutputDependsOn() {
    let text = versionText()
    #expect(text.hasPrefix("chaingraph \(versionNumber) (Graphviz "))
    #expect(text.contains("Latin Modern Math"))
  }
}
