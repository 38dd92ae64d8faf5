import ChainPage
import ExpressionGraph
import Testing

@Suite struct FormulaPictureTests {
  private func html() throws -> String {
    try samplePage { graph, x in graph.elementwise(.sin, x) }
  }

  /// A formula in a line of text is an image with its text for readers.
  @Test func everyPictureHasItsText() throws {
    let pictures = try html().split(separator: "<svg class=\"formula\"").dropFirst()
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let label = String(picture).part(from: "aria-label=\"", to: "\"")
      #expect(label?.isEmpty == false && picture.hasPrefix(" role=\"img\""))
    }
    #expect(pictures.contains { $0.contains("aria-label=\"x\"") })
  }

  /// Sizes in em, so that a formula grows with the text around it.
  @Test func sizesFollowTheText() throws {
    let styles = try html().split(separator: "<svg class=\"formula\"").dropFirst().compactMap {
      String($0).part(from: "style=\"", to: "\"")
    }
    #expect(styles.allSatisfy { $0.contains("em;height:") && $0.contains("vertical-align:-") })
  }
}
