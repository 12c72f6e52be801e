// A backup being restored into a profile of its own, on a thread of its own: tested, opened beside its
// place, verified and replayed, and moved there only when all of it holds. Owns the thread; whoever asked
// is told once. Thread contract: made and destroyed on one thread; `then` runs on the restoring thread.
#pragma once

#include "hands/backup.h"

#include <atomic>
#include <thread>

namespace hands {

class Restoring {
public:
    struct Standing {
        std::uint64_t bytes = 0, total = 0;  // of the file, opened so far
        bool isProving = false;              // all is opened; verified and replayed now
    };
    using Then = std::function<void(const BackupFile &restored)>;

    Restoring(std::string file, const std::string &phrase, std::string folder, Then then);
    ~Restoring();  // gives up what is not done, waits
    Restoring(const Restoring &) = delete;
    Restoring &operator=(const Restoring &) = delete;

    void cancel() { m_isCancelled = true; }
    Standing standing() const;

private:
    BackupFile run(const std::string &file, const std::string &phrase, const std::string &folder);

    std::atomic<bool> m_isCancelled = false, m_isProving = false;
    std::atomic<std::uint64_t> m_bytes = 0, m_total = 0;
    std::thread m_thread;
};

// Whether these are twelve words of any backup.
bool isPhrase(const std::string &phrase);
// A folder beside the profile that is not there yet.
std::string folderBeside(const std::string &profile);

}  // namespace hands
