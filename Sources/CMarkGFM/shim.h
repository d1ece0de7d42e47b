#ifndef WAYMARK_CMARK_GFM_SHIM_H
#define WAYMARK_CMARK_GFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
/* The nodes' fields: the functions that read a text copy it first. */
#include <cmark-gfm/node.h>
/* The parser's options: what a page's blocks need, its inlines may not. */
#include <cmark-gfm/parser.h>
#include <cmark-gfm/registry.h>
/* The extensions' fields: what finds autolinks is known to that extension alone. */
#include <cmark-gfm/syntax_extension.h>

/* The library exports the node types of its extensions, but no installed header declares them.
   They are variables, assigned when the extensions are registered; Swift 6 refuses to read a C
   variable and may call a function. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

enum waymark_extension_kind {
  WAYMARK_NOT_AN_EXTENSION,
  WAYMARK_TABLE,
  WAYMARK_TABLE_ROW,
  WAYMARK_TABLE_CELL,
  WAYMARK_STRIKETHROUGH,
};

static inline enum waymark_extension_kind waymark_extension_kind_of(cmark_node_type type) {
  if (type == CMARK_NODE_TABLE_CELL) return WAYMARK_TABLE_CELL;
  if (type == CMARK_NODE_TABLE_ROW) return WAYMARK_TABLE_ROW;
  if (type == CMARK_NODE_TABLE) return WAYMARK_TABLE;
  if (type == CMARK_NODE_STRIKETHROUGH) return WAYMARK_STRIKETHROUGH;
  return WAYMARK_NOT_AN_EXTENSION;
}

#endif
