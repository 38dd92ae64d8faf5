import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct DocumentWriterTests {
  private func text(_ bytes: [UInt8]) -> String {
    String(bytes.map { Character(Unicode.Scalar($0)) })
  }

  @Test func neitherFormatIsDated() throws {
    #expect(try !text(pdf([everything()])).contains("CreationDate"))
    #expect(try !text(eps(everything())).contains("CreationDate"))
  }

  @Test func aPDFBeginsAsOne() throws {
    #expect(try text(pdf([scene()])).hasPrefix("%PDF-1."))
  }

  @Test func equalScenesGiveEqualBytes() throws {
    #expect(try pdf([everything(), scene()]) == pdf([everything(), scene()]))
    #expect(try eps(everything()) == eps(everything()))
  }

  @Test func anEPSIsOnePageWithABoundingBox() throws {
    let file = text(try eps(scene(title: "α\n%%Oops"), options: DocumentOptions(scale: 2)))
    #expect(file.hasPrefix("%!PS-Adobe-3.0 EPSF-3.0\n"))
    #expect(file.contains("\n%%BoundingBox: 0 0 80 40\n"))
    #expect(file.contains("\n%%Title: ??%%Oops\n"))
  }

  @Test func theBackgroundCanBeLeftOut() throws {
    let opaque = try eps(scene())
    let transparent = try eps(scene(), options: DocumentOptions(transparent: true))
    #expect(text(opaque).contains("1 g\n"))
    #expect(!text(transparent).contains("1 g\n"))
  }

}
