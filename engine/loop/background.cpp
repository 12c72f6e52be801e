#include "loop/background.h"

#if defined(_WIN32)
#    include <windows.h>
#elif defined(__APPLE__)
#    include <pthread/qos.h>
#else
#    include <sys/resource.h>
#endif

namespace loop {

void giveWay(GiveWay to)
{
#if defined(_WIN32)
    SetThreadPriority(GetCurrentThread(), to == GiveWay::ToAll ? THREAD_PRIORITY_LOWEST
                                                               : THREAD_PRIORITY_BELOW_NORMAL);
#elif defined(__APPLE__)
    pthread_set_qos_class_self_np(to == GiveWay::ToAll ? QOS_CLASS_BACKGROUND : QOS_CLASS_UTILITY,
                                  0);
#else
    // On Linux "process" 0 is the calling thread (setpriority(2), C library differences).
    const int niceness = to == GiveWay::ToWindow ? 4 : to == GiveWay::ToEngine ? 7 : 10;
    setpriority(PRIO_PROCESS, 0, niceness);
#endif
}

}  // namespace loop
