// What a canvas holds, for the files that make and use one.
#ifndef CHAINGRAPH_CCAIRO_CANVAS_H
#define CHAINGRAPH_CCAIRO_CANVAS_H

#include "ccairo.h"

typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;

struct ccairo_canvas {
  cairo_surface_t *surface;
  cairo_t *context;
};

// Begins to draw on a surface, which the canvas owns from now on.
void ccairo_canvas_begin(ccairo_canvas *canvas, cairo_surface_t *surface);

#endif
