// Brings files and folders in as dreams, in sorted order, as one batch, so that they are indexed
// before they are compared. Reads on a thread of its own and keeps a bounded number of commands
// under way; what is kept stays kept when it is cancelled. Thread contract: made, cancelled and
// destroyed on any one thread; what it says comes from other threads, and nothing after its end.
#pragma once

#include "loop/engine.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace hands {

struct ImportStanding {
    std::uint32_t total = 0;
    std::uint32_t kept = 0;   // became dreams
    std::uint32_t known = 0;  // the very same text was there already
    std::uint32_t refused = 0;
    bool isCancelled = false, isFinished = false;
    std::string file;         // of the first refusal, without its folder
    kernel::Refusal refusal;  // empty code: none
};

class Importer {
public:
    static constexpr std::size_t filesMax = 1'000'000;
    static constexpr int underWayMax = 256;
    // At most every 100 ms, and once at the end with isFinished.
    using Say = std::function<void(const ImportStanding &)>;

    Importer(loop::Engine &engine, std::vector<std::string> paths, Say say);
    ~Importer();  // cancels and waits
    Importer(const Importer &) = delete;
    Importer &operator=(const Importer &) = delete;

    // Takes no further file; what is under way is still answered, within moments.
    void cancel();

    // What an import of these paths would read, sorted: of folders only texts, nothing hidden, no
    // links; files that are named themselves whatever they are.
    static std::vector<std::string> collect(const std::vector<std::string> &paths,
                                            const std::stop_token &stop = {});

private:
    void run(const std::vector<std::string> &paths);
    void submit(const std::string &path, std::uint64_t batch);
    void take(const std::string &path, const kernel::Answer &answer);
    void tell(bool isLast);

    loop::Engine &m_engine;
    const Say m_say;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable m_room;
    int m_underWay = 0;
    ImportStanding m_standing;
    std::chrono::steady_clock::time_point m_told;
    std::thread m_thread;
};

}  // namespace hands
