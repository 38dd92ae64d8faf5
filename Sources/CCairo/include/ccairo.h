// Drawing into memory with Cairo and compressing with zlib, both opened when first used.
//
// Cairo brings X11, fontconfig and freetype with it, which only the writer of pixels needs: linked,
// they would be loaded by every run. The prototypes are our own, so that no header of Cairo is
// needed to build.
#ifndef CHAINGRAPH_CCAIRO_H
#define CHAINGRAPH_CCAIRO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// What `ccairo_load` found.
typedef enum ccairo_availability {
  ccairo_available = 0,
  ccairo_no_cairo = 1,
  ccairo_no_zlib = 2,
} ccairo_availability;

/// Opens the libraries if they are not open yet; every other function needs `ccairo_available`.
ccairo_availability ccairo_load(void);

typedef struct ccairo_canvas ccairo_canvas;

/// A canvas over `width * height` words of the caller, `0xAARRGGBB` premultiplied by opacity, which
/// must outlive it. On an opaque canvas the AA of a word means nothing.
ccairo_canvas *_Nullable ccairo_canvas_create(
    uint32_t *pixels, int width, int height, bool opaque);

/// Completes the drawing and frees the canvas, not the pixels. Returns Cairo's status, 0 for success.
int ccairo_canvas_finish(ccairo_canvas *canvas);

/// Cairo's words for a status; never freed.
const char *ccairo_status_text(int status);

// The current path, in pixels, y downwards.
void ccairo_move_to(ccairo_canvas *canvas, double x, double y);
void ccairo_line_to(ccairo_canvas *canvas, double x, double y);
void ccairo_curve_to(
    ccairo_canvas *canvas, double x1, double y1, double x2, double y2, double x3, double y3);
void ccairo_close_path(ccairo_canvas *canvas);
void ccairo_new_path(ccairo_canvas *canvas);

/// Sets what `fill`, `stroke` and `paint` draw with, each part between 0 and 1, not premultiplied.
void ccairo_set_color(
    ccairo_canvas *canvas, double red, double green, double blue, double alpha);

/// Fills the current path by the nonzero rule and keeps it.
void ccairo_fill(ccairo_canvas *canvas);

/// Strokes the current path and keeps it; no dashes for a solid line.
void ccairo_stroke(
    ccairo_canvas *canvas, double width, const double *_Nullable dashes, int dash_count);

/// Covers the whole canvas.
void ccairo_paint(ccairo_canvas *canvas);

/// Says that all of this memory will be written: the system may then hand it out in large pages,
/// which saves most of the time that a picture's first writing takes. Its contents stay.
void ccairo_expect_writing(void *memory, size_t length);

/// The room that compressing `length` bytes may need.
size_t ccairo_compress_bound(size_t length);

/// Compresses into `target`, which has room for `*target_length` bytes, and sets that to the bytes
/// written. Returns whether it succeeded.
bool ccairo_compress(
    uint8_t *target, size_t *target_length, const uint8_t *source, size_t length, int level);

/// The CRC-32 of PNG chunks, continued from `crc`, which is 0 at the start.
uint32_t ccairo_crc32(uint32_t crc, const uint8_t *_Nullable bytes, size_t length);

#pragma clang assume_nonnull end

#endif
