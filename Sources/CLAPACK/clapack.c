#include "CLAPACK.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { unavailable = -1 };

/* Our own prototypes of the Fortran routines, so that no header is needed to build. */
static struct {
  void (*getrf)(const int *m, const int *n, double *a, const int *lda, int *pivots, int *info);
  void (*getri)(const int *n, double *a, const int *lda, const int *pivots, double *work,
                const int *work_length, int *info);
  int usable;
} lapack;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A data pointer becomes a function pointer through memory, as POSIX has it. */
static int bind_symbol(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void open_library(void) {
  static const char *const names[] = {
      "liblapack.so.3", "libopenblas.so.0",
      "/System/Library/Frameworks/Accelerate.framework/Accelerate"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  lapack.usable = bind_symbol(library, "dgetrf_", &lapack.getrf) &&
                  bind_symbol(library, "dgetri_", &lapack.getri);
}

static int is_usable(void) {
  pthread_once(&once, open_library);
  return lapack.usable;
}

int chaingraph_lapack_factor(int n, double *matrix, int *pivots) {
  if (!is_usable()) return unavailable;
  int info = 0;
  lapack.getrf(&n, &n, matrix, &n, pivots, &info);
  return info;
}

int chaingraph_lapack_invert(int n, double *factors, const int *pivots) {
  if (!is_usable()) return unavailable;
  int length = -1, info = 0;
  double best = 0;
  lapack.getri(&n, factors, &n, pivots, &best, &length, &info);
  if (info != 0) return info;
  length = best < n ? n : (int)best;
  double *work = malloc((size_t)length * sizeof *work);
  if (!work) return unavailable;
  lapack.getri(&n, factors, &n, pivots, work, &length, &info);
  free(work);
  return info;
}
