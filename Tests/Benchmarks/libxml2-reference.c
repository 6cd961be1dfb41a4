/* The reference for HTML in `make benchmark`: libxml2 alone parses each file into a tree, and frees it. */
#include <libxml/HTMLparser.h>
#include <stddef.h>

static void parse(const char *bytes, size_t size, const char *path) {
    xmlFreeDoc(htmlReadMemory(
        bytes, (int)size, path, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING));
}

#include "reference.h"
