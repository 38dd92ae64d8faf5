#include "CSupport.h"

#ifdef __linux__
#include <malloc.h>
#endif

void chaingraph_keep_memory(void) {
#ifdef __linux__
  // The largest that the allocator takes, and steps of a size that a figure stays within.
  enum { threshold = 32 << 20, step = 1 << 20 };
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, threshold);
  mallopt(M_TOP_PAD, step);
#endif
}
