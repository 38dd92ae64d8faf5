#include "CYAML.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Our own declarations of libyaml 0.2, so that no header is needed to build. */
typedef struct { size_t index, line, column; } mark;

typedef struct {
  int error;
  const char *problem;
  size_t problem_offset;
  int problem_value;
  mark problem_mark;
  /* libyaml's own state, larger than any version's. */
  char rest[2048];
} parser;

typedef struct {
  int type;
  union {
    struct {
      unsigned char *anchor, *tag, *value;
      size_t length;
      int plain_implicit, quoted_implicit, style;
    } scalar;
    char rest[64];
  } data;
  /* The marks follow the union at libyaml's size of it; they are read through the parser. */
  char marks[128];
} event;

/* Of yaml_event_type_t. */
enum {
  stream_end = 2,
  alias = 5,
  scalar = 6,
  sequence_start = 7,
  sequence_end = 8,
  mapping_start = 9,
  mapping_end = 10
};

static struct {
  int (*initialize)(parser *);
  void (*set_input_string)(parser *, const unsigned char *input, size_t size);
  int (*parse)(parser *, event *);
  void (*delete_event)(event *);
  void (*delete_parser)(parser *);
  int usable;
} yaml;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A data pointer becomes a function pointer through memory, as POSIX has it. */
static int bind_symbol(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void open_library(void) {
  static const char *const names[] = {
      "libyaml-0.so.2", "libyaml-0.2.dylib", "/opt/homebrew/lib/libyaml-0.2.dylib",
      "/usr/local/lib/libyaml-0.2.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  yaml.usable = bind_symbol(library, "yaml_parser_initialize", &yaml.initialize) &&
                bind_symbol(library, "yaml_parser_set_input_string", &yaml.set_input_string) &&
                bind_symbol(library, "yaml_parser_parse", &yaml.parse) &&
                bind_symbol(library, "yaml_event_delete", &yaml.delete_event) &&
                bind_symbol(library, "yaml_parser_delete", &yaml.delete_parser);
}

struct chaingraph_yaml_reader {
  parser parser;
  event event;
  int has_event;
};

chaingraph_yaml_reader *chaingraph_yaml_open(const char *text, size_t length) {
  pthread_once(&once, open_library);
  if (!yaml.usable) return NULL;
  chaingraph_yaml_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  if (!yaml.initialize(&reader->parser)) {
    free(reader);
    return NULL;
  }
  yaml.set_input_string(&reader->parser, (const unsigned char *)text, length);
  return reader;
}

/* The mark at which an event begins stands behind a union of 48 bytes. */
static size_t start_line(const event *event) {
  mark start;
  memcpy(&start, (const char *)event + 56, sizeof start);
  return start.line;
}

chaingraph_yaml_event chaingraph_yaml_next(chaingraph_yaml_reader *reader) {
  chaingraph_yaml_event result = {CHAINGRAPH_YAML_PROBLEM, "", 0, 0};
  for (;;) {
    if (reader->has_event) yaml.delete_event(&reader->event);
    reader->has_event = 0;
    if (!yaml.parse(&reader->parser, &reader->event)) {
      const char *problem = reader->parser.problem;
      result.text = problem ? problem : "out of memory";
      result.length = strlen(result.text);
      result.line = reader->parser.problem_mark.line;
      return result;
    }
    reader->has_event = 1;
    result.line = start_line(&reader->event);
    switch (reader->event.type) {
    case scalar:
      result.kind = CHAINGRAPH_YAML_SCALAR;
      result.text = (const char *)reader->event.data.scalar.value;
      result.length = reader->event.data.scalar.length;
      return result;
    case sequence_start: result.kind = CHAINGRAPH_YAML_SEQUENCE_START; return result;
    case sequence_end: result.kind = CHAINGRAPH_YAML_SEQUENCE_END; return result;
    case mapping_start: result.kind = CHAINGRAPH_YAML_MAPPING_START; return result;
    case mapping_end: result.kind = CHAINGRAPH_YAML_MAPPING_END; return result;
    case stream_end: result.kind = CHAINGRAPH_YAML_END; return result;
    case alias:
      result.text = "an alias has no place here";
      result.length = strlen(result.text);
      return result;
    }
  }
}

void chaingraph_yaml_close(chaingraph_yaml_reader *reader) {
  if (!reader) return;
  if (reader->has_event) yaml.delete_event(&reader->event);
  yaml.delete_parser(&reader->parser);
  free(reader);
}
