import ChainRendering
import Testing

struct PixelImageTests {
  @Test(
    arguments: [
      (0x0000_0000, 0, 0, 0, 0), (0xFF01_02FE, 1, 2, 254, 255), (0x8080_4000, 255, 128, 0, 128),
      (0x0100_0100, 0, 255, 0, 1), (0x7F10_207F, 32, 64, 255, 127),
    ] as [(UInt32, UInt8, UInt8, UInt8, UInt8)])
  func premultiplicationIsUndone(
    word: UInt32, red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8
  ) {
    let expected = PixelImage.Pixel(red: red, green: green, blue: blue, alpha: alpha)
    #expect(PixelImage.Pixel(premultiplied: word) == expected)
  }
}
