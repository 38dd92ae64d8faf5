#include "session.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cgv_session *cgv_current;

// Graphviz's state is global: this lock is held from cgv_open to cgv_close.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// Made once and kept: a context costs a fresh plugin list, and the symbols must outlive it.
static GVC_t *shared_context;
static lt_symlist_t symbols[3];

static GVC_t *make_context(const char **failure) {
  if (!cgv_load(failure)) return NULL;
  void *dot = cgv_load_dot();
  if (!dot) {
    *failure = "the plugin libgvplugin_dot_layout was not found beside libgvc; "
               "the environment variable GVBINDIR can name its directory";
    return NULL;
  }
  symbols[0] = (lt_symlist_t){"gvplugin_chaingraph_LTX_library", &cgv_plugin_library};
  symbols[1] = (lt_symlist_t){"gvplugin_dot_layout_LTX_library", dot};
  // Without demand loading no configuration is read and no other plugin is opened.
  GVC_t *context = gv.gvContextPlugins(symbols, 0);
  if (!context) *failure = "a context could not be made";
  return context;
}

cgv_session *cgv_open(const char **failure) {
  pthread_mutex_lock(&lock);
  if (!shared_context) shared_context = make_context(failure);
  cgv_session *session = shared_context ? calloc(1, sizeof *session) : NULL;
  if (session) {
    session->context = shared_context;
    session->graph = gv.agopen("G", *gv.Agdirected, NULL);
  } else if (shared_context) {
    *failure = "memory ended";
  }
  if (!session) {
    pthread_mutex_unlock(&lock);
    return NULL;
  }
  cgv_current = session;
  gv.agreseterrors();
  gv.agseterr(AGWARN);
  gv.agseterrf(cgv_report_piece);
  return session;
}

void cgv_close(cgv_session *session) {
  // A layout must be freed before its graph is.
  if (session->is_laid_out) gv.gvFreeLayout(session->context, session->graph);
  gv.agclose(session->graph);
  gv.agseterrf(NULL);
  cgv_current = NULL;
  for (size_t i = 0; i < session->report_count; i++) free(session->reports[i].text);
  free(session->reports);
  free(session->primitives);
  free(session->points);
  free(session->text_sizes);
  free(session->nodes);
  free(session->edges);
  free(session);
  pthread_mutex_unlock(&lock);
}

const char *cgv_version(const cgv_session *session) { return gv.gvcVersion(session->context); }

bool cgv_reserve(
    cgv_session *session, void **array, size_t *capacity, size_t count, size_t extra,
    size_t size) {
  if (count + extra <= *capacity) return true;
  size_t larger = *capacity * 2 + extra + 16;
  void *moved = realloc(*array, larger * size);
  if (!moved) {
    session->is_out_of_memory = true;
    return false;
  }
  *array = moved;
  *capacity = larger;
  return true;
}

static int object_kind(cgv_object object) {
  switch (object) {
    case CGV_NODE: return AGNODE;
    case CGV_EDGE: return AGEDGE;
    case CGV_GRAPH: break;
  }
  return AGRAPH;
}

void cgv_set_default(
    cgv_session *session, cgv_object object, const char *key, const char *value) {
  gv.agattr(session->graph, object_kind(object), (char *)key, (char *)value);
}

int cgv_add_node(cgv_session *session) {
  if (!cgv_reserve(session, (void **)&session->nodes, &session->node_capacity,
                   session->node_count, 1, sizeof(node_t *)) ||
      !cgv_reserve(session, (void **)&session->text_sizes, &session->text_capacity,
                   session->node_count, 1, sizeof(cgv_point)))
    return 0;
  char name[24];
  snprintf(name, sizeof name, "n%zu", session->node_count);
  session->nodes[session->node_count] = gv.agnode(session->graph, name, 1);
  session->text_sizes[session->node_count] = (cgv_point){0, 0};
  return (int)session->node_count++;
}

int cgv_add_text(cgv_session *session, double width, double height) {
  int node = cgv_add_node(session);
  if (session->is_out_of_memory) return node;
  session->text_sizes[node] = (cgv_point){width, height};
  char name[24];
  snprintf(name, sizeof name, "t%d", node);
  cgv_set_node(session, node, "label", name);
  cgv_set_node(session, node, "shape", "box");
  // The box is then as large as the text and no larger; these are the least that are allowed.
  cgv_set_node(session, node, "fixedsize", "false");
  cgv_set_node(session, node, "margin", "0");
  cgv_set_node(session, node, "width", "0.01");
  cgv_set_node(session, node, "height", "0.01");
  return node;
}

