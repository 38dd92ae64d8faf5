#include "CFontconfig.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <strings.h>

/* Our own prototypes of the few calls, so that no header is needed to build. */
typedef struct FcConfig FcConfig;
typedef struct FcPattern FcPattern;
typedef struct FcObjectSet FcObjectSet;
typedef unsigned char FcChar8;
typedef struct FcFontSet {
  int count;
  int capacity;
  FcPattern **fonts;
} FcFontSet;

enum { matched = 0, match_pattern = 0 };

static struct {
  int (*init)(void);
  FcPattern *(*create)(void);
  void (*destroy)(FcPattern *);
  int (*add_string)(FcPattern *, const char *, const FcChar8 *);
  int (*get_string)(const FcPattern *, const char *, int, FcChar8 **);
  int (*substitute)(FcConfig *, FcPattern *, int);
  void (*default_substitute)(FcPattern *);
  FcPattern *(*match)(FcConfig *, FcPattern *, int *);
  FcObjectSet *(*objects_create)(void);
  int (*objects_add)(FcObjectSet *, const char *);
  void (*objects_destroy)(FcObjectSet *);
  FcFontSet *(*list)(FcConfig *, FcPattern *, FcObjectSet *);
  void (*set_destroy)(FcFontSet *);
  int usable;
} fc;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int opened;

/* A data pointer becomes a function pointer through memory, as POSIX has it. */
static int bind_symbol(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void open_library(void) {
  static const char *const names[] = {
      "libfontconfig.so.1", "libfontconfig.1.dylib",
      "/opt/homebrew/lib/libfontconfig.1.dylib", "/usr/local/lib/libfontconfig.1.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  fc.usable = bind_symbol(library, "FcInit", &fc.init) &&
              bind_symbol(library, "FcPatternCreate", &fc.create) &&
              bind_symbol(library, "FcPatternDestroy", &fc.destroy) &&
              bind_symbol(library, "FcPatternAddString", &fc.add_string) &&
              bind_symbol(library, "FcPatternGetString", &fc.get_string) &&
              bind_symbol(library, "FcConfigSubstitute", &fc.substitute) &&
              bind_symbol(library, "FcDefaultSubstitute", &fc.default_substitute) &&
              bind_symbol(library, "FcFontMatch", &fc.match) &&
              bind_symbol(library, "FcObjectSetCreate", &fc.objects_create) &&
              bind_symbol(library, "FcObjectSetAdd", &fc.objects_add) &&
              bind_symbol(library, "FcObjectSetDestroy", &fc.objects_destroy) &&
              bind_symbol(library, "FcFontList", &fc.list) &&
              bind_symbol(library, "FcFontSetDestroy", &fc.set_destroy) && fc.init();
}

/* FcFontMatch always answers with something: only the family asked for counts. */
static int has_family(const FcPattern *font, const char *family) {
  FcChar8 *name = NULL;
  for (int i = 0; fc.get_string(font, "family", i, &name) == matched; i++)
    if (strcasecmp((const char *)name, family) == 0) return 1;
  return 0;
}

static int copy_file(const FcPattern *font, char *path, size_t capacity) {
  FcChar8 *file = NULL;
  if (fc.get_string(font, "file", 0, &file) != matched) return 0;
  size_t length = strlen((const char *)file) + 1;
  if (length > capacity) return 0;
  memcpy(path, file, length);
  return 1;
}

static int find(const char *family, char *path, size_t capacity) {
  FcPattern *wish = fc.create();
  if (!wish) return 0;
  int found = 0, result = 0;
  fc.add_string(wish, "family", (const FcChar8 *)family);
  fc.substitute(NULL, wish, match_pattern);
  fc.default_substitute(wish);
  FcPattern *font = fc.match(NULL, wish, &result);
  if (font) {
    found = has_family(font, family) && copy_file(font, path, capacity);
    fc.destroy(font);
  }
  fc.destroy(wish);
  return found;
}

static void open_once(void) {
  if (opened) return;
  opened = 1;
  open_library();
}

int chaingraph_find_font(const char *family, char *path, size_t capacity) {
  pthread_mutex_lock(&lock);
  open_once();
  int found = fc.usable && find(family, path, capacity);
  pthread_mutex_unlock(&lock);
  return found;
}

static void list(
    void (*visit)(const char *family, const char *path, void *context), void *context) {
  FcPattern *all = fc.create();
  FcObjectSet *facts = fc.objects_create();
  if (all && facts && fc.objects_add(facts, "family") && fc.objects_add(facts, "file")) {
    FcFontSet *set = fc.list(NULL, all, facts);
    for (int i = 0; set && i < set->count; i++) {
      FcChar8 *family = NULL, *file = NULL;
      if (fc.get_string(set->fonts[i], "family", 0, &family) == matched &&
          fc.get_string(set->fonts[i], "file", 0, &file) == matched)
        visit((const char *)family, (const char *)file, context);
    }
    if (set) fc.set_destroy(set);
  }
  if (facts) fc.objects_destroy(facts);
  if (all) fc.destroy(all);
}

void chaingraph_list_fonts(
    void (*visit)(const char *family, const char *path, void *context), void *context) {
  pthread_mutex_lock(&lock);
  open_once();
  if (fc.usable) list(visit, context);
  pthread_mutex_unlock(&lock);
}
