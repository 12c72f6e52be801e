// What an Engine holds. Everything but the mailbox belongs to the engine thread.
#pragma once

#include "loop/committer.h"
#include "loop/engine.h"
#include "loop/gate.h"
#include "loop/profile.h"
#include "loop/tipsigner.h"

#include "crypto/merkle.h"
#include "store/memorystore.h"
#include "store/sqlitestore.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/system_timer.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace loop {

// A refused or too deep reaction becomes a dead letter.
kernel::Ask overflow(const kernel::CommandInfo &command, const kernel::Ask &ask,
                     const kernel::Refusal &refusal);

// One word from one thread to another that waits for it; may be gone as soon as it was heard.
class Word {
public:
    void say()
    {
        const std::lock_guard guard(m_mutex);
        m_isSaid = true;
        m_said.notify_one();
    }

    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_said.wait(lock, [this] { return m_isSaid; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_said;
    bool m_isSaid = false;
};

struct Engine::Impl {
    struct Pending {
        kernel::Ask ask;
        kernel::Reply reply;
    };
    struct Listener {
        Committed committed;
    };
    struct Watch {
        const kernel::TableInfo *table = nullptr;
        std::uint16_t system = 0;
        Watcher watcher;
    };
    using Tree = crypto::merkle::Frontier<crypto::merkle::Sha256>;

    Impl() : core(organismSystems(), Random::fromSystem(), gate) {}
    static std::span<const kernel::SystemInfo *const> organismSystems();

    std::string openProfile();
    std::string loadCore();
    std::string resumeTree();
    void openOnThread();
    void closeOnThread();
    void startCommitter();
    void giveHeld(std::uint64_t page);
    void close();
    static void refuseOne(Pending &one, const char *code);
    const char *refusalOf(const kernel::Ask &ask) const;
    bool mustWake();

    void turn();
    void goOn();
    void openPage();
    void closePage();
    bool mayFly(const Sealed &sealed);
    bool canWait() const;
    void land();
    void landOne();
    void drain();
    void landed();
    void tellErased(const Sealed &sealed);
    void scheduleTimer();
    store::Tip tipNow() const;
    void startSigner();
    void scheduleSignature();
    void tipIsSigned(const store::Tip &tip);
    void commitTip(const store::Tip &tip);
    void tipIsKept(const store::Tip &tip);
    void signLast();
    void schedulePublish();
    void publish();

    Options options;
    std::unique_ptr<ProfileLock> lock;
    std::optional<crypto::KeyPair> deviceKey;
    std::shared_ptr<store::MemoryStore::Disk> memory;
    std::unique_ptr<store::Store> store;
    Core core;
    Tree tree;
    std::uint64_t signedPages = 0;
    std::optional<store::Tip> signedTip;  // to be written with the next page
    std::unique_ptr<TipSigner> signer;
    std::string failure;
    kernel::Time lastTime;
    std::vector<Listener> listeners;
    std::vector<Erased> erased;  // whoever holds copies of personal words
    using Answers = std::vector<std::pair<kernel::Reply, kernel::Answer>>;
    // A page on its way to the disk, and what is said once it is there.
    struct Flight {
        Sealed sealed;
        store::Commit commit;
        Answers answers;
        std::chrono::steady_clock::duration took{};
    };
    static std::unique_ptr<Flight> flightOf(Sealed sealed, const std::optional<store::Tip> &tip);
    void give(Answers &answers);
    void tell(Flight &page);
    void pageIsKept(Flight &page);

    std::map<std::uint64_t, Answers> held;  // by page: answers that wait until words are gone
    std::map<int, Watch> watches;
    int nextWatch = 1;
    std::uint64_t commits = 0, facts = 0;
    std::int64_t commitUs = 0;

    std::mutex mutex;
    std::vector<Pending> mailbox;
    bool isAwake = false, isClosed = false;

    std::vector<Pending> pending;  // taken out of the mailbox; done up to pendingAt
    std::size_t pendingAt = 0;
    Answers answers;  // of the page being decided
    bool isPageOpen = false;
    std::deque<std::unique_ptr<Flight>> flights;  // the pages before it that are not durable yet
    std::unique_ptr<Committer> committer;         // none in memory: every page is committed at once
    bool isStopping = false, isSignatureDue = false, isPublishDue = false;

    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{
        context.get_executor()};
    boost::asio::system_timer timer{context};
    kernel::Time timerAt;  // zero: not set
    boost::asio::steady_timer signTimer{context}, publisher{context};
    std::thread thread;
};

}  // namespace loop
