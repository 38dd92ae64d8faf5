// Drawing documents with Cairo, which is opened when first used.
//
// Cairo brings X11, fontconfig and FreeType with it, which only the writers of PDF and EPS need:
// linked, they would be loaded by every run. The prototypes are our own, so that no header of Cairo
// is needed to build.
#ifndef CHAINGRAPH_CCAIRO_H
#define CHAINGRAPH_CCAIRO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Opens the library if it is not open yet; every other function needs this to have succeeded.
bool ccairo_load(void);

typedef struct ccairo_canvas ccairo_canvas;

/// Completes the drawing and frees the canvas. Returns Cairo's status, 0 for success.
int ccairo_canvas_finish(ccairo_canvas *canvas);

/// Cairo's words for a status; never freed.
const char *ccairo_status_text(int status);

// The current path, in points, y downwards.
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

#pragma clang assume_nonnull end

#endif
