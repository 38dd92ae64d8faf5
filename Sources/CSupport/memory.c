#include "CSupport.h"

#ifdef __linux__
#include <malloc.h>
#endif

void chaingraph_keep_memory(void) {
#ifdef __linux__
  // More than any figure takes, and steps of a size that most stay within.
  enum { threshold = 1 << 30, step = 1 << 20 };
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, threshold);
  mallopt(M_TOP_PAD, step);
#endif
}
