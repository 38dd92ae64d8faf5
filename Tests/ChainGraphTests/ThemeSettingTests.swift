import ChainGraph
import Testing

@Suite struct ThemeSettingTests {
  private func problem(_ value: String, file: String? = nil) -> String? {
    var settings = FigureSettings()
    settings.readFile = { _ in file.map { Array($0.utf8) } }
    settings[.theme] = value
    return settings.problem(with: .theme)
  }

  @Test(arguments: ["light", "dark", "print", "auto"])
  func themesHaveTheirNames(name: String) {
    #expect(problem(name) == nil)
  }

  @Test func anotherNameIsNone() throws {
    #expect(try #require(problem("drak")).contains("drak"))
  }

  @Test func aFileIsReadAndItsFaultsAreTold() throws {
    #expect(problem("ours.yaml", file: "base: dark\n") == nil)
    #expect(try #require(problem("ours.yaml", file: "text: nocolor\n")).contains("ours.yaml"))
    #expect(try #require(problem("ours.yaml")).contains("cannot be read"))
  }
}
