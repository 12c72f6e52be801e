// Rebuilding a Core: snapshots, then the pages after them.
#include "loop/core.h"

#include "loop/pagefeed.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

namespace loop {

using namespace kernel;

// What stands in a snapshot for the Core itself.
struct LoopState {
    std::uint64_t nextFact = 0, nextId = 0;
    Digest tip;
    DREAM_FIELDS(LoopState, nextFact, nextId, tip)
};

namespace {

constexpr std::uint64_t pagesAlone = 32;        // fewer are not worth a second thread
constexpr std::size_t bytesAlone = 256 * 1024;  // as are smaller snapshots
constexpr unsigned decodersMax = 4;
// A longer read beside the writer keeps its WAL from shrinking.
constexpr std::uint64_t slicePages = 8192;

struct Part {
    const SystemInfo *system = nullptr;
    const store::Snapshot *snapshot = nullptr;
    std::shared_ptr<void> state;
};

// Of a fact's stored bytes; no fact has the kind 65535.
std::uint16_t kindOf(std::string_view bytes)
{
    CborReader reader(bytes);
    reader.array();
    const std::uint64_t kind = reader.unsignedInteger();
    return reader.isGood() ? static_cast<std::uint16_t>(kind) : UINT16_MAX;
}

// On this thread and as many more as can be had; what one of them throws is thrown here.
void shareOut(const Jobs &jobs)
{
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failed;
    std::mutex failing;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < jobs.size(); i = next++)
                jobs[i]();
        } catch (...) {
            const std::lock_guard lock(failing);
            failed = std::current_exception();
        }
    };
    const std::size_t most = std::clamp(std::thread::hardware_concurrency(), 1u, decodersMax);
    std::vector<std::jthread> others;
    try {
        for (std::size_t i = 1; i < std::min(most, jobs.size()); ++i)
            others.emplace_back(work);
    } catch (const std::system_error &) {
        // No more threads here: those there are do it.
    }
    work();
    others.clear();  // waits for them
    if (failed)
        std::rethrow_exception(failed);
}

// The largest first; false when one cannot be read.
bool decodeAll(std::vector<Part> &parts, Sealer &keys)
{
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) {
        return a.snapshot->bytes.size() > b.snapshot->bytes.size();
    });
    const bool isLarge = !parts.empty() && parts.front().snapshot->bytes.size() > bytesAlone;
    const Share share = isLarge ? Share(shareOut) : Share(doInTurn);
    std::atomic<bool> isGood = true;
    Jobs jobs;
    for (Part &part : parts)
        jobs.push_back([&] {
            part.state = part.system->makeState();
            if (isGood
                && part.system->decodeState(part.state.get(), part.snapshot->bytes, &keys, share))
                part.system->rebuild(part.state.get());
            else
                isGood = false;
        });
    try {
        share(jobs);
    } catch (const std::bad_alloc &) {
        return false;  // a snapshot that asks for more than there is: the journal is read instead
    }
    return isGood;
}

}  // namespace

std::string Core::load(store::Store &store, bool useSnapshots)
{
    m_keys.load(store.keys());
    if (useSnapshots)
        restore(store, store.snapshots());
    const auto last = store.lastPage();
    if (last) {
        const auto view = store::readPage(last->bytes);
        if (!view)
            return "page " + std::to_string(last->seq) + " cannot be read";
        m_reactFrom = view->head.reacted;
    }
    std::string failed = applyRest(store, last ? last->seq : 0, {});
    for (Ask &following : m_following)
        m_reactions.push_back(std::move(following));
    m_following.clear();
    m_reactFrom = UINT64_MAX;
    return failed;
}

std::string Core::loadPast(store::Store &store, const std::vector<store::Snapshot> &from,
                           std::uint64_t last, const GoOn &goOn)
{
    m_reactFrom = UINT64_MAX;
    if (!from.empty())
        restore(store, from);
    std::string failed;
    bool isMore = m_pages < last;
    while (isMore) {
        const std::uint64_t end = std::min(last, m_pages + slicePages);
        failed =
            applyRest(store, end, [&](std::uint64_t page) { return page < end && goOn(page); });
        isMore = failed.empty() && m_pages == end && end < last && goOn(end);
    }
    return failed;
}

