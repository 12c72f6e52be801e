// The working side of the mirror's hand, on its own thread: what is due, for which folder, and what is
// told of it.
#include "hands/mirrorhand.h"

#include <algorithm>
#include <utility>

namespace hands {

using namespace kernel;
using dreammirror::DreamMirror;
using dreammirror::Mirror;

namespace {

Envelope ownWork()
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Hand;
    return envelope;
}

}  // namespace

bool MirrorHand::hasWork(Clock::time_point now) const
{
    return m_isPlanNew || !m_asked.empty() || !m_erasures.empty() || now >= m_retryAt
           || (m_retryAt == Clock::time_point::max() && now >= m_dueAt);
}

void MirrorHand::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping || !m_erasures.empty()) {
        if (!hasWork(Clock::now()) && !m_isStopping) {
            m_isBusy = false;
            m_settled.notify_all();
            m_isHeard = false;
            const auto at = std::min(m_retryAt, m_retryAt == Clock::time_point::max()
                                                    ? m_dueAt
                                                    : Clock::time_point::max());
            const auto isUp = [this] { return m_isStopping || m_isHeard || !m_erasures.empty(); };
            if (at == Clock::time_point::max())
                m_wake.wait(lock, isUp);
            else
                m_wake.wait_until(lock, at, isUp);
            continue;
        }
        m_isBusy = true;
        lock.unlock();
        turn();
        lock.lock();
    }
    m_isBusy = false;
    m_settled.notify_all();
}

void MirrorHand::turn()
{
    std::unique_lock lock(m_mutex);
    const bool isPlanNew = std::exchange(m_isPlanNew, false);
    const bool isRetry = Clock::now() >= m_retryAt;
    lock.unlock();
    if (isPlanNew)
        takePlan();
    if (m_mirror && (isPlanNew || isRetry)) {
        m_writer.reset();
        openFollowed();
    }
    serveErasures();
    lock.lock();
    const bool isAsked = !m_asked.empty() && !m_isStopping;
    const Asked asked = isAsked ? m_asked.front() : Asked();
    const bool isDue = m_writer && !m_isStopping && Clock::now() >= m_dueAt && !m_dirty.empty();
    lock.unlock();
    if (isAsked) {
        writeAsked(asked);
        lock.lock();
        m_asked.pop_front();
    } else if (isDue) {
        writeDirty();
    }
}

void MirrorHand::takePlan()
{
    m_writer.reset();
    m_mirror = {};
    m_engine.inspectNow([this](loop::Core &core, store::Store &) {
        if (const Mirror *mirror = dreammirror::followed(core.stateOf<DreamMirror>())) {
            m_mirror = mirror->id;
            m_path = mirror->folder;
            m_mayMake = mirror->page == 0;
            m_mustReport =
                mirror->standing != dreammirror::Standing::Written || mirror->erasedSince > 0;
        }
    });
    const std::lock_guard lock(m_mutex);
    m_isFollowing = bool(m_mirror);
    m_retryAt = m_dueAt = Clock::time_point::max();
    if (!m_mirror)
        m_dirty.clear();
}

// Asked between dreams, so that nobody who erases waits for all the others.
bool MirrorHand::mayGoOn()
{
    bool isErasing = false, isStopping = false;
    {
        const std::lock_guard lock(m_mutex);
        isErasing = !m_erasures.empty();
        isStopping = m_isStopping || m_isPlanNew;
        const MirrorWriter *writer = m_single ? m_single.get() : m_writer.get();
        m_left = writer ? writer->left.load() : 0;
    }
    if (isErasing && (m_writer || m_single))
        serveErasures();
    // A folder that is just being opened may hold what is to be erased.
    return !isStopping || (isErasing && !m_writer);
}

void MirrorHand::openFollowed()
{
    store::CacheMark upTo;
    {
        const std::lock_guard lock(m_mutex);
        m_retryAt = m_dueAt = Clock::time_point::max();
        m_dirty.clear();
        m_isBehind = false;
        upTo = m_lastPage;
    }
    auto writer = std::make_unique<MirrorWriter>(m_engine, m_index, m_path);
    std::set<std::uint64_t> dirty;
    MirrorOutcome outcome = writer->open(
        m_mayMake, false, [this] { return mayGoOn(); }, dirty);
    if (outcome.isGood()) {
        m_writer = std::move(writer);
        outcome = m_writer->write(dirty, &upTo, [this] { return mayGoOn(); });
    }
    if (outcome.isGood()) {
        m_mayMake = false;
        if (m_mustReport || outcome.written || outcome.removed)
            report(m_mirror, *m_writer, outcome, 0, true);
    } else {
        m_writer.reset();
        falter(m_mirror, outcome);
    }
    m_left = 0;
}

