#include "ccairo.h"

#include <pthread.h>
#include <stdlib.h>

#include "canvas.h"
#include "loading.h"

// SVG's default, so that sharp corners look the same in both formats; Cairo's own default is 10.
static const double miter_limit = 4;

static struct {
  int (*surface_status)(cairo_surface_t *);
  void (*surface_finish)(cairo_surface_t *);
  void (*surface_destroy)(cairo_surface_t *);
  cairo_t *(*create)(cairo_surface_t *);
  void (*destroy)(cairo_t *);
  int (*status)(cairo_t *);
  const char *(*status_to_string)(int);
  void (*move_to)(cairo_t *, double, double);
  void (*line_to)(cairo_t *, double, double);
  void (*curve_to)(cairo_t *, double, double, double, double, double, double);
  void (*close_path)(cairo_t *);
  void (*new_path)(cairo_t *);
  void (*set_source_rgba)(cairo_t *, double, double, double, double);
  void (*fill_preserve)(cairo_t *);
  void (*stroke_preserve)(cairo_t *);
  void (*paint)(cairo_t *);
  void (*set_line_width)(cairo_t *, double);
  void (*set_dash)(cairo_t *, const double *, int, double);
  void (*set_miter_limit)(cairo_t *, double);
} cairo;

static bool is_available;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static bool load_cairo(void) {
  void *library = open_cairo();
  return library
      && resolve(library, "cairo_surface_status", &cairo.surface_status)
      && resolve(library, "cairo_surface_finish", &cairo.surface_finish)
      && resolve(library, "cairo_surface_destroy", &cairo.surface_destroy)
      && resolve(library, "cairo_create", &cairo.create)
      && resolve(library, "cairo_destroy", &cairo.destroy)
      && resolve(library, "cairo_status", &cairo.status)
      && resolve(library, "cairo_status_to_string", &cairo.status_to_string)
      && resolve(library, "cairo_move_to", &cairo.move_to)
      && resolve(library, "cairo_line_to", &cairo.line_to)
      && resolve(library, "cairo_curve_to", &cairo.curve_to)
      && resolve(library, "cairo_close_path", &cairo.close_path)
      && resolve(library, "cairo_new_path", &cairo.new_path)
      && resolve(library, "cairo_set_source_rgba", &cairo.set_source_rgba)
      && resolve(library, "cairo_fill_preserve", &cairo.fill_preserve)
      && resolve(library, "cairo_stroke_preserve", &cairo.stroke_preserve)
      && resolve(library, "cairo_paint", &cairo.paint)
      && resolve(library, "cairo_set_line_width", &cairo.set_line_width)
      && resolve(library, "cairo_set_dash", &cairo.set_dash)
      && resolve(library, "cairo_set_miter_limit", &cairo.set_miter_limit);
}

static void load(void) { is_available = load_cairo(); }

bool ccairo_load(void) {
  pthread_once(&loading, load);
  return is_available;
}

void ccairo_canvas_begin(ccairo_canvas *canvas, cairo_surface_t *surface) {
  // Cairo never returns NULL here: on failure it hands out objects that carry the status.
  canvas->surface = surface;
  canvas->context = cairo.create(surface);
  cairo.set_miter_limit(canvas->context, miter_limit);
}

int ccairo_canvas_finish(ccairo_canvas *canvas) {
  int status = cairo.status(canvas->context);
  cairo.destroy(canvas->context);
  cairo.surface_finish(canvas->surface);
  if (!status) status = cairo.surface_status(canvas->surface);
  cairo.surface_destroy(canvas->surface);
  free(canvas);
  return status;
}

const char *ccairo_status_text(int status) { return cairo.status_to_string(status); }

void ccairo_move_to(ccairo_canvas *canvas, double x, double y) {
  cairo.move_to(canvas->context, x, y);
}

void ccairo_line_to(ccairo_canvas *canvas, double x, double y) {
  cairo.line_to(canvas->context, x, y);
}

void ccairo_curve_to(
    ccairo_canvas *canvas, double x1, double y1, double x2, double y2, double x3, double y3) {
  cairo.curve_to(canvas->context, x1, y1, x2, y2, x3, y3);
}

void ccairo_close_path(ccairo_canvas *canvas) { cairo.close_path(canvas->context); }

void ccairo_new_path(ccairo_canvas *canvas) { cairo.new_path(canvas->context); }

void ccairo_set_color(ccairo_canvas *canvas, double red, double green, double blue, double alpha) {
  cairo.set_source_rgba(canvas->context, red, green, blue, alpha);
}

void ccairo_fill(ccairo_canvas *canvas) { cairo.fill_preserve(canvas->context); }

void ccairo_stroke(ccairo_canvas *canvas, double width, const double *dashes, int dash_count) {
  cairo.set_line_width(canvas->context, width);
  cairo.set_dash(canvas->context, dashes, dash_count, 0);
  cairo.stroke_preserve(canvas->context);
}

void ccairo_paint(ccairo_canvas *canvas) { cairo.paint(canvas->context); }
