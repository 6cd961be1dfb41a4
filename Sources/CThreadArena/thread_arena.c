#include "thread_arena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct chunk {
    struct chunk *previous;
    char *end;
} chunk;

// What every allocation is preceded by; as wide as the strictest alignment.
typedef union {
    size_t size;
    max_align_t alignment;
} header;

typedef struct arena {
    thread_arena functions;
    struct arena *outer;
    chunk *last;
    char *next;
} arena;

static _Thread_local arena *current;

enum { smallest_chunk = 16 * 1024, largest_chunk = 4 * 1024 * 1024 };

// As libcmark's own allocator does: its callers cannot go on without memory.
static void *checked(void *pointer) {
    if (!pointer) {
        fprintf(stderr, "requisite: out of memory\n");
        abort();
    }
    return pointer;
}

static size_t rounded(size_t size) {
    size_t mask = sizeof(header) - 1;
    if (size > SIZE_MAX / 2) checked(NULL);
    return (size + mask) & ~mask;
}

// Each thread keeps one chunk from arena to arena: to give back so much memory and ask for it again with every page costs
// more than to fill it.
static pthread_key_t spare_chunk;
static pthread_once_t spare_chunk_once = PTHREAD_ONCE_INIT;
static void make_spare_chunk(void) { pthread_key_create(&spare_chunk, free); }

static char *start_of(chunk *chunk) { return (char *)chunk + rounded(sizeof *chunk); }
static size_t room_in(chunk *chunk) { return (size_t)(chunk->end - start_of(chunk)); }

static void push(arena *arena, chunk *added) {
    added->previous = arena->last;
    arena->next = start_of(added);
    arena->last = added;
}

static void add_chunk(arena *arena, size_t capacity) {
    chunk *added = checked(malloc(rounded(sizeof(chunk)) + sizeof(header) + capacity));
    added->end = start_of(added) + sizeof(header) + capacity;
    push(arena, added);
}

static void *allocate(size_t size) {
    arena *arena = current;
    size_t total = sizeof(header) + rounded(size);
    if ((size_t)(arena->last->end - arena->next) < total) {
        size_t grown = 2 * (size_t)(arena->last->end - (char *)arena->last);
        if (grown > largest_chunk) grown = largest_chunk;
        add_chunk(arena, grown > total ? grown : total);
    }
    header *start = (header *)arena->next;
    arena->next += total;
    start->size = size;
    return start + 1;
}

static void *arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) checked(NULL);
    return memset(allocate(count * size), 0, count * size);
}

static void *arena_realloc(void *pointer, size_t size) {
    if (!pointer) return allocate(size);
    header *start = (header *)pointer - 1;
    arena *arena = current;
    size_t old = start->size;
    if (size <= rounded(old)) {
        start->size = size;
        return pointer;
    }
    // The newest allocation, such as a buffer that is being filled, grows where it stands.
    char *end = (char *)pointer + rounded(old);
    if (end == arena->next && rounded(size) <= (size_t)(arena->last->end - (char *)pointer)) {
        arena->next = (char *)pointer + rounded(size);
        start->size = size;
        return pointer;
    }
    return memcpy(allocate(size), pointer, old);
}

static void arena_free(void *pointer) { (void)pointer; }

thread_arena *thread_arena_open(size_t expected) {
    arena *opened = checked(malloc(sizeof(arena)));
    opened->functions = (thread_arena){arena_calloc, arena_realloc, arena_free};
    opened->outer = current;
    opened->last = NULL;
    if (expected < smallest_chunk) expected = smallest_chunk;
    if (expected > largest_chunk) expected = largest_chunk;
    pthread_once(&spare_chunk_once, make_spare_chunk);
    chunk *spare = pthread_getspecific(spare_chunk);
    pthread_setspecific(spare_chunk, NULL);
    if (spare && room_in(spare) >= expected) {
        push(opened, spare);
    } else {
        free(spare);
        add_chunk(opened, expected);
    }
    current = opened;
    return &opened->functions;
}

void thread_arena_close(thread_arena *closed) {
    arena *arena = current;
    if (!arena || &arena->functions != closed) {
        fprintf(stderr, "requisite: arenas closed out of order\n");
        abort();
    }
    current = arena->outer;
    chunk *spare = pthread_getspecific(spare_chunk);
    for (chunk *used = arena->last; used;) {
        chunk *previous = used->previous;
        if (room_in(used) <= 2 * (size_t)largest_chunk && (!spare || room_in(used) > room_in(spare))) {
            free(spare);
            spare = used;
        } else {
            free(used);
        }
        used = previous;
    }
    pthread_setspecific(spare_chunk, spare);
    free(arena);
}
