import ChainGraph
import Foundation
import Testing

@Suite struct PictureSizeTests {
  @Test func aPictureFitsTheRoomItIsGiven() throws {
    var settings = FigureSettings()
    settings[.size] = "10x10cm"
    let figure = try #require(Document("f = x^2\ndf/dx\n", settings: settings).figures.first)
    let text = String(decoding: try figure.svg(), as: UTF8.self)
    #expect(text.contains("width=\"283.46pt\""))
  }

  @Test(arguments: ["72x144pt", "1x2in", "25.4x50.8mm", "2.54x5.08cm"])
  func lengthsHaveUnits(size: String) throws {
    var settings = FigureSettings()
    settings[.size] = size
    let figure = try #require(Document("f = x^2\ndf/dx\n", settings: settings).figures.first)
    #expect(String(decoding: try figure.svg(), as: UTF8.self).contains("width=\"72pt\""))
  }

  @Test(arguments: ["", "12", "12x8", "x8cm", "0x8cm", "-1x8cm", "1x2x3cm", "1e9x1cm", "nanx1cm"])
  func whatIsNoSizeIsRefused(size: String) {
    var settings = FigureSettings()
    settings[.size] = size
    #expect(settings.problem(with: .size) != nil)
  }
}
