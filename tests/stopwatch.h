// The processor time of one thread, and how much more of it a sanitized build may take.
#pragma once

#include <ctime>

// Seconds of processor time that this thread has used.
inline double threadSeconds()
{
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// A sanitizer makes the same work many times slower; limits of time are multiplied with this.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double patience = 20;
#else
constexpr double patience = 1;
#endif
