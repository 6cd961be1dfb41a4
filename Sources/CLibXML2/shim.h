// The door to libxml2 (package libxml2-dev) and its HTML parser. Only HTMLReading opens it.
#ifndef REQUISITE_CLIBXML2_SHIM_H
#define REQUISITE_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// xmlFree is a global function pointer, which Swift 6 takes for shared mutable state.
static inline void requisite_xml_free(void *pointer) { xmlFree(pointer); }

#endif
