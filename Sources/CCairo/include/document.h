// PDF and EPS through Cairo, with text as glyphs of embedded fonts, which FreeType opens.
#ifndef CHAINGRAPH_CCAIRO_DOCUMENT_H
#define CHAINGRAPH_CCAIRO_DOCUMENT_H

#include "ccairo.h"

#pragma clang assume_nonnull begin

/// What `ccairo_load_documents` found.
typedef enum ccairo_document_availability {
  ccairo_documents_available = 0,
  ccairo_documents_no_cairo = 1,
  ccairo_documents_no_freetype = 2,
} ccairo_document_availability;

/// Opens the libraries if they are not open yet; every other function here needs
/// `ccairo_documents_available`.
ccairo_document_availability ccairo_load_documents(void);

/// The bytes of a document as they come; `data` is the caller's to free.
typedef struct ccairo_bytes {
  uint8_t *_Nullable data;
  size_t length;
  size_t capacity;
} ccairo_bytes;

/// A canvas that writes PDF; its page is in points. `bytes` begins empty, must outlive the canvas and
/// is complete once that is finished. No date is written, so that equal drawings give equal bytes.
ccairo_canvas *_Nullable ccairo_pdf_create(ccairo_bytes *bytes, double width, double height);

/// A canvas that writes EPS, of one page.
ccairo_canvas *_Nullable ccairo_eps_create(ccairo_bytes *bytes, double width, double height);

/// Completes a page and gives the next one its size; PDF only.
void ccairo_pdf_next_page(ccairo_canvas *canvas, double width, double height);

/// What a PDF says of itself.
void ccairo_pdf_describe(ccairo_canvas *canvas, const char *title, const char *subject);

/// A comment of the header, such as `%%Title: f`: one line of at most 255 bytes; EPS only.
void ccairo_eps_comment(ccairo_canvas *canvas, const char *comment);

typedef struct ccairo_font ccairo_font;

/// The first face of a font file, opened once in a run and never closed; NULL if it cannot be read.
const ccairo_font *_Nullable ccairo_font_open(const char *path);

/// A glyph of a face and where its origin goes, laid out in memory as Cairo's.
typedef struct ccairo_glyph {
  unsigned long index;
  double x;
  double y;
} ccairo_glyph;

/// How many bytes of the text a number of glyphs stands for, laid out in memory as Cairo's.
typedef struct ccairo_cluster {
  int byte_count;
  int glyph_count;
} ccairo_cluster;

/// Shows glyphs at a size in points, with the UTF-8 text that a reader finds and copies.
void ccairo_show_glyphs(
    ccairo_canvas *canvas, const ccairo_font *font, double size, const char *text, int text_length,
    const ccairo_glyph *glyphs, int glyph_count, const ccairo_cluster *clusters,
    int cluster_count);

#pragma clang assume_nonnull end

#endif
