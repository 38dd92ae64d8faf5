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

static struct {
  void (*gemm)(const char *left, const char *right, const int *m, const int *n, const int *k,
               const double *alpha, const double *a, const int *lda, const double *b,
               const int *ldb, const double *beta, double *c, const int *ldc);
  void (*gemv)(const char *form, const int *m, const int *n, const double *alpha, const double *a,
               const int *lda, const double *x, const int *incx, const double *beta, double *y,
               const int *incy);
  int usable;
} blas;

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
  blas.usable = bind_symbol(library, "dgemm_", &blas.gemm) &&
                bind_symbol(library, "dgemv_", &blas.gemv);
}

static int is_usable(void) {
  pthread_once(&once, open_library);
  return lapack.usable;
}

static int has_blas(void) {
  pthread_once(&once, open_library);
  return blas.usable;
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

/* BLAS goes down columns: what lies row by row is to it the transpose. */
static char form(chaingraph_strides strides) { return strides.row == 1 ? 'N' : 'T'; }

static int distance(chaingraph_strides strides) {
  return strides.row == 1 ? strides.column : strides.row;
}

int chaingraph_blas_add_product(int rows, int columns, int inner, const double *left,
                                chaingraph_strides left_strides, const double *right,
                                chaingraph_strides right_strides, double *result,
                                chaingraph_strides result_strides) {
  if (!has_blas()) return unavailable;
  if (result_strides.row != 1) {
    /* Cᵀ = BᵀAᵀ lies down columns where C lies along rows. */
    chaingraph_strides a = {right_strides.column, right_strides.row};
    chaingraph_strides b = {left_strides.column, left_strides.row};
    chaingraph_strides c = {result_strides.column, result_strides.row};
    return chaingraph_blas_add_product(columns, rows, inner, right, a, left, b, result, c);
  }
  const double one = 1;
  const char forms[] = {form(left_strides), form(right_strides)};
  const int lda = distance(left_strides), ldb = distance(right_strides);
  blas.gemm(&forms[0], &forms[1], &rows, &columns, &inner, &one, left, &lda, right, &ldb, &one,
            result, &result_strides.column);
  return 0;
}

int chaingraph_blas_add_image(int rows, int columns, const double *matrix,
                              chaingraph_strides strides, const double *vector, int vector_stride,
                              double *result, int result_stride) {
  if (!has_blas()) return unavailable;
  const double one = 1;
  const char how = form(strides);
  const int lda = distance(strides);
  const int down = how == 'N' ? rows : columns, across = how == 'N' ? columns : rows;
  blas.gemv(&how, &down, &across, &one, matrix, &lda, vector, &vector_stride, &one, result,
            &result_stride);
  return 0;
}
