#ifndef CGRAPHVIZ_LIBRARY_H
#define CGRAPHVIZ_LIBRARY_H

#include <stdbool.h>

#include "graphviz.h"

// What is used of Graphviz. It is found when the first session opens, so that a program that draws
// nothing need not load it; types and prototypes are the headers'.
#define CGV_SYMBOLS(use)                                                                          \
  use(agattr) use(agclose) use(agedge) use(agerrors) use(agnameof) use(agnode) use(agopen)        \
  use(agreseterrors) use(agsafeset) use(agseterr) use(agseterrf) use(agsubg) use(agsubnode)       \
  use(Agdirected) use(gvContextPlugins) use(gvcVersion) use(gvFreeLayout) use(gvLayout)           \
  use(gvRenderContext)

#define CGV_POINTER(name) __typeof__(name) *name;
typedef struct {
  CGV_SYMBOLS(CGV_POINTER)
} cgv_library;
#undef CGV_POINTER

extern cgv_library gv;

// Finds all of it, once; false with a static text that says what is missing.
bool cgv_load(const char **failure);

// Graphviz's dot layout, found beside the library unless GVBINDIR names its directory; NULL without.
void *cgv_load_dot(void);

#endif
