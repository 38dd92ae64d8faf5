#ifndef CGRAPHVIZ_GRAPHVIZ_H
#define CGRAPHVIZ_GRAPHVIZ_H

// Beside the system's own headers in a folder of their own; elsewhere the compiler is told the folder.
#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#include <graphviz/gvcjob.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>
#include <graphviz/gvplugin_render.h>
#include <graphviz/gvplugin_textlayout.h>
#else
#include <gvc.h>
#include <gvcjob.h>
#include <gvplugin.h>
#include <gvplugin_device.h>
#include <gvplugin_render.h>
#include <gvplugin_textlayout.h>
#endif

#endif
