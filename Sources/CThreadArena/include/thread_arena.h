// Memory for one parse: taken from a few large chunks, given back at once.
//
// libcmark makes and frees millions of small objects, one by one; from an arena it parses a third faster. Its allocation
// functions get no context, so the arena at work is the thread's own.
#ifndef REQUISITE_THREAD_ARENA_H
#define REQUISITE_THREAD_ARENA_H

#include <stddef.h>

// The members that libcmark's `cmark_mem` has, in its order.
typedef struct thread_arena {
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *pointer, size_t size);
    void (*free)(void *pointer);
} thread_arena;

// Opens an arena; the functions in it serve from it, on this thread, until it is closed. `expected` is a guess of the bytes
// that will be asked for. Arenas that are open on one thread are closed in the reverse order.
thread_arena *thread_arena_open(size_t expected);

// Gives back all memory of the innermost open arena, which must be `arena`.
void thread_arena_close(thread_arena *arena);

#endif
