import ChainDiagnostics
import ChainSyntax
import Testing

@Test func spellingsOfOneNameAreOneName() {
  var names = NameTable()
  let greek = names.intern("α₁", at: .init(0, 5))
  #expect(names.intern("alpha_1", at: .init(6, 13)) == greek)
}
