import ChainGraph
import Testing

/// Numbers that papers, books and lectures print beside their graphs.
@Suite struct PublishedNumbersTests {
  @Test func thereAreFourteen() { #expect(PublishedFigure.all.count == 14) }

  @Test(arguments: PublishedFigure.all)
  func nodesEdgesAndTotalsAgree(_ published: PublishedFigure) throws {
    var settings = FigureSettings()
    settings[.detail] = "functions"
    let document = Document(published.source, settings: settings)
    #expect(!document.hasErrors)
    let figure = try #require(try Report(document).figures.first)
    for (name, value) in published.nodes {
      #expect(agree(figure.value(ofNode: name), value, 1e-9), "value of \(name)")
    }
    let names = Dictionary(uniqueKeysWithValues: figure.nodes.map { ($0.id, $0.name) })
    for (edge, value) in published.local {
      let row = figure.edges.first { "\(names[$0.to] ?? "")<-\(names[$0.from] ?? "")" == edge }
      #expect(agree(row?.jacobian.value?.data, value, 1e-9), "edge \(edge)")
    }
    for (input, value) in published.totals {
      let row = try #require(figure.derivatives.first { $0.wrt == [input] })
      #expect(agree(row.value?.data, value, 1e-9), "total by \(input)")
      #expect(row.check.passed && row.check.points > 0)
    }
  }

  @Test(arguments: PublishedFigure.all)
  func productsSumToTheTotal(_ published: PublishedFigure) throws {
    let figure = try #require(try Report(Document(published.source)).figures.first)
    for row in figure.derivatives where Int(row.paths ?? "") == row.products?.count {
      let products = (row.products ?? []).compactMap { $0.value?.data }
      let total = try #require(row.value?.data)
      guard products.allSatisfy({ $0.count == total.count }) else { continue }
      let sum = total.indices.map { index in products.reduce(0) { $0 + $1[index] } }
      #expect(agree(sum, total, 1e-9), "by \(row.wrt)")
    }
  }
}
