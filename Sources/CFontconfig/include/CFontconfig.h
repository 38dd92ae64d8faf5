#ifndef CHAINGRAPH_CFONTCONFIG_H
#define CHAINGRAPH_CFONTCONFIG_H

#include <stddef.h>

/* Finds the file of the installed font family of exactly this name (case aside).
   Fontconfig is opened at the first call and never linked; without it nothing is found.
   Writes a terminated path and returns 1, or returns 0 and leaves `path` untouched. */
int chaingraph_find_font(const char *family, char *path, size_t capacity);

/* Calls `visit` with family and file of every installed font, in no order and with repetitions. */
void chaingraph_list_fonts(
    void (*visit)(const char *family, const char *path, void *context), void *context);

#endif
