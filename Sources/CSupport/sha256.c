#include "CSupport.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#ifdef __APPLE__

static const char *const library_name = "/usr/lib/libSystem.B.dylib";
static const char *const symbol_names[] = {"CC_SHA256_Init", "CC_SHA256_Update", "CC_SHA256_Final"};
typedef uint32_t length_type;
static const size_t longest_piece = (size_t)1 << 30;

#else

/* nettle 3, whose number as a library is 8, in declarations of our own, so that no header is
   needed. */
static const char *const library_name = "libnettle.so.8";
static const char *const symbol_names[] = {
    "nettle_sha256_init", "nettle_sha256_update", "nettle_sha256_digest"};
typedef size_t length_type;
static const size_t longest_piece = SIZE_MAX;

#endif

/* Larger than the context of either library, which has some 110 bytes. */
typedef struct {
  _Alignas(16) char state[512];
} context;

static struct {
  void (*init)(context *);
#ifdef __APPLE__
  int (*update)(context *, const void *data, length_type length);
  int (*digest)(uint8_t *digest, context *);
#else
  void (*update)(context *, length_type length, const void *data);
  void (*digest)(context *, size_t length, uint8_t *digest);
#endif
  bool usable;
} sha256;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A data pointer becomes a function pointer through memory, as POSIX has it. */
static bool bind_symbol(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void open_library(void) {
  void *library = dlopen(library_name, RTLD_LAZY | RTLD_LOCAL);
  sha256.usable = library && bind_symbol(library, symbol_names[0], &sha256.init) &&
                  bind_symbol(library, symbol_names[1], &sha256.update) &&
                  bind_symbol(library, symbol_names[2], &sha256.digest);
}

bool chaingraph_sha256(const void *data, size_t length, uint8_t digest[CHAINGRAPH_SHA256_SIZE]) {
  pthread_once(&once, open_library);
  if (!sha256.usable) return false;
  context context;
  sha256.init(&context);
  const char *rest = data;
  while (length > 0) {
    size_t piece = length < longest_piece ? length : longest_piece;
#ifdef __APPLE__
    sha256.update(&context, rest, (length_type)piece);
#else
    sha256.update(&context, piece, rest);
#endif
    rest += piece;
    length -= piece;
  }
#ifdef __APPLE__
  sha256.digest(digest, &context);
#else
  sha256.digest(&context, CHAINGRAPH_SHA256_SIZE, digest);
#endif
  return true;
}
