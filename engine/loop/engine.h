// The engine thread: a bounded mailbox, group commit, timers, and the news that goes out once a page
// is synced. Everything public may be called from any thread; replies, watchers and `inspect` run on
// the engine thread and must be short. Closing signs the tip and writes snapshots.
#pragma once

#include "crypto/credential.h"
#include "crypto/sign.h"
#include "loop/core.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace loop {

struct Options {
    std::string folder;  // of the profile; empty: in memory only, gone at close
    bool isReadOnly = false;
    bool useSnapshots = true;
    std::size_t mailboxMax = 65'536;
};

// Rows of one table that changed, as plain CBOR arrays; empty bytes: the row is gone.
struct RowsChanged {
    std::vector<std::pair<std::uint64_t, std::string>> rows;
};

struct Pulse {
    std::uint64_t commits = 0, commands = 0, refusals = 0, facts = 0, pages = 0;
    std::int64_t commitUs = 0;  // mean of the last 64
    std::size_t mailbox = 0;
    std::uint64_t signedPages = 0;
    std::string failure;  // empty while the journal can be written
};

class Engine {
public:
    // Nothing, and words, when the profile cannot be opened (`profile.busy ...`).
    static std::unique_ptr<Engine> open(Options options, std::string &error);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    // Starts the thread and asks the boot commands. Hands and watchers are added before.
    void start();
    // Ends the thread after what it has; state and readers stay usable. The destructor does it too.
    void stop();

    void send(kernel::Ask ask, kernel::Reply reply = {});
    void send(std::vector<std::pair<kernel::Ask, kernel::Reply>> asks);
    // Sends and waits; not from the engine thread.
    kernel::Answer ask(kernel::Ask ask);
    template<class C>
    kernel::Answer ask(C command, kernel::Envelope envelope = {})
    {
        return ask(kernel::makeAsk(std::move(command), std::move(envelope)));
    }

    // Runs between pages on the engine thread.
    void inspect(std::function<void(Core &, store::Store &)> look);
    // The same, waiting; not from the engine thread.
    void inspectNow(const std::function<void(Core &, store::Store &)> &look);

    // Called after each page is synced, with the facts of the kinds subscribed to.
    using Committed = std::function<void(const Sealed &, const Core &)>;
    void onCommitted(std::vector<std::uint16_t> kinds, Committed committed);

    // Called after a page that erases things is synced; the answers of that page go out when everybody
    // who listens called `done`, once, from any thread. What holds copies of words deletes them before.
    using Erased = std::function<void(const Sealed &, std::function<void()> done)>;
    void onErased(Erased erased);

    // Changes of a table's rows, at most once a frame; first all rows there are. Ends with unwatch.
    using Watcher = std::function<void(const RowsChanged &)>;
    int watch(const std::string &table, Watcher watcher);
    void unwatch(int number);

    Pulse pulse();
    const crypto::PublicKey &deviceKey() const;
    // A passport signed by this profile's key; nothing for fields a credential cannot hold.
    std::optional<std::string> issue(const crypto::PassportCredential &passport) const;
    const std::string &folder() const;
    KeyRing &keys();
    // A reader for the calling thread; bytes of blobs come opened.
    std::unique_ptr<store::Store> reader() const;
    std::optional<std::string> blob(store::Store &reader, std::uint64_t owner,
                                    const kernel::Digest &digest);

private:
    struct Impl;
    explicit Engine(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> d;
};

}  // namespace loop
