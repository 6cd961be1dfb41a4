/* What both reference programs of `make benchmark` do, on one thread: read each file that is named on standard input, and give it
   to `parse`, which the program defines before it includes this. */
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
        parse(buffer, size, path);
        files++;
        bytes += size;
    }
    printf("%zu files, %zu bytes\n", files, bytes);
    return 0;
}
