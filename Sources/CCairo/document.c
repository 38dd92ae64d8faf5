#include "document.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "canvas.h"
#include "loading.h"

typedef struct cairo_font_face cairo_font_face_t;
typedef int (*write_function)(void *, const unsigned char *, unsigned);

// Values of Cairo's enumerations, fixed by its binary interface.
enum { status_success = 0, status_write_error = 11 };
enum { metadata_title = 0, metadata_subject = 2, metadata_creation_date = 5 };

static struct {
  cairo_surface_t *(*pdf_create)(write_function, void *, double, double);
  void (*pdf_set_size)(cairo_surface_t *, double, double);
  void (*pdf_set_metadata)(cairo_surface_t *, int, const char *);
  cairo_surface_t *(*ps_create)(write_function, void *, double, double);
  void (*ps_set_eps)(cairo_surface_t *, int);
  void (*ps_comment)(cairo_surface_t *, const char *);
  void (*show_page)(cairo_t *);
  void (*set_font_face)(cairo_t *, cairo_font_face_t *);
  void (*set_font_size)(cairo_t *, double);
  void (*show_text_glyphs)(
      cairo_t *, const char *, int, const ccairo_glyph *, int, const ccairo_cluster *, int, int);
  cairo_font_face_t *(*font_face)(void *, int);
} cairo;

static struct {
  int (*init)(void **);
  int (*new_face)(void *, const char *, long, void **);
  void *library;
} freetype;

static ccairo_document_availability availability;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static bool load_cairo(void) {
  void *library = open_cairo();
  return library && resolve(library, "cairo_pdf_surface_create_for_stream", &cairo.pdf_create)
      && resolve(library, "cairo_pdf_surface_set_size", &cairo.pdf_set_size)
      && resolve(library, "cairo_pdf_surface_set_metadata", &cairo.pdf_set_metadata)
      && resolve(library, "cairo_ps_surface_create_for_stream", &cairo.ps_create)
      && resolve(library, "cairo_ps_surface_set_eps", &cairo.ps_set_eps)
      && resolve(library, "cairo_ps_surface_dsc_comment", &cairo.ps_comment)
      && resolve(library, "cairo_show_page", &cairo.show_page)
      && resolve(library, "cairo_set_font_face", &cairo.set_font_face)
      && resolve(library, "cairo_set_font_size", &cairo.set_font_size)
      && resolve(library, "cairo_show_text_glyphs", &cairo.show_text_glyphs)
      && resolve(library, "cairo_ft_font_face_create_for_ft_face", &cairo.font_face);
}

static bool load_freetype(void) {
#ifdef __APPLE__
  static const char *const names[] = {
      "libfreetype.6.dylib", "/opt/homebrew/lib/libfreetype.6.dylib",
      "/usr/local/lib/libfreetype.6.dylib", "/opt/local/lib/libfreetype.6.dylib", NULL};
#else
  static const char *const names[] = {"libfreetype.so.6", NULL};
#endif
  void *library = open_first(names);
  return library && resolve(library, "FT_Init_FreeType", &freetype.init)
      && resolve(library, "FT_New_Face", &freetype.new_face)
      && freetype.init(&freetype.library) == 0;
}

static void load(void) {
  bool has_cairo = ccairo_load() && load_cairo();
  availability = !has_cairo         ? ccairo_documents_no_cairo
                 : !load_freetype() ? ccairo_documents_no_freetype
                                    : ccairo_documents_available;
}

ccairo_document_availability ccairo_load_documents(void) {
  pthread_once(&loading, load);
  return availability;
}

static int append(void *sink, const unsigned char *data, unsigned length) {
  ccairo_bytes *bytes = sink;
  if (bytes->capacity - bytes->length < length) {
    size_t capacity = 2 * bytes->capacity + length;
    uint8_t *grown = realloc(bytes->data, capacity);
    if (!grown) return status_write_error;
    bytes->data = grown;
    bytes->capacity = capacity;
  }
  memcpy(bytes->data + bytes->length, data, length);
  bytes->length += length;
  return status_success;
}

ccairo_canvas *ccairo_pdf_create(ccairo_bytes *bytes, double width, double height) {
  ccairo_canvas *canvas = malloc(sizeof *canvas);
  if (!canvas) return NULL;
  ccairo_canvas_begin(canvas, cairo.pdf_create(append, bytes, width, height));
  // What is no date takes the date away that Cairo sets by itself.
  cairo.pdf_set_metadata(canvas->surface, metadata_creation_date, "");
  return canvas;
}

ccairo_canvas *ccairo_eps_create(ccairo_bytes *bytes, double width, double height) {
  ccairo_canvas *canvas = malloc(sizeof *canvas);
  if (!canvas) return NULL;
  ccairo_canvas_begin(canvas, cairo.ps_create(append, bytes, width, height));
  cairo.ps_set_eps(canvas->surface, true);
  return canvas;
}

void ccairo_pdf_next_page(ccairo_canvas *canvas, double width, double height) {
  cairo.show_page(canvas->context);
  cairo.pdf_set_size(canvas->surface, width, height);
}

void ccairo_pdf_describe(ccairo_canvas *canvas, const char *title, const char *subject) {
  cairo.pdf_set_metadata(canvas->surface, metadata_title, title);
  cairo.pdf_set_metadata(canvas->surface, metadata_subject, subject);
}

void ccairo_eps_comment(ccairo_canvas *canvas, const char *comment) {
  cairo.ps_comment(canvas->surface, comment);
}

// Cairo keeps faces for as long as it likes, so they are never closed; a run uses few.
struct ccairo_font {
  ccairo_font *next;
  cairo_font_face_t *face;
  char path[];
};

static ccairo_font *fonts;
static pthread_mutex_t fonts_lock = PTHREAD_MUTEX_INITIALIZER;

static ccairo_font *open_font(const char *path) {
  void *face = NULL;
  if (freetype.new_face(freetype.library, path, 0, &face) != 0) return NULL;
  size_t length = strlen(path) + 1;
  ccairo_font *font = malloc(sizeof *font + length);
  if (!font) return NULL;
  memcpy(font->path, path, length);
  font->face = cairo.font_face(face, 0);
  font->next = fonts;
  fonts = font;
  return font;
}

const ccairo_font *ccairo_font_open(const char *path) {
  // FreeType allows one call at a time that opens a face.
  pthread_mutex_lock(&fonts_lock);
  ccairo_font *font = fonts;
  while (font && strcmp(font->path, path) != 0) font = font->next;
  if (!font) font = open_font(path);
  pthread_mutex_unlock(&fonts_lock);
  return font;
}

void ccairo_show_glyphs(
    ccairo_canvas *canvas, const ccairo_font *font, double size, const char *text, int text_length,
    const ccairo_glyph *glyphs, int glyph_count, const ccairo_cluster *clusters,
    int cluster_count) {
  cairo.set_font_face(canvas->context, font->face);
  cairo.set_font_size(canvas->context, size);
  cairo.show_text_glyphs(
      canvas->context, text, text_length, glyphs, glyph_count, clusters, cluster_count, 0);
}
