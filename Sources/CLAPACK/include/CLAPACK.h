#ifndef CHAINGRAPH_CLAPACK_H
#define CHAINGRAPH_CLAPACK_H

/* The few routines of LAPACK and BLAS that large matrices need. The library is opened at the first
   call and never linked; without it every call returns -1 and changes nothing.

   A square matrix has n rows of n doubles; whether they are rows or columns does not matter to
   an inverse or a determinant. */

/* Replaces the matrix by its triangular factors with partial pivoting, LAPACK's dgetrf; pivots are
   counted from 1. Returns 0, or a positive number where the matrix is exactly singular. */
int chaingraph_lapack_factor(int n, double *matrix, int *pivots);

/* Replaces the factors by the inverse, LAPACK's dgetri. Returns 0, or a positive number where the
   matrix is exactly singular. */
int chaingraph_lapack_invert(int n, double *factors, const int *pivots);

/* A matrix in memory: how far apart its rows and its columns are. One of them is 1, the other at
   least the length of what lies between. */
typedef struct {
  int row, column;
} chaingraph_strides;

/* Adds the product of a matrix of rows × inner and one of inner × columns to the result, BLAS's
   dgemm. Returns 0. */
int chaingraph_blas_add_product(int rows, int columns, int inner, const double *left,
                                chaingraph_strides left_strides, const double *right,
                                chaingraph_strides right_strides, double *result,
                                chaingraph_strides result_strides);

/* Adds the product of a matrix of rows × columns and a vector to the result, whose entries lie as
   far apart as is said, BLAS's dgemv. Returns 0. */
int chaingraph_blas_add_image(int rows, int columns, const double *matrix,
                              chaingraph_strides strides, const double *vector, int vector_stride,
                              double *result, int result_stride);

#endif
