/* The reference that `make benchmark` measures against: libcmark alone, on one thread, over the files named on standard
   input. It reads each file, parses it with source positions, and frees the tree. */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    static char path[4096];
    static char *buffer;
    static size_t capacity;
    size_t files = 0, bytes = 0;
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        FILE *file = fopen(path, "rb");
        if (!file) { perror(path); return 1; }
        fseek(file, 0, SEEK_END);
        size_t size = (size_t)ftell(file);
        rewind(file);
        if (size > capacity) { capacity = 2 * size; buffer = realloc(buffer, capacity); }
        if (!buffer || fread(buffer, 1, size, file) != size) { perror(path); return 1; }
        fclose(file);
        cmark_node_free(cmark_parse_document(buffer, size, CMARK_OPT_SOURCEPOS));
        files++;
        bytes += size;
    }
    printf("%zu files, %zu bytes\n", files, bytes);
    return 0;
}
