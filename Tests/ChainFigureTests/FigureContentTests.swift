import ChainDerivation
import ChainFigure
import ChainScene
import MathTypesetting
import Testing

@Suite struct FigureContentTests {
  @Test func whatIsNotShownIsNotThere() throws {
    let bare = try drawn(.twoPaths) { $0.show = [] }
    #expect(bare.groups(.panel).isEmpty)
    #expect(bare.groups(.node).count == 4)
    #expect(!bare.formulas.contains { $0.layout.text.contains("0.8") })
  }

  @Test func titleAndFactsAreTheHeader() throws {
    let (scene, _) = try drawn(Sample.twoPaths.derivation, header: FigureHeader(title: "T"))
    #expect(scene.texts(.header).joined().first == "T" && scene.title == "T")
  }

  /// Where no title is given the figure is called by what it shows.
  @Test func aFigureHasANameAnyway() throws {
    #expect(try !drawn(.twoPaths).title.isEmpty)
  }

  @Test func everyNodeIsOneGroup() throws {
    for sample in [Sample.tree, .neuron, .operations] {
      let scene = try drawn(sample)
      let subjects = scene.groups(.node).compactMap { group -> Int? in
        if case .node(let index) = group.subject { index } else { nil }
      }
      #expect(Set(subjects).count == sample.derivation.figure.nodes.count)
    }
  }
}
