#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <stdbool.h>
#include <stddef.h>

// One graph, laid out by Graphviz's dot and drawn into memory.
//
// Graphviz keeps global state, so only one session is open at a time in the whole process:
// cgv_open waits for the session before it to be closed. A session belongs to the thread that
// opened it. Order of calls: open, defaults, nodes, edges, ranks, run once, results, close.
typedef struct cgv_session cgv_session;

typedef enum { CGV_GRAPH, CGV_NODE, CGV_EDGE } cgv_object;

typedef enum {
  CGV_POLYGON,  // closed; the corners
  CGV_ELLIPSE,  // the centre and one corner of the rectangle around it
  CGV_CURVE,    // Bezier, 1 + 3k points
  CGV_LINE,     // open; the corners
} cgv_kind;

// In points, y upwards, as Graphviz counts.
typedef struct {
  double x, y;
} cgv_point;

typedef struct {
  cgv_kind kind;
  cgv_object object;
  int index;  // of the node or edge, in the order in which they were added
  size_t first, count;  // its points, among those of cgv_points
} cgv_primitive;

// NULL when Graphviz cannot be loaded or memory ends; `*failure` then says why, as a static text.
// The directory of the dot layout plugin is found beside libgvc unless GVBINDIR names it.
cgv_session *cgv_open(const char **failure);
void cgv_close(cgv_session *session);

// The version Graphviz gives itself; valid until the process ends.
const char *cgv_version(const cgv_session *session);

// The value of an attribute for all nodes, all edges, or the graph.
void cgv_set_default(cgv_session *session, cgv_object object, const char *key, const char *value);
// Returns the node's index.
int cgv_add_node(cgv_session *session);
void cgv_set_node(cgv_session *session, int node, const char *key, const char *value);
// Returns the index of a node that is a text's box of this size, in points.
int cgv_add_text(cgv_session *session, double width, double height);
// Returns the edge's index.
int cgv_add_edge(cgv_session *session, int tail, int head);
void cgv_set_edge(cgv_session *session, int edge, const char *key, const char *value);
// Puts nodes on one rank of their own.
void cgv_set_same_rank(cgv_session *session, const int *nodes, size_t count);

// Lays out and draws; large graphs on a thread with a stack of 8 MB. False when Graphviz
// reported an error or memory ended.
bool cgv_run(cgv_session *session);

// Results; the arrays live until cgv_close.
const cgv_primitive *cgv_primitives(const cgv_session *session, size_t *count);
const cgv_point *cgv_points(const cgv_session *session, size_t *count);
// Where Graphviz's own record of the layout has a node, to hold the drawing against.
cgv_point cgv_node_center(const cgv_session *session, int node);

size_t cgv_message_count(const cgv_session *session);
const char *cgv_message(const cgv_session *session, size_t message);
bool cgv_message_is_error(const cgv_session *session, size_t message);

#endif
