import ChainGraph
import Testing

@Suite struct SourceFormTests {
  @Test func onlyBlanksChange() {
    #expect(SourceForm("f(x)=x^2+1 # square\n").text == "f(x) = x^2 + 1  # square\n")
  }

  @Test func whatCannotBeReadHasNoFormAndAReason() {
    let form = SourceForm("f = (x\n")
    #expect(form.text == nil && form.findings.map(\.id) == ["unclosed-bracket"])
  }

  @Test func settingsAreReadOffTheForm() {
    let form = SourceForm("set theme dark\nf = x\n---\nset theme ours.yaml\ng = x\n")
    #expect(form.values(of: .theme) == ["dark", "ours.yaml"] && form.values(of: .font).isEmpty)
  }

  @Test func plotsAloneAreTold() {
    #expect(SourceForm("f(t) = t\nplot f, t = 0 .. 1\n").hasOnlyPlots)
    #expect(!SourceForm("f(t) = t\nplot f, t = 0 .. 1\ndf/dt\n").hasOnlyPlots)
    #expect(!SourceForm("f = x\n").hasOnlyPlots)
  }
}
