#include "loop/engineimpl.h"

#include <future>

namespace loop {

using namespace kernel;

namespace {
constexpr std::size_t commandsPerTurnMax = 4096;

Time systemNow()
{
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}
}  // namespace

std::unique_ptr<Engine> Engine::open(Options options, std::string &error)
{
    crypto::init();
    auto impl = std::make_unique<Impl>();
    impl->options = std::move(options);
    error = impl->openProfile();
    if (!error.empty())
        return nullptr;
    return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Engine::Engine(std::unique_ptr<Impl> impl) : d(std::move(impl)) {}

Engine::~Engine()
{
    stop();
}

void Engine::stop()
{
    if (d->thread.joinable()) {
        boost::asio::post(d->context, [this] { d->isStopping = true; d->context.stop(); });
        d->thread.join();
    }
    d->close();
}

void Engine::start()
{
    if (d->options.isReadOnly)
        return;
    std::promise<void> ready;
    d->thread = std::thread([this, &ready] {
        d->openOnThread();
        for (Ask &ask : d->core.bootAsks())
            d->pending.push_back({std::move(ask), {}});
        d->turn();
        ready.set_value();
        d->context.run();
        d->closeOnThread();
    });
    ready.get_future().wait();
}

std::string Engine::Impl::openProfile()
{
    if (options.folder.empty()) {
        memory = std::make_shared<store::MemoryStore::Disk>();
        store = std::make_unique<store::MemoryStore>(memory);
        Random random = Random::fromSystem();
        std::array<std::uint8_t, 32> seed;
        random.fill(seed);
        deviceKey.emplace(crypto::SecretKey(seed));
        return loadCore();
    }
    if (!options.isReadOnly) {
        if (std::string failed = makeFolder(options.folder); !failed.empty())
            return failed;
        std::string failed;
        lock = ProfileLock::take(options.folder, failed);
        if (!lock)
            return failed;
    }
    std::string failed;
    Random random = Random::fromSystem();
    deviceKey = loadDeviceKey(options.folder, random, !options.isReadOnly, failed);
    if (!deviceKey)
        return failed;
    store::OpenedStore opened = store::openSqlite(options.folder, options.isReadOnly);
    if (!opened.store)
        return opened.error;
    store = std::move(opened.store);
    failed = loadCore();
    // A connection belongs to the thread that uses it; the engine thread opens its own.
    if (!options.isReadOnly)
        store.reset();
    return failed;
}

std::string Engine::Impl::loadCore()
{
    const crypto::Digest fingerprint = crypto::blake2b(crypto::Bytes(deviceKey->publicKey().bytes));
    core.setOrigin(static_cast<std::uint32_t>(fingerprint.bytes[0] << 16 | fingerprint.bytes[1] << 8
                                              | fingerprint.bytes[2]));
    core.setOverflow(overflow);
    if (std::string failed = core.load(*store, options.useSnapshots); !failed.empty())
        return "the journal is damaged: " + failed;
    return resumeTree();
}

// The tree over pages goes on from the last signed tip; pages after it are hashed again before they
// are signed, so that a crash between sync and signature is mended and a forgery is not.
std::string Engine::Impl::resumeTree()
{
    std::uint64_t from = 1;
    if (const auto tip = store->lastTip()) {
        auto frontier = Tree::fromBytes(tip->frontier);
        if (!frontier || frontier->size() != tip->pages || frontier->root() != tip->root)
            return "the signed tip does not fit its tree";
        tree = *frontier;
        from = tip->pages + 1;
        signedPages = tip->pages;
    }
    std::string failed;
    store->pages(from, [&](const store::PageRecord &page) {
        const auto view = store::readPage(page.bytes);
        if (!view || store::pageHash(*view) != page.hash) {
            failed = "page " + std::to_string(page.seq) + " was changed";
            return false;
        }
        tree.append(crypto::merkle::Sha256::leaf(page.hash.bytes));
        return true;
    });
    if (failed.empty() && tree.size() != core.pages())
        failed = "the journal ends at page " + std::to_string(core.pages()) + ", its signed tip says "
                 + std::to_string(tree.size());
    return failed;
}

void Engine::Impl::openOnThread()
{
    if (!options.folder.empty()) {
        store::OpenedStore opened = store::openSqlite(options.folder, false);
        store = std::move(opened.store);
        if (!store)
            failure = opened.error;
    }
    scheduleSignature();
}

void Engine::Impl::close()
{
    // Nobody waits for an answer for ever.
    std::vector<Pending> left;
    {
        const std::lock_guard guard(mutex);
        isClosed = true;
        left.swap(mailbox);
    }
    for (Pending &one : left)
        refuseOne(one, "engine.closed");
}

void Engine::Impl::closeOnThread()
{
    turn();
    while (core.hasReactions() && failure.empty())
        turn();
    context.restart();
    while (!held.empty())
        context.run_one();
    if (store && failure.empty()) {
        signTip();
        store->putSnapshots(core.snapshots());
    }
    store.reset();
}

void Engine::Impl::refuseOne(Pending &one, const char *code)
{
    if (!one.reply)
        return;
    Answer answer;
    answer.refusal = {code, {}};
    one.reply(answer);
}

void Engine::send(Ask ask, Reply reply)
{
    std::vector<std::pair<Ask, Reply>> one;
    one.emplace_back(std::move(ask), std::move(reply));
    send(std::move(one));
}

void Engine::send(std::vector<std::pair<Ask, Reply>> asks)
{
    bool mustWake = false;
    std::size_t refusedFrom = asks.size();
    const char *code = "engine.closed";
    {
        const std::lock_guard guard(d->mutex);
        if (d->isClosed || d->options.isReadOnly) {
            refusedFrom = 0;
            code = d->isClosed ? "engine.closed" : "profile.readOnly";
        }
        for (std::size_t i = 0; i < refusedFrom; ++i) {
            // Hands are bounded by their leases; only senders from outside meet the limit.
            const Origin origin = asks[i].first.envelope.origin;
            if (d->mailbox.size() >= d->options.mailboxMax && origin != Origin::Hand) {
                refusedFrom = i;
                code = "engine.busy";
                break;
            }
            d->mailbox.push_back({std::move(asks[i].first), std::move(asks[i].second)});
        }
        mustWake = !d->isAwake && !d->mailbox.empty();
        d->isAwake = d->isAwake || mustWake;
    }
    if (mustWake)
        boost::asio::post(d->context, [impl = d.get()] { impl->turn(); });
    for (std::size_t i = refusedFrom; i < asks.size(); ++i) {
        Impl::Pending pending{std::move(asks[i].first), std::move(asks[i].second)};
        Impl::refuseOne(pending, code);
    }
}

Answer Engine::ask(Ask ask)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    send(std::move(ask), [promise](const Answer &answer) { promise->set_value(answer); });
    return promise->get_future().get();
}

void Engine::inspect(std::function<void(Core &, store::Store &)> look)
{
    boost::asio::post(d->context, [impl = d.get(), look = std::move(look)] {
        if (impl->store)
            look(impl->core, *impl->store);
    });
}

void Engine::inspectNow(const std::function<void(Core &, store::Store &)> &look)
{
    if (!d->thread.joinable()) {
        if (d->store)
            look(d->core, *d->store);
        return;
    }
    std::promise<void> seen;
    boost::asio::post(d->context, [this, &look, &seen] {
        if (d->store)
            look(d->core, *d->store);
        seen.set_value();
    });
    seen.get_future().wait();
}

// One turn: reactions first, then what is in the mailbox, one page at a time.
void Engine::Impl::turn()
{
    const auto take = [&] {
        const std::lock_guard guard(mutex);
        for (Pending &one : mailbox)
            pending.push_back(std::move(one));
        mailbox.clear();
    };
    if (pending.size() < commandsPerTurnMax)
        take();
    const Time now = systemNow();
    for (Ask &ask : core.dueAsks(now))
        pending.push_front({std::move(ask), {}});
    core.beginPage(std::max(now, lastTime));
    lastTime = std::max(now, lastTime);
    answers.clear();
    std::size_t taken = 0;
    while (failure.empty() && core.hasReactions() && !core.isFull())
        core.askReaction();
    while (!pending.empty() && !core.isFull() && taken < commandsPerTurnMax) {
        Pending one = std::move(pending.front());
        pending.pop_front();
        ++taken;
        if (!failure.empty()) {
            refuseOne(one, "journal.failed");
            continue;
        }
        Answer answer = core.ask(one.ask);
        if (one.reply)
            answers.emplace_back(std::move(one.reply), std::move(answer));
    }
    if (failure.empty() && !core.isEmpty())
        commitPage();
    giveAnswers();
    goOn();
}

void Engine::Impl::goOn()
{
    bool isMore = !pending.empty() || (core.hasReactions() && failure.empty());
    {
        const std::lock_guard guard(mutex);
        isMore = isMore || !mailbox.empty();
        isAwake = isMore;
    }
    if (isStopping)
        return;
    if (isMore)
        boost::asio::post(context, [this] { turn(); });
    else
        scheduleTimer();
}

void Engine::Impl::commitPage()
{
    const auto began = std::chrono::steady_clock::now();
    Sealed sealed = core.seal();
    store::Commit commit;
    commit.page = &sealed.page;
    commit.keys = std::move(sealed.keys);
    commit.blobs = std::move(sealed.blobs);
    commit.erasedThings = sealed.erasedThings;
    failure = store ? store->commit(commit) : "there is no store";
    // State in memory is ahead of the journal now: nothing may be decided on it any more.
    if (!failure.empty())
        return;
    ++commits;
    facts += sealed.page.facts;
    tree.append(crypto::merkle::Sha256::leaf(sealed.page.hash.bytes));
    if (!sealed.erasedThings.empty()) {
        store->dropSnapshots();
        store->scrub();
    }
    const auto took = std::chrono::steady_clock::now() - began;
    commitUs += (std::chrono::duration_cast<std::chrono::microseconds>(took).count() - commitUs) / 64;
    for (const Listener &listener : listeners)
        listener.committed(sealed, core);
    if (erased && !sealed.erasedThings.empty()) {
        mustHold = true;
        erased(sealed, [this, page = sealed.page.seq] {
            boost::asio::post(context, [this, page] { giveHeld(page); });
        });
    }
    scheduleSignature();
    schedulePublish();
}

void Engine::Impl::scheduleTimer()
{
    const Time due = core.nextDue();
    if (!due.us)
        return;
    const auto at = std::chrono::system_clock::time_point(std::chrono::microseconds(due.us));
    timer.expires_at(at);
    timer.async_wait([this](const boost::system::error_code &error) {
        if (!error && !isStopping)
            turn();
    });
}

// At most one signature in 50 ms, and one 50 ms after the last page.
void Engine::Impl::scheduleSignature()
{
    if (isSignatureDue || tree.size() == signedPages)
        return;
    isSignatureDue = true;
    signer.expires_after(std::chrono::milliseconds(50));
    signer.async_wait([this](const boost::system::error_code &error) {
        isSignatureDue = false;
        if (!error && failure.empty())
            signTip();
    });
}

void Engine::Impl::signTip()
{
    if (!store || tree.size() == signedPages)
        return;
    store::Tip tip;
    tip.pages = tree.size();
    tip.facts = core.facts();
    tip.hash = core.tip();
    tip.root = tree.root();
    tip.at = lastTime;
    const crypto::PublicKey &key = deviceKey->publicKey();
    tip.key.assign(key.bytes.begin(), key.bytes.end());
    const crypto::Signature signature = deviceKey->sign(store::tipMessage(tip));
    tip.signature.assign(signature.bytes.begin(), signature.bytes.end());
    tip.frontier = tree.toBytes();
    store::Commit commit;
    commit.tip = tip;
    if (const std::string failed = store->commit(commit); !failed.empty()) {
        failure = failed;
        return;
    }
    signedPages = tip.pages;
    if (!options.folder.empty())
        writeTipFile(options.folder, tip);
}

Pulse Engine::pulse()
{
    Pulse pulse;
    inspectNow([&](Core &core, store::Store &) {
        pulse.commits = d->commits;
        pulse.commands = core.commands();
        pulse.refusals = core.refusals();
        pulse.facts = core.facts();
        pulse.pages = core.pages();
        pulse.commitUs = d->commitUs;
        pulse.signedPages = d->signedPages;
        pulse.failure = d->failure;
        const std::lock_guard guard(d->mutex);
        pulse.mailbox = d->mailbox.size();
    });
    return pulse;
}

const crypto::PublicKey &Engine::deviceKey() const
{
    return d->deviceKey->publicKey();
}

const std::string &Engine::folder() const
{
    return d->options.folder;
}

KeyRing &Engine::keys()
{
    return d->core.keys();
}

std::unique_ptr<store::Store> Engine::reader() const
{
    if (d->memory)
        return std::make_unique<store::MemoryStore>(d->memory);
    return store::openSqlite(d->options.folder, true).store;
}

std::optional<std::string> Engine::blob(store::Store &reader, std::uint64_t owner, const Digest &digest)
{
    std::optional<store::StoredBlob> found = reader.blob(owner, digest);
    if (!found)
        return {};
    if (!found->isSealed)
        return std::move(found->bytes);
    return d->core.keys().open(owner, found->bytes);
}

}  // namespace loop
