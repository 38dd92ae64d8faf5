#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // RTLD_DEFAULT, dladdr
#endif

#include "library.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cgv_library gv;

// Versions of the libraries go with those of the headers.
#if defined(__APPLE__)
static const char *const library_names[] = {
    "libgvc.dylib", "/opt/homebrew/lib/libgvc.dylib", "/usr/local/lib/libgvc.dylib"};
static const char *const plugin_names[] = {
    "libgvplugin_dot_layout.8.dylib", "libgvplugin_dot_layout.6.dylib",
    "libgvplugin_dot_layout.dylib"};
#elif defined(GRAPHVIZ_VERSION_MAJOR)  // since 14; both are of other numbers since 13
static const char *const library_names[] = {"libgvc.so.7", "libgvc.so"};
static const char *const plugin_names[] = {
    "libgvplugin_dot_layout.so.8", "libgvplugin_dot_layout.so"};
#else
static const char *const library_names[] = {"libgvc.so.6", "libgvc.so.7", "libgvc.so"};
static const char *const plugin_names[] = {
    "libgvplugin_dot_layout.so.6", "libgvplugin_dot_layout.so.8", "libgvplugin_dot_layout.so"};
#endif

#define COUNT(array) (sizeof(array) / sizeof *(array))

// What libgvc needs is found through it too.
static void *open_library(void) {
  void *library = NULL;
  for (size_t i = 0; i < COUNT(library_names) && !library; i++)
    library = dlopen(library_names[i], RTLD_LAZY | RTLD_LOCAL);
  return library;
}

// A data pointer becomes a function pointer through memory, as POSIX has it.
static bool find(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

bool cgv_load(const char **failure) {
  if (gv.gvContextPlugins) return true;
  *failure = "the library libgvc is not installed (Debian's package libgvc6)";
  // A program that is linked with it has it already.
  void *library = dlsym(RTLD_DEFAULT, "gvContextPlugins") ? RTLD_DEFAULT : open_library();
  if (!dlsym(library, "gvContextPlugins")) return false;
  *failure = "the library libgvc lacks a function of the version this program was built with";
  cgv_library found;
#define CGV_FIND(name) \
  if (!find(library, #name, &found.name)) return false;
  CGV_SYMBOLS(CGV_FIND)
#undef CGV_FIND
  gv = found;
  return true;
}

static bool find_plugin_directory(char directory[PATH_MAX]) {
  const char *override = getenv("GVBINDIR");
  if (override && *override) return snprintf(directory, PATH_MAX, "%s", override) < PATH_MAX;
  Dl_info info;
  void *address;
  memcpy(&address, &gv.gvContextPlugins, sizeof address);
  char library[PATH_MAX];
  if (!dladdr(address, &info) || !realpath(info.dli_fname, library)) return false;
  char *slash = strrchr(library, '/');
  if (!slash) return false;
  *slash = 0;
  return snprintf(directory, PATH_MAX, "%s/graphviz", library) < PATH_MAX;
}

void *cgv_load_dot(void) {
  char directory[PATH_MAX], path[PATH_MAX];
  if (!find_plugin_directory(directory)) return NULL;
  for (size_t i = 0; i < COUNT(plugin_names); i++) {
    if (snprintf(path, sizeof path, "%s/%s", directory, plugin_names[i]) >= PATH_MAX) continue;
    void *library = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    if (library) return dlsym(library, "gvplugin_dot_layout_LTX_library");
  }
  return NULL;
}