void MirrorHand::writeDirty()
{
    std::set<std::uint64_t> dirty;
    store::CacheMark upTo;
    bool isBehind = false;
    {
        const std::lock_guard lock(m_mutex);
        dirty.swap(m_dirty);
        upTo = m_lastPage;
        isBehind = std::exchange(m_isBehind, false);
        m_dueAt = Clock::time_point::max();
    }
    // Away since, or more than could be held: everything is compared.
    if (isBehind || !m_writer->isThere()) {
        m_writer.reset();
        openFollowed();
        return;
    }
    m_left = dirty.size();
    const MirrorOutcome outcome = m_writer->write(dirty, &upTo, [this] { return mayGoOn(); });
    if (outcome.isGood()) {
        if (outcome.written || outcome.removed)
            report(m_mirror, *m_writer, outcome, 0, false);
    } else {
        m_writer.reset();
        falter(m_mirror, outcome);
    }
    m_left = 0;
}

// Once into any folder, or everything again into the followed one.
void MirrorHand::writeAsked(const Asked &asked)
{
    const bool isFollowed = asked.mirror == m_mirror && m_mirror;
    store::CacheMark upTo;
    {
        const std::lock_guard lock(m_mutex);
        upTo = m_lastPage;
        if (isFollowed) {
            m_retryAt = m_dueAt = Clock::time_point::max();
            m_dirty.clear();
            m_isBehind = false;
        }
    }
    if (isFollowed)
        m_writer.reset();
    std::unique_ptr<MirrorWriter> &writer = isFollowed ? m_writer : m_single;
    auto opening = std::make_unique<MirrorWriter>(m_engine, m_index, asked.folder);
    std::set<std::uint64_t> dirty;
    MirrorOutcome outcome = opening->open(
        true, true, [this] { return mayGoOn(); }, dirty);
    if (outcome.isGood()) {
        writer = std::move(opening);
        outcome = writer->write(dirty, &upTo, [this] { return mayGoOn(); });
    }
    if (outcome.isGood()) {
        serveErasures();
        report(asked.mirror, *writer, outcome, 0, true);
        if (serveErasures() && m_single)
            report(asked.mirror, *writer, outcome, 0, true);
    } else {
        if (isFollowed)
            m_writer.reset();
        falter(asked.mirror, outcome);
    }
    m_single.reset();
    m_left = 0;
}

bool MirrorHand::serveErasures()
{
    std::vector<Erasure> erasures;
    {
        const std::lock_guard lock(m_mutex);
        erasures.swap(m_erasures);
    }
    if (erasures.empty())
        return false;
    std::set<std::uint64_t> dreams;
    for (const Erasure &erasure : erasures)
        dreams.insert(erasure.dreams.begin(), erasure.dreams.end());
    if (m_single)
        m_single->erase(dreams);
    if (m_writer) {
        const MirrorOutcome outcome = m_writer->erase(dreams);
        if (outcome.isGood())
            report(m_mirror, *m_writer, outcome, static_cast<std::uint32_t>(dreams.size()), false);
        else
            falter(m_mirror, outcome);
    }
    for (const Erasure &erasure : erasures)
        erasure.done();
    return true;
}

void MirrorHand::falter(Id<Mirror> mirror, const MirrorOutcome &outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        if (mirror == m_mirror && m_mirror) {
            m_retryAt = Clock::now() + m_retry;
            m_mustReport = true;
        }
    }
    // Told to stop is no trouble: the next start goes on.
    if (outcome.kind == MirrorOutcome::Stopped)
        return;
    dreammirror::Falter falter;
    falter.mirror = mirror;
    falter.isAway = outcome.kind == MirrorOutcome::Away;
    falter.reason = outcome.reason;
    tell(makeAsk(std::move(falter), ownWork()));
}

void MirrorHand::report(Id<Mirror> mirror, const MirrorWriter &writer, const MirrorOutcome &outcome,
                        std::uint32_t erased, bool isCompared)
{
    if (mirror == m_mirror)
        m_mustReport = false;
    dreammirror::Report report = writer.report();
    report.mirror = mirror;
    report.written = outcome.written;
    report.removed = outcome.removed;
    report.erased = erased;
    report.isCompared = isCompared;
    tell(makeAsk(std::move(report), ownWork()));
}

// Never waits for the answer: it may be held until this thread has served an erasure.
void MirrorHand::tell(Ask ask)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_untold;
    }
    m_engine.send(std::move(ask), [this](const Answer &) {
        const std::lock_guard lock(m_mutex);
        --m_untold;
        m_settled.notify_all();
    });
}

}  // namespace hands
