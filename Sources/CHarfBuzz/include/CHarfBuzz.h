// Shaping of text by HarfBuzz, which is opened when first used: it brings GLib and FreeType with it,
// and hardly a figure has words that need it.
#ifndef CHAINGRAPH_CHARFBUZZ_H
#define CHAINGRAPH_CHARFBUZZ_H

#include <stdint.h>

/// A glyph and its place, in font units.
typedef struct chaingraph_shaped_glyph {
  uint32_t glyph;
  /// The byte of the text that it begins to show.
  uint32_t cluster;
  int32_t advance, x_offset, y_offset;
} chaingraph_shaped_glyph;

/// Sets `length` bytes of UTF-8 in a font file's first face, from left to right with kerning and
/// without ligatures. Writes `room` glyphs at most. Returns their number, or -1 if the library is not
/// installed or the file cannot be read.
int chaingraph_shape(
    const char *path, const char *text, int length, chaingraph_shaped_glyph *glyphs, int room);

#endif
