#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // dl_iterate_phdr, sched_getaffinity
#endif

#include "CSupport.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <link.h>
#include <sched.h>
#endif

typedef struct {
  char *buffer;
  size_t capacity, used;
} list;

static void add(list *list, const char *path) {
  // What has no path, such as the kernel's own part of a process, is no file.
  if (!strchr(path, '/')) return;
  size_t length = strlen(path) + 1;
  if (list->used + length <= list->capacity) memcpy(list->buffer + list->used, path, length);
  list->used += length;
}

#ifdef __APPLE__

size_t chaingraph_loaded_count(void) { return _dyld_image_count(); }

static void add_all(list *list) {
  for (uint32_t i = 0; i < _dyld_image_count(); i++) {
    const char *path = _dyld_get_image_name(i);
    // The system's own libraries have names and no files.
    if (path && access(path, F_OK) == 0) add(list, path);
  }
}

int chaingraph_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}

#else

static int take_count(struct dl_phdr_info *info, size_t size, void *count) {
  (void)size;
  *(size_t *)count = (size_t)info->dlpi_adds;
  return 1;
}

size_t chaingraph_loaded_count(void) {
  size_t count = 0;
  dl_iterate_phdr(take_count, &count);
  return count;
}

static int take_name(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  add(context, info->dlpi_name);
  return 0;
}

static void add_all(list *list) {
  char program[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  if (length > 0) {
    program[length] = 0;
    add(list, program);
  }
  dl_iterate_phdr(take_name, list);
}

int chaingraph_processor_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}

#endif

size_t chaingraph_loaded_files(char *buffer, size_t capacity) {
  list list = {buffer, capacity, 0};
  add_all(&list);
  return list.used;
}
