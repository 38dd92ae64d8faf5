#ifndef CHAINGRAPH_CYAML_H
#define CHAINGRAPH_CYAML_H

#include <stddef.h>

/* The events of a YAML document, read by libyaml. The library is opened at the first call and never
   linked: a program that reads no YAML does not pay for it. */

typedef enum {
  CHAINGRAPH_YAML_SCALAR,
  CHAINGRAPH_YAML_SEQUENCE_START,
  CHAINGRAPH_YAML_SEQUENCE_END,
  CHAINGRAPH_YAML_MAPPING_START,
  CHAINGRAPH_YAML_MAPPING_END,
  CHAINGRAPH_YAML_END,
  /* What is no YAML, or uses an alias; the text says why. */
  CHAINGRAPH_YAML_PROBLEM,
  CHAINGRAPH_YAML_UNAVAILABLE
} chaingraph_yaml_kind;

typedef struct {
  chaingraph_yaml_kind kind;
  /* A scalar's characters, or the problem; valid until the next call. */
  const char *text;
  size_t length;
  /* Counted from 0. */
  size_t line;
} chaingraph_yaml_event;

typedef struct chaingraph_yaml_reader chaingraph_yaml_reader;

/* Begins to read a text, which must outlive the reader; NULL where memory or libyaml is missing. */
chaingraph_yaml_reader *chaingraph_yaml_open(const char *text, size_t length);

/* The next event; nothing follows an end or a problem. */
chaingraph_yaml_event chaingraph_yaml_next(chaingraph_yaml_reader *reader);

void chaingraph_yaml_close(chaingraph_yaml_reader *reader);

#endif
