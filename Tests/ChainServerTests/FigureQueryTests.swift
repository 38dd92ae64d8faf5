import ChainServer
import Testing

@Suite struct FigureQueryTests {
  private func arguments(_ path: String, _ query: String) -> [String]? {
    FigureQuery(path: path, query: query)?.arguments
  }

  @Test func knownOptionsBecomeArguments() {
    #expect(arguments("/figures", "") == ["figures"])
    #expect(
      arguments("/png", "number=2&detail=operations&digits=06&show=values,jacobians&bold=yes")
        == [
          "png", "--number", "2", "--detail", "operations", "--digits", "6", "--show",
          "jacobians,values", "--bold",
        ])
    for (name, values) in FigureQuery.choices {
      for value in values { #expect(arguments("/svg", "\(name)=\(value)") != nil) }
    }
  }

  @Test(arguments: [
    "theme=/etc/passwd.yaml", "theme=dark.yaml", "theme=", "font=Latin", "title=x", "at=t%3D1",
    "detail", "detail=Operations", "detail=auto&detail=auto", "number=0", "number=-1",
    "number=10001", "number=1e3", "digits=16", "paths=65", "show=", "show=values,,", "show=all",
    "show=values,values", "bold=no", "--output=x", "output=x", "o=x", "=", "steps=yes",
    "detail=auto%26", "scale=100",
  ]) func everythingElseIsRefused(query: String) {
    #expect(arguments("/svg", query) == nil)
  }

  @Test(arguments: ["/", "/SVG", "/svg/", "//svg", "/../svg", "svg", "/json", "/preview"])
  func onlyFormsAreMade(path: String) {
    #expect(arguments(path, "") == nil)
  }
}
