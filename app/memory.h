// How the program asks for memory. Thread contract: once, first of all in main().
#pragma once

// Where jemalloc is linked it has read its settings before main(); else few arenas, where there are any.
void arrangeMemory();
