// The door to libcmark (package libcmark-dev), the CommonMark reference parser. Only MarkdownReading opens it.
#ifndef REQUISITE_CCMARK_SHIM_H
#define REQUISITE_CCMARK_SHIM_H

#include <cmark.h>

#endif