void cgv_set_node(cgv_session *session, int node, const char *key, const char *value) {
  if (node < 0 || (size_t)node >= session->node_count) return;
  gv.agsafeset(session->nodes[node], (char *)key, (char *)value, "");
}

int cgv_add_edge(cgv_session *session, int tail, int head) {
  size_t count = session->edge_count;
  if (tail < 0 || (size_t)tail >= session->node_count || head < 0 ||
      (size_t)head >= session->node_count ||
      !cgv_reserve(session, (void **)&session->edges, &session->edge_capacity, count, 1,
                   sizeof(edge_t *)))
    return 0;
  char name[24];
  snprintf(name, sizeof name, "e%zu", count);
  session->edges[count] =
      gv.agedge(session->graph, session->nodes[tail], session->nodes[head], name, 1);
  return (int)session->edge_count++;
}

void cgv_set_edge(cgv_session *session, int edge, const char *key, const char *value) {
  if (edge < 0 || (size_t)edge >= session->edge_count) return;
  gv.agsafeset(session->edges[edge], (char *)key, (char *)value, "");
}

void cgv_set_same_rank(cgv_session *session, const int *nodes, size_t count) {
  char name[24];
  snprintf(name, sizeof name, "r%zu", session->rank_count++);
  graph_t *group = gv.agsubg(session->graph, name, 1);
  gv.agsafeset(group, "rank", "same", "");
  for (size_t i = 0; i < count; i++)
    if (nodes[i] >= 0 && (size_t)nodes[i] < session->node_count)
      gv.agsubnode(group, session->nodes[nodes[i]], 1);
}

int cgv_report_piece(char *piece) {
  cgv_session *session = cgv_current;
  if (!session) return 0;
  bool is_error = strcmp(piece, "Error") == 0;
  if (is_error || strcmp(piece, "Warning") == 0) {
    if (cgv_reserve(session, (void **)&session->reports, &session->report_capacity,
                    session->report_count, 1, sizeof(cgv_report)))
      session->reports[session->report_count++] = (cgv_report){is_error, NULL};
    return 0;
  }
  if (session->report_count == 0 || strcmp(piece, ": ") == 0) return 0;
  cgv_report *report = &session->reports[session->report_count - 1];
  size_t old = report->text ? strlen(report->text) : 0, added = strlen(piece);
  char *text = realloc(report->text, old + added + 1);
  if (!text) return 0;
  memcpy(text + old, piece, added + 1);
  report->text = text;
  return 0;
}

// dot recurses as deep as the graph. Half a megabyte, the least a thread has, is enough for a chain
// of 2,000 nodes and not for one of 10,000. A thread of its own costs 0.2 ms.
static const size_t small_graph = 500;

static void *lay_out_and_draw(void *argument) {
  cgv_session *session = argument;
  int status = gv.gvLayout(session->context, session->graph, "dot");
  session->is_laid_out = status == 0;
  // Drawing without a layout would leave a job in Graphviz's queue; gvLayout gives 0 on errors.
  if (status == 0 && gv.agerrors() < AGERR)
    status = gv.gvRenderContext(session->context, session->graph, cgv_format, session);
  session->succeeded = status == 0 && gv.agerrors() < AGERR && !session->is_out_of_memory;
  return NULL;
}

bool cgv_run(cgv_session *session) {
  if (session->is_out_of_memory || session->is_laid_out) return false;
  if (session->node_count <= small_graph) {
    lay_out_and_draw(session);
    return session->succeeded;
  }
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
  int status = pthread_create(&thread, &attributes, lay_out_and_draw, session);
  pthread_attr_destroy(&attributes);
  if (status != 0) return false;
  pthread_join(thread, NULL);
  return session->succeeded;
}

const cgv_primitive *cgv_primitives(const cgv_session *session, size_t *count) {
  *count = session->primitive_count;
  return session->primitives;
}

const cgv_point *cgv_points(const cgv_session *session, size_t *count) {
  *count = session->point_count;
  return session->points;
}

cgv_point cgv_node_center(const cgv_session *session, int node) {
  if (!session->is_laid_out || node < 0 || (size_t)node >= session->node_count)
    return (cgv_point){0, 0};
  pointf center = ND_coord(session->nodes[node]);
  return (cgv_point){center.x, center.y};
}

size_t cgv_message_count(const cgv_session *session) { return session->report_count; }

const char *cgv_message(const cgv_session *session, size_t message) {
  const char *text = session->reports[message].text;
  return text ? text : "";
}

bool cgv_message_is_error(const cgv_session *session, size_t message) {
  return session->reports[message].is_error;
}
