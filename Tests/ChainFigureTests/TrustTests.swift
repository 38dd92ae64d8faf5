import ChainFigure
import ChainScene
import Testing

struct TrustTests {
  @Test func theMetadataSayHowItWasChecked() throws {
    let metadata = try drawn(.twoPaths).metadata
    #expect(metadata.hasPrefix("d f / d t: checked by central differences at "))
    #expect(metadata.contains("largest relative error"))
  }

  @Test func theCheckIsShownOnlyOnRequest() throws {
    #expect(try drawn(.twoPaths).groups(.note).isEmpty)
    let notes = try drawn(.twoPaths) { $0.show.insert(.check) }.texts(.note).flatMap { $0 }
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("Checked by central differences") == true)
  }

  @Test func kinksAreSaid() throws {
    let notes = try drawn(.kink).texts(.note).flatMap { $0 }
    #expect(
      notes == [
        "At the point, ReLU(x) has a kink; the derivative shown is the convention’s."
      ])
  }
}
