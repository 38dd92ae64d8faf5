import ChainDiagnostics
import ChainSyntax
import Testing

@Suite struct SourceFileTests {
  private func file(_ text: String) -> SourceFile { parse(SourceText(name: "a", text)) }

  @Test func figuresAreSeparatedByThreeHyphens() {
    #expect(file("f = x\n---\ng = x\n---\nh = x").figures.count == 3)
    #expect(file("f = x\n----\ng = x").figures.count == 1)
  }

  @Test func figuresWithoutAnythingAreNone() {
    #expect(file("---\nf = x\n---\n# nothing\n---").figures.count == 1)
  }

  @Test func figuresShareNothing() {
    let figures = file("x : R^2\n---\nf = x").figures
    #expect(figures[0].names.find("f") == nil && figures[1].names.find("f") != nil)
    #expect(figures[0].range.end < figures[1].range.start)
  }
}
