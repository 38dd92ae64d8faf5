#include "CHarfBuzz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

// What HarfBuzz's binary interface fixes.
typedef struct {
  uint32_t tag, value;
  unsigned start, end;
} feature;

typedef struct {
  uint32_t glyph, mask, cluster, reserved[2];
} glyph_info;

typedef struct {
  int32_t x_advance, y_advance, x_offset, y_offset;
  uint32_t reserved;
} glyph_position;

enum { left_to_right = 4 };

static struct {
  void *(*blob_create)(const char *);
  void (*blob_destroy)(void *);
  void *(*face_create)(void *, unsigned);
  unsigned (*face_upem)(void *);
  void (*face_destroy)(void *);
  void *(*font_create)(void *);
  void (*font_set_scale)(void *, int, int);
  void (*font_destroy)(void *);
  void *(*buffer_create)(void);
  void (*buffer_add)(void *, const char *, int, unsigned, int);
  void (*buffer_guess)(void *);
  void (*buffer_set_direction)(void *, int);
  glyph_info *(*buffer_infos)(void *, unsigned *);
  glyph_position *(*buffer_positions)(void *, unsigned *);
  void (*buffer_destroy)(void *);
  void (*shape)(void *, void *, const feature *, unsigned);
} hb;

static bool is_available;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

// A symbol's address goes into a pointer to a function by way of its bytes, since ISO C has no cast
// from one to the other.
static bool resolve(void *library, const char *name, void *function) {
  void *address = dlsym(library, name);
  *(void **)function = address;
  return address != NULL;
}

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {
      "libharfbuzz.0.dylib", "/opt/homebrew/lib/libharfbuzz.0.dylib",
      "/usr/local/lib/libharfbuzz.0.dylib", "/opt/local/lib/libharfbuzz.0.dylib", NULL};
#else
  static const char *const names[] = {"libharfbuzz.so.0", NULL};
#endif
  void *library = NULL;
  for (size_t i = 0; !library && names[i]; i++) library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  is_available = library
      && resolve(library, "hb_blob_create_from_file_or_fail", &hb.blob_create)
      && resolve(library, "hb_blob_destroy", &hb.blob_destroy)
      && resolve(library, "hb_face_create", &hb.face_create)
      && resolve(library, "hb_face_get_upem", &hb.face_upem)
      && resolve(library, "hb_face_destroy", &hb.face_destroy)
      && resolve(library, "hb_font_create", &hb.font_create)
      && resolve(library, "hb_font_set_scale", &hb.font_set_scale)
      && resolve(library, "hb_font_destroy", &hb.font_destroy)
      && resolve(library, "hb_buffer_create", &hb.buffer_create)
      && resolve(library, "hb_buffer_add_utf8", &hb.buffer_add)
      && resolve(library, "hb_buffer_guess_segment_properties", &hb.buffer_guess)
      && resolve(library, "hb_buffer_set_direction", &hb.buffer_set_direction)
      && resolve(library, "hb_buffer_get_glyph_infos", &hb.buffer_infos)
      && resolve(library, "hb_buffer_get_glyph_positions", &hb.buffer_positions)
      && resolve(library, "hb_buffer_destroy", &hb.buffer_destroy)
      && resolve(library, "hb_shape", &hb.shape);
}

int chaingraph_shape(
    const char *path, const char *text, int length, chaingraph_shaped_glyph *glyphs, int room) {
  pthread_once(&loading, load);
  void *blob = is_available ? hb.blob_create(path) : NULL;
  if (!blob) return -1;
  void *face = hb.face_create(blob, 0);
  hb.blob_destroy(blob);
  void *font = hb.font_create(face);
  int units = (int)hb.face_upem(face);
  hb.font_set_scale(font, units, units);
  void *buffer = hb.buffer_create();
  hb.buffer_add(buffer, text, length, 0, length);
  hb.buffer_guess(buffer);
  hb.buffer_set_direction(buffer, left_to_right);
  const feature no_ligatures = {
      (uint32_t)'l' << 24 | (uint32_t)'i' << 16 | (uint32_t)'g' << 8 | 'a', 0, 0, (unsigned)-1};
  hb.shape(font, buffer, &no_ligatures, 1);
  unsigned total = 0;
  const glyph_info *infos = hb.buffer_infos(buffer, &total);
  const glyph_position *positions = hb.buffer_positions(buffer, &total);
  int count = total < (unsigned)room ? (int)total : room;
  for (int i = 0; i < count; i++)
    glyphs[i] = (chaingraph_shaped_glyph){
        infos[i].glyph, infos[i].cluster, positions[i].x_advance, positions[i].x_offset,
        positions[i].y_offset};
  hb.buffer_destroy(buffer);
  hb.font_destroy(font);
  hb.face_destroy(face);
  return count;
}