std::string Core::applyRest(store::Store &store, std::uint64_t last, const GoOn &goOn)
{
    std::string failed;
    const auto mayGoOn = [&] { return failed.empty() && (!goOn || goOn(m_pages)); };
    bool isRead = true;
    if (last > m_pages + pagesAlone) {
        PageFeed feed(store, m_pages + 1, [this](std::string_view bytes) {
            const FactInfo *info = fact(kindOf(bytes));
            return info && info->isPersonal ? info->decode(bytes, &m_keys) : nullptr;
        });
        const PageFeed::Fed *fed = nullptr;
        bool isMore = true;
        while (isMore && (fed = feed.next())) {
            failed = apply(fed->record, fed->view, fed->told);
            isMore = mayGoOn();
        }
        isRead = !isMore || feed.isRead();
    } else {
        isRead = store.pages(m_pages + 1, [&](const store::PageRecord &page) {
            failed = apply(page);
            return mayGoOn();
        });
    }
    return isRead ? failed : "the journal cannot be read";
}

void Core::restore(store::Store &store, const std::vector<store::Snapshot> &found)
{
    // All snapshots are of one page; an incomplete or outdated set is not used at all.
    const auto named = [&](std::string_view name) {
        return std::find_if(found.begin(), found.end(),
                            [&](const store::Snapshot &one) { return one.system == name; });
    };
    const auto loopState = named("loop");
    const auto keys = named("idempotency");
    if (loopState == found.end() || keys == found.end())
        return;
    const auto state = decode<LoopState>(loopState->bytes);
    const auto page = store.page(loopState->page);
    if (!state || !page || page->hash != state->tip)
        return;
    std::vector<Part> parts;
    for (const SystemInfo *system : m_systems) {
        const auto snapshot = named(system->stem);
        if (snapshot == found.end() || snapshot->version != system->stateVersion
            || snapshot->page != loopState->page)
            return;
        parts.push_back({system, &*snapshot, nullptr});
    }
    if (!decodeAll(parts, m_keys))
        return;
    for (Part &part : parts)
        m_states[part.system->number] = std::move(part.state);
    m_idempotency.restore(keys->bytes);
    m_pages = loopState->page;
    m_tip = state->tip;
    m_nextFact = state->nextFact;
    m_nextId = state->nextId;
}

std::string Core::apply(const store::PageRecord &record)
{
    return apply(record, store::readPage(record.bytes));
}

std::string Core::apply(const store::PageRecord &record, const std::optional<store::PageView> &page,
                        std::span<const std::shared_ptr<const void>> told)
{
    const auto wrong = [this](const char *what) {
        return "page " + std::to_string(m_pages + 1) + what;
    };
    if (!page)
        return wrong(" cannot be read");
    if (page->head.seq != m_pages + 1 || record.seq != page->head.seq)
        return wrong(" is missing");
    if (page->head.previous != m_tip || page->head.firstFact != m_nextFact)
        return wrong(" does not follow the page before it");
    std::size_t index = 0;
    for (const store::PageCommand &command : page->commands) {
        if (command.keyHigh || command.keyLow)
            m_idempotency.put({command.keyHigh, command.keyLow, command.origin, page->head.time,
                               m_nextFact, command.facts, command.ids});
        for (std::uint32_t i = 0; i < command.facts; ++i, ++index, ++m_nextFact) {
            const std::uint16_t kind = kindOf(page->facts[index]);
            const FactInfo *info = fact(kind);
            void *state = m_states[kind >> 8].get();
            const Moment moment{page->head.time, m_nextFact, command.actor};
            if (info && index < told.size() && told[index]) {
                info->evolve(state, told[index].get(), moment);
            } else if (!info || !info->replay(page->facts[index], &m_keys, state, moment)) {
                // A fact of a newer version is kept; its system must not decide on half a state.
                m_readOnly[kind >> 8] = true;
                continue;
            }
            if (m_nextFact >= m_reactFrom && !m_reactors[kind].empty())
                if (const auto read = info->decode(page->facts[index], &m_keys))
                    react(kind, read.get(), m_nextFact, 0);
        }
    }
    m_pages = page->head.seq;
    m_nextId = page->head.nextId;
    m_tip = record.hash;
    return {};
}

std::vector<store::Snapshot> Core::snapshots()
{
    std::vector<store::Snapshot> made;
    // Reactions still to come live in facts before the snapshot, which a restore would not read.
    if (!m_reactions.empty())
        return made;
    for (const SystemInfo *system : m_systems) {
        if (m_readOnly[system->number])
            return {};
        store::Snapshot snapshot{std::string(system->stem), system->stateVersion, m_pages, {}};
        system->encodeState(m_states[system->number].get(), snapshot.bytes, &m_keys);
        made.push_back(std::move(snapshot));
    }
    made.push_back({"loop", 1, m_pages, encode(LoopState{m_nextFact, m_nextId, m_tip})});
    made.push_back({"idempotency", 1, m_pages, m_idempotency.snapshot()});
    return made;
}

}  // namespace loop
