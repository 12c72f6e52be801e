// How an engine starts and ends: the profile, the journal, the tree over its pages, the thread.
#include "loop/engineimpl.h"

namespace loop {

using namespace kernel;

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

Engine::Engine(std::unique_ptr<Impl> impl) : d(std::move(impl))
{
}

Engine::~Engine()
{
    stop();
}

void Engine::stop()
{
    if (d->thread.joinable()) {
        boost::asio::post(d->context, [this] {
            d->isStopping = true;
            d->context.stop();
        });
        d->thread.join();
    }
    d->close();
}

void Engine::start()
{
    if (d->options.isReadOnly)
        return;
    Word ready;
    d->thread = std::thread([this, &ready] {
        d->openOnThread();
        for (Ask &ask : d->core.bootAsks())
            d->pending.push_back({std::move(ask), {}});
        d->turn();
        ready.say();
        d->context.run();
        d->closeOnThread();
    });
    ready.wait();
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
        failed = "the journal ends at page " + std::to_string(core.pages())
                 + ", its signed tip says " + std::to_string(tree.size());
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
    startCommitter();
    startSigner();
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
    while (pendingAt < pending.size() || (core.hasReactions() && failure.empty()))
        turn();
    drain();
    committer.reset();
    context.restart();
    while (!held.empty())
        context.run_one();
    if (store && failure.empty())
        signLast();
    signer.reset();
    if (store && failure.empty()) {
        store->putSnapshots(core.snapshots());
    }
    store.reset();
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

std::optional<std::string> Engine::issue(const crypto::PassportCredential &passport) const
{
    return crypto::writePassport(passport, *d->deviceKey);
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

std::optional<std::string> Engine::blob(store::Store &reader, std::uint64_t owner,
                                        const Digest &digest)
{
    std::optional<store::StoredBlob> found = reader.blob(owner, digest);
    if (!found)
        return {};
    if (!found->isSealed)
        return std::move(found->bytes);
    return d->core.keys().open(owner, found->bytes);
}

}  // namespace loop
