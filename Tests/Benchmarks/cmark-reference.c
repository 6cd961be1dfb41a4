/* The reference for Markdown in `make benchmark`: libcmark alone parses each file with source positions, and frees the tree. */
#include <cmark.h>
#include <stddef.h>

static void parse(const char *bytes, size_t size, const char *path) {
    (void)path;
    cmark_node_free(cmark_parse_document(bytes, size, CMARK_OPT_SOURCEPOS));
}

#include "reference.h"
