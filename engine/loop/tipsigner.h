// Signs tips of the journal, and keeps the newest one in a file beside it, on a thread of its own, so
// that no acknowledgement waits for a signature or for that file's sync. Owns the thread; the engine
// decides when to sign and writes the tip into the journal.
// Thread contract: asked from the engine thread; `done` is called on the signer's thread.
#pragma once

#include "crypto/sign.h"
#include "store/store.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace loop {

class TipSigner {
public:
    using Done = std::function<void(const store::Tip &)>;

    // Without a folder no file is written.
    TipSigner(const crypto::KeyPair &key, std::string folder, Done done);
    // After what it was asked.
    ~TipSigner();

    static store::Tip sign(store::Tip tip, const crypto::KeyPair &key);

    // Calls done with the tip signed. A newer one asked meanwhile takes its place.
    void ask(store::Tip tip);
    // Writes the file; of several in a second the newest.
    void keep(store::Tip tip);

private:
    void work();

    const crypto::KeyPair &m_key;
    const std::string m_folder;
    const Done m_done;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<store::Tip> m_toSign, m_toKeep;
    bool m_isStopping = false;
    std::thread m_thread;
};

}  // namespace loop
