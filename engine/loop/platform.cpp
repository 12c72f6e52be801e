#include "loop/platform.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(_WIN32)
#    include <windows.h>
#elif defined(__APPLE__)
#    include <poll.h>
#    include <pthread/qos.h>
#    include <termios.h>
#else
#    include <poll.h>
#    include <sys/prctl.h>
#    include <sys/resource.h>
#    include <termios.h>
#endif

namespace loop {

namespace {

std::string systemError(const std::string &what)
{
    return what + ": " + std::strerror(errno);
}

}  // namespace

std::string replaceFile(const std::string &path, std::string_view bytes)
{
    const std::string aside = path + ".new";
    const int file = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return systemError("cannot write " + aside);
    const bool isWritten =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())
        && ::fsync(file) == 0;
    ::close(file);
    if (!isWritten || ::rename(aside.c_str(), path.c_str()) != 0)
        return systemError("cannot write " + path);
    return {};
}

std::optional<std::string> readSmallFile(const std::string &path, std::size_t bytesMax)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    std::string bytes(bytesMax + 1, '\0');
    std::size_t used = 0;
    for (ssize_t got = 1; got > 0 && used < bytes.size();
         used += static_cast<std::size_t>(got > 0 ? got : 0))
        got = ::read(file, bytes.data() + used, bytes.size() - used);
    ::close(file);
    if (used > bytesMax)
        return {};
    bytes.resize(used);
    return bytes;
}

std::unique_ptr<ProfileLock> ProfileLock::take(const std::string &folder, std::string &error)
{
    const std::string path = folder + "/lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        error = systemError("cannot write in " + folder);
        return nullptr;
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        error = "profile.busy: another DreamScope works in " + folder;
        return nullptr;
    }
    return std::unique_ptr<ProfileLock>(new ProfileLock(file));
}

ProfileLock::~ProfileLock()
{
    ::close(m_file);
}

std::string makeFolder(const std::string &folder)
{
    for (std::size_t at = 1; at != std::string::npos;) {
        at = folder.find('/', at + 1);
        const std::string part = folder.substr(0, at);
        if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST)
            return systemError("cannot make " + part);
    }
    return {};
}

void keepOutOfDumps()
{
#if !defined(_WIN32) && !defined(__APPLE__)
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

std::string readSecret(const std::string &prompt)
{
    std::string line;
#if !defined(_WIN32)
    termios plain{};
    const bool isTerminal = ::isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &plain) == 0;
    if (isTerminal) {
        termios quiet = plain;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        (void)!::write(STDERR_FILENO, prompt.data(), prompt.size());
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    for (char c = 0; line.size() < 4096 && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';)
        line.push_back(c);
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &plain);
        (void)!::write(STDERR_FILENO, "\n", 1);
    }
#else
    (void)prompt;
#endif
    return line;
}

std::optional<std::string> readInput(std::chrono::milliseconds timeMax, std::size_t bytesMax)
{
#if !defined(_WIN32)
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&input, 1, static_cast<int>(timeMax.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return std::string();
    if (ready < 0)
        return {};
#else
    (void)timeMax;
#endif
    std::string bytes(bytesMax, '\0');
    const auto count = ::read(STDIN_FILENO, bytes.data(), static_cast<unsigned>(bytes.size()));
    if (count < 0 && errno == EINTR)
        return std::string();
    if (count <= 0)
        return {};
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

void giveWay(GiveWay to)
{
#if defined(_WIN32)
    SetThreadPriority(GetCurrentThread(),
                      to == GiveWay::ToAll ? THREAD_PRIORITY_LOWEST : THREAD_PRIORITY_BELOW_NORMAL);
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
