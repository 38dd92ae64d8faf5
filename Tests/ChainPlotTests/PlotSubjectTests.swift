import ChainDerivation
import ChainGeometry
import ChainPlot
import Testing

@Suite struct PlotSubjectTests {
  @Test func variablesKeepTheirOrderAndRange() throws {
    let subject = try subject("f(x, y) = x*y\nplot f, y = 0 .. 1, x = -2 .. 2")
    #expect(subject.variables.map(\.name) == ["y", "x"])
    #expect(subject.variables.map(\.range) == [0...1, -2...2])
  }

  @Test func thereIsOneQueryAVariable() throws {
    let subject = try subject("f(x, y) = x*y\nplot f, x = 0 .. 1, y = 0 .. 1")
    #expect(subject.derivation.derivatives.map(\.isSound) == [true, true])
  }

  @Test func aPointIsRememberedAsAskedFor() throws {
    #expect(try subject("f(t) = t\nat t = 1\nplot f, t = 0 .. 3").hasPoint)
    #expect(try !subject("f(t) = t\nplot f, t = 0 .. 3").hasPoint)
  }
}
