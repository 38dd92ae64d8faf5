// Opening libraries when they are first needed.
#ifndef CHAINGRAPH_CCAIRO_LOADING_H
#define CHAINGRAPH_CCAIRO_LOADING_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

static inline void *open_first(const char *const *names) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static inline void *open_cairo(void) {
#ifdef __APPLE__
  static const char *const names[] = {
      "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "/usr/local/lib/libcairo.2.dylib",
      "/opt/local/lib/libcairo.2.dylib", NULL};
#else
  static const char *const names[] = {"libcairo.so.2", NULL};
#endif
  return open_first(names);
}

// A symbol's address goes into a pointer to a function by way of its bytes, since ISO C has no cast
// from one to the other.
static inline bool resolve(void *library, const char *name, void *function) {
  void *address = dlsym(library, name);
  *(void **)function = address;
  return address != NULL;
}

#endif
