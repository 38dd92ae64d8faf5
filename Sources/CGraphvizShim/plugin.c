// Our plugin: text layout that knows the texts' sizes, and a renderer that keeps what is drawn.
//
// Headers differ: `boolean` became `bool` in 3.0, Bezier curves lost their arrow arguments in 8.0,
// counts went from int to size_t in 10.0. The type of the slot chooses the function that fits.

#include "session.h"

#include <stdlib.h>

const char cgv_format[] = "chaingraph";

typedef struct gvtextlayout_engine_s text_engine;
typedef struct gvrender_engine_s render_engine;
typedef struct gvdevice_engine_s device_engine;
typedef __typeof__(((text_engine *)0)->textlayout(NULL, NULL)) truth;

// A text is given as the letter `t` and the index of its node: Graphviz would read escapes in it.
static truth measure(textspan_t *span, char **font_path) {
  (void)font_path;
  cgv_session *session = cgv_current;
  cgv_point size = {0, 0};
  if (session && span->str && span->str[0] == 't') {
    size_t node = strtoul(span->str + 1, NULL, 10);
    if (node < session->node_count) size = session->text_sizes[node];
  }
  span->size.x = size.x;
  span->size.y = size.y;
  span->layout = NULL;
  span->free_layout = NULL;
  // The baseline these two give is the same in all versions.
  span->yoffset_layout = span->font->size;
  span->yoffset_centerline = 0;
  return 1;
}

static void keep(GVJ_t *job, cgv_kind kind, const pointf *points, size_t count) {
  cgv_session *session = job->context;
  // A job that an earlier failure left in the queue has no context.
  if (!session || !job->obj) return;
  cgv_object object = CGV_GRAPH;
  int index = 0;
  if (job->obj->type == NODE_OBJTYPE) {
    object = CGV_NODE;
    index = atoi(gv.agnameof(job->obj->u.n) + 1);
  } else if (job->obj->type == EDGE_OBJTYPE) {
    object = CGV_EDGE;
    index = atoi(gv.agnameof(job->obj->u.e) + 1);
  }
  if (!cgv_reserve(session, (void **)&session->points, &session->point_capacity,
                   session->point_count, count, sizeof(cgv_point)) ||
      !cgv_reserve(session, (void **)&session->primitives, &session->primitive_capacity,
                   session->primitive_count, 1, sizeof(cgv_primitive)))
    return;
  session->primitives[session->primitive_count++] =
      (cgv_primitive){kind, object, index, session->point_count, count};
  for (size_t i = 0; i < count; i++)
    session->points[session->point_count++] = (cgv_point){points[i].x, points[i].y};
}

static void keep_ellipse(GVJ_t *job, pointf *points, int filled) {
  (void)filled;
  keep(job, CGV_ELLIPSE, points, 2);
}

static void keep_polygon_int(GVJ_t *job, pointf *points, int count, int filled) {
  (void)filled;
  keep(job, CGV_POLYGON, points, (size_t)count);
}

static void keep_polygon_size(GVJ_t *job, pointf *points, size_t count, int filled) {
  (void)filled;
  keep(job, CGV_POLYGON, points, count);
}

static void keep_line_int(GVJ_t *job, pointf *points, int count) {
  keep(job, CGV_LINE, points, (size_t)count);
}

static void keep_line_size(GVJ_t *job, pointf *points, size_t count) {
  keep(job, CGV_LINE, points, count);
}

static void keep_curve_arrows(
    GVJ_t *job, pointf *points, int count, int arrow_at_start, int arrow_at_end, int filled) {
  (void)arrow_at_start;
  (void)arrow_at_end;
  (void)filled;
  keep(job, CGV_CURVE, points, (size_t)count);
}

static void keep_curve_int(GVJ_t *job, pointf *points, int count, int filled) {
  (void)filled;
  keep(job, CGV_CURVE, points, (size_t)count);
}

static void keep_curve_size(GVJ_t *job, pointf *points, size_t count, int filled) {
  (void)filled;
  keep(job, CGV_CURVE, points, count);
}

// A device with an initialiser keeps Graphviz from opening standard output.
static void ignore(GVJ_t *job) { (void)job; }

static text_engine text = {.textlayout = measure};

static render_engine render = {
    .ellipse = keep_ellipse,
    .polygon = _Generic(((render_engine *)0)->polygon,
        void (*)(GVJ_t *, pointf *, int, int): keep_polygon_int,
        void (*)(GVJ_t *, pointf *, size_t, int): keep_polygon_size),
    .beziercurve = _Generic(((render_engine *)0)->beziercurve,
        void (*)(GVJ_t *, pointf *, int, int, int, int): keep_curve_arrows,
        void (*)(GVJ_t *, pointf *, int, int): keep_curve_int,
        void (*)(GVJ_t *, pointf *, size_t, int): keep_curve_size),
    .polyline = _Generic(((render_engine *)0)->polyline,
        void (*)(GVJ_t *, pointf *, int): keep_line_int,
        void (*)(GVJ_t *, pointf *, size_t): keep_line_size),
};

static device_engine device = {.initialize = ignore, .format = ignore, .finalize = ignore};

// Coordinates then arrive in the layout's own points, and no white page is drawn first.
static gvrender_features_t render_features = {
    .flags = GVRENDER_DOES_TRANSFORM | GVRENDER_Y_GOES_DOWN | GVRENDER_NO_WHITE_BG,
    .color_type = RGBA_BYTE,
};

static gvdevice_features_t device_features = {.default_dpi = {72, 72}};

// Pango's text layout has quality 10; the highest wins.
static gvplugin_installed_t text_types[] = {{0, "textlayout", 1000, &text, NULL}, {0}};
static gvplugin_installed_t render_types[] = {
    {0, "chaingraph", 1, &render, &render_features}, {0}};
static gvplugin_installed_t device_types[] = {
    {0, "chaingraph:chaingraph", 1, &device, &device_features}, {0}};

static gvplugin_api_t apis[] = {
    {API_textlayout, text_types},
    {API_render, render_types},
    {API_device, device_types},
    {0},
};

gvplugin_library_t cgv_plugin_library = {"chaingraph", apis};
