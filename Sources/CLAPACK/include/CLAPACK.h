#ifndef CHAINGRAPH_CLAPACK_H
#define CHAINGRAPH_CLAPACK_H

/* The few routines of LAPACK that large matrices need. The library is opened at the first call and
   never linked; without it every call returns -1 and changes nothing.

   A square matrix has n rows of n doubles; whether they are rows or columns does not matter to
   an inverse or a determinant. */

/* Replaces the matrix by its triangular factors with partial pivoting, LAPACK's dgetrf; pivots are
   counted from 1. Returns 0, or a positive number where the matrix is exactly singular. */
int chaingraph_lapack_factor(int n, double *matrix, int *pivots);

/* Replaces the factors by the inverse, LAPACK's dgetri. Returns 0, or a positive number where the
   matrix is exactly singular. */
int chaingraph_lapack_invert(int n, double *factors, const int *pivots);

#endif
