#include "memory.h"

#if defined(__GLIBC__) && !defined(DREAM_JEMALLOC)
#    include <malloc.h>
#endif

#ifdef DREAM_JEMALLOC
// Read by jemalloc before anything runs: huge pages, and no arena for each of a dozen threads.
extern "C" {
extern const char *malloc_conf;
const char *malloc_conf = "thp:always,narenas:2,dirty_decay_ms:5000,muzzy_decay_ms:0";
}
#endif

void arrangeMemory()
{
#if defined(__GLIBC__) && !defined(DREAM_JEMALLOC)
    mallopt(M_ARENA_MAX, 2);  // an arena for each of a dozen threads keeps a hundred megabytes
#endif
}
