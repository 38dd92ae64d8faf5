#ifndef CHAINGRAPH_CSUPPORT_H
#define CHAINGRAPH_CSUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* SHA-256 of the library nettle, on macOS of the system. The library is opened at the first call and
   never linked: a program that hashes nothing does not pay for it. */

enum { CHAINGRAPH_SHA256_SIZE = 32 };

/* False where the library is missing. */
bool chaingraph_sha256(const void *data, size_t length, uint8_t digest[CHAINGRAPH_SHA256_SIZE]);

/* Lets what is freed be used again rather than given back to the system, which hands memory out page by
   page: an array that grows to tens of megabytes would pay for each size it had. To be called first. */
void chaingraph_keep_memory(void);

/* How many libraries have been loaded into this process since it began. */
size_t chaingraph_loaded_count(void);

/* The program's own file and those of the loaded libraries, each path ended by a NUL; how many bytes
   they are, of which no more than the capacity are written. */
size_t chaingraph_loaded_files(char *buffer, size_t capacity);

/* How many processors this process may use. */
int chaingraph_processor_count(void);

/* Starts a program of these arguments, which end with NULL, that reads what is written to `input` and
   writes what is read from `output`; what it says on standard error is lost. Neither end is ever waited
   for, or inherited by another process. -1 with errno where it cannot be started. */
pid_t chaingraph_start(const char *program, char *const arguments[], int *input, int *output);

#endif
