import ChainDerivation
import ChainDiagnostics
import ChainReport
import Testing

@Suite struct FigureReportTests {
  @Test func aReportKeepsWhatItIsGiven() {
    let report = square(title: "T", digits: 7)
    #expect(report.title == "T")
    #expect(report.digits == 7)
    #expect(report.spellings.isEmpty && report.diagnostics.isEmpty)
    #expect(report.derivation.figure.nodes.count == 2)
    #expect(report.source.name == "square")
  }
}
