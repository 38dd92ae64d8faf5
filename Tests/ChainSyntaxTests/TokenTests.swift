import ChainDiagnostics
import ChainSyntax
import Testing

/// What tokens ask of the parser, seen by what it says of them.
@Suite struct TokenTests {
  private func ids(_ text: String) -> [String] {
    parse(SourceText(name: "a", text)).figures.first?.diagnostics.map(\.id) ?? []
  }

  @Test(arguments: ["f = (x]", "f = [x)", "f = (x}"])
  func bracketsCloseTheirOwnKind(source: String) {
    #expect(ids(source) == ["mismatched-bracket"])
  }

  @Test(arguments: ["+", "-", "*", "/", ".*", "./", "^", ".^", "⊗"])
  func operatorsNeedAnOperandBehindThem(sign: String) {
    #expect(ids("f = x \(sign)").count == 1)
  }

  @Test(arguments: ["<", "<=", ">", ">=", "==", "!="])
  func comparisonsStandOnlyInCases(sign: String) {
    #expect(
      ids("f = x \(sign) 1") == ["comparison-outside-cases"] || ids("f = x \(sign) 1").count == 1)
    #expect(ids("f = cases(x \(sign) 1, 2, 3)").isEmpty)
  }

  @Test func aBracketOpenIsALineThatGoesOn() {
    #expect(statements("f = [1,\n 2;\n 3, 4]").count == 1)
    #expect(statements("f = 1\n + 2").count == 2)
  }
}
