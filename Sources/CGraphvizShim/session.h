#ifndef CGRAPHVIZ_SESSION_H
#define CGRAPHVIZ_SESSION_H

#include "CGraphvizShim.h"
#include "library.h"

typedef struct {
  bool is_error;
  char *text;
} cgv_report;

struct cgv_session {
  GVC_t *context;
  graph_t *graph;

  node_t **nodes;
  cgv_point *text_sizes;  // one a node; zero for those without text
  size_t node_count, node_capacity, text_capacity;
  edge_t **edges;
  size_t edge_count, edge_capacity;

  cgv_primitive *primitives;
  size_t primitive_count, primitive_capacity;
  cgv_point *points;
  size_t point_count, point_capacity;

  cgv_report *reports;
  size_t report_count, report_capacity;

  size_t rank_count;

  bool is_out_of_memory;
  bool is_laid_out;
  bool succeeded;
};

// The open session: Graphviz's text-layout and error callbacks are given none.
extern cgv_session *cgv_current;

// The format name of the render plugin.
extern const char cgv_format[];
// The text-layout, render and device plugin.
extern gvplugin_library_t cgv_plugin_library;

// Makes room for `extra` more elements; false, and the session marked, when memory ends.
bool cgv_reserve(
    cgv_session *session, void **array, size_t *capacity, size_t count, size_t extra, size_t size);

// The error hook given to Graphviz, which calls it with "Error" or "Warning", ": ", and the text.
int cgv_report_piece(char *piece);

#endif
