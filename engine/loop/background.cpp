#include "loop/background.h"

#if defined(_WIN32)
#    include <windows.h>
#elif defined(__APPLE__)
#    include <pthread/qos.h>
#else
#    include <sys/resource.h>
#endif

namespace loop {

void workInBackground()
{
#if defined(_WIN32)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#elif defined(__APPLE__)
    pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#else
    // On Linux "process" 0 is the calling thread (setpriority(2), C library differences).
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, 0, niceness);
#endif
}

}  // namespace loop
