// What a set of figures costs in C at the least: graphs read, laid out by Graphviz and written as plain
// SVG in so many processes, with no typesetting. `CLayoutFloor PROCESSES FOLDER FILE.dot …`

#define _GNU_SOURCE
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef __typeof__(((struct gvtextlayout_engine_s *)0)->textlayout(NULL, NULL)) truth;

// Every letter as half as wide as it is high: no font is asked.
static truth measure(textspan_t *span, char **font_path) {
  (void)font_path;
  span->size.x = 0.5 * span->font->size * (double)strlen(span->str);
  span->size.y = 1.2 * span->font->size;
  span->yoffset_layout = span->font->size;
  span->yoffset_centerline = 0.1 * span->font->size;
  span->layout = NULL;
  span->free_layout = NULL;
  return 1;
}

static gvtextlayout_engine_t engine = {measure};
static gvplugin_installed_t engines[] = {{0, "textlayout", 10, &engine, NULL}, {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t apis[] = {{API_textlayout, engines}, {(api_t)0, NULL}};
static gvplugin_library_t plain_text = {"plain", apis};

// The layout plugin beside the library, opened without Graphviz's search for plugins.
static void *dot_layout(void) {
  Dl_info library;
  char path[4096];
  if (!dladdr((void *)gvContext, &library)) return NULL;
  const char *slash = strrchr(library.dli_fname, '/');
  int length = slash ? (int)(slash - library.dli_fname) : 0;
  for (int version = 9; version >= 6; version--) {
    snprintf(path, sizeof path, "%.*s/graphviz/libgvplugin_dot_layout.so.%d", length,
             library.dli_fname, version);
    void *plugin = dlopen(path, RTLD_NOW);
    if (plugin) return dlsym(plugin, "gvplugin_dot_layout_LTX_library");
  }
  return NULL;
}

static void write_label(FILE *file, const textlabel_t *label) {
  if (!label) return;
  for (size_t i = 0; i < (size_t)label->u.txt.nspans; i++)
    fprintf(file, "<text x=\"%.2f\" y=\"%.2f\">%s</text>\n", label->pos.x,
            -label->pos.y + 1.2 * label->fontsize * (double)i, label->u.txt.span[i].str);
}

static void write_edge(FILE *file, Agedge_t *edge) {
  const splines *curves = ED_spl(edge);
  for (size_t i = 0; curves && i < (size_t)curves->size; i++) {
    const bezier *curve = &curves->list[i];
    fprintf(file, "<path d=\"");
    for (size_t k = 0; k < (size_t)curve->size; k++)
      fprintf(file, "%s%.2f,%.2f", k == 0 ? "M" : k == 1 ? "C" : " ", curve->list[k].x,
              -curve->list[k].y);
    fprintf(file, "\"/>\n");
  }
  write_label(file, ED_label(edge));
}

static int draw(GVC_t *context, const char *source, const char *folder) {
  FILE *input = fopen(source, "r");
  Agraph_t *graph = input ? agread(input, NULL) : NULL;
  if (input) fclose(input);
  if (!graph || gvLayout(context, graph, "dot") != 0) return 1;
  const char *slash = strrchr(source, '/');
  char target[4096];
  snprintf(target, sizeof target, "%s/%s.svg", folder, slash ? slash + 1 : source);
  FILE *file = fopen(target, "w");
  if (!file) return 1;
  fprintf(file, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.2f\" height=\"%.2f\">\n",
          GD_bb(graph).UR.x, GD_bb(graph).UR.y);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    fprintf(file, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>\n",
            ND_coord(node).x - ND_lw(node), -ND_coord(node).y - ND_ht(node) / 2,
            ND_lw(node) + ND_rw(node), ND_ht(node));
    write_label(file, ND_label(node));
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
      write_edge(file, edge);
  }
  fprintf(file, "</svg>\n");
  gvFreeLayout(context, graph);
  agclose(graph);
  return fclose(file);
}

int main(int count, char **arguments) {
  if (count < 4) return 64;
  int processes = atoi(arguments[1]), own = 0, failed = 0;
  lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", dot_layout()},
                            {"plain_LTX_library", &plain_text},
                            {NULL, NULL}};
  if (!plugins[0].address) return 1;
  for (int i = 1; i < processes; i++)
    if (fork() == 0) {
      own = i;
      break;
    }
  GVC_t *context = gvContextPlugins(plugins, 0);
  for (int i = 3 + own; i < count; i += processes)
    failed |= draw(context, arguments[i], arguments[2]);
  for (int i = 1, status; own == 0 && i < processes; i++) {
    wait(&status);
    failed |= status;
  }
  fflush(NULL);
  _exit(failed != 0);
}
