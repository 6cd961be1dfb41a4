/* The reference for HTML in `make benchmark`: libxml2 alone, on one thread, over the files named on standard input. It reads
   each file, parses it into a tree, and frees that. */
#include <libxml/HTMLparser.h>
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
        xmlFreeDoc(htmlReadMemory(buffer, (int)size, path, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING));
        files++;
        bytes += size;
    }
    printf("%zu files, %zu bytes\n", files, bytes);
    return 0;
}
