/// Rows of pixels, the top row first.
package struct PixelImage: Sendable {
  package let width: Int
  package let height: Int
  /// A pixel each, row by row: `0xAARRGGBB`, the colours premultiplied by the opacity.
  let words: [UInt32]

  /// A pixel's parts between 0 and 255, not premultiplied.
  package struct Pixel: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8
    package let alpha: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
      self.red = red
      self.green = green
      self.blue = blue
      self.alpha = alpha
    }

    /// Undoes the premultiplication of a word, rounding to the nearest.
    package init(premultiplied word: UInt32) {
      let alpha = word >> 24
      func part(_ shift: UInt32) -> UInt8 {
        alpha == 0 ? 0 : UInt8(min(255, ((word >> shift & 0xFF) * 255 + alpha / 2) / alpha))
      }
      self.init(red: part(16), green: part(8), blue: part(0), alpha: UInt8(alpha))
    }
  }

  /// The pixel in a column and a row, counted from the upper left corner.
  package subscript(x: Int, y: Int) -> Pixel {
    Pixel(premultiplied: words[y * width + x])
  }
}
