#include "hands/mirrorhand.h"

#include <algorithm>
#include <utility>

namespace hands {

using namespace kernel;
using dreammirror::DreamMirror;
using dreammirror::Mirror;

namespace {

constexpr std::size_t dirtyMax = 65'536;

template<class F>
constexpr std::uint16_t planKind()
{
    return factKind<DreamMirror, F>();
}

}  // namespace

MirrorHand::MirrorHand(loop::Engine &engine, const loop::Indexer *index)
    : m_engine(engine), m_index(index)
{
    std::vector<std::uint16_t> kinds = mirroredKinds();
    for (const std::uint16_t kind :
         {planKind<dreammirror::Followed>(), planKind<dreammirror::Stopped>(),
          planKind<dreammirror::WriteAsked>()})
        kinds.push_back(kind);
    engine.onCommitted(std::move(kinds),
                       [this](const loop::Sealed &sealed, const loop::Core &) { hear(sealed); });
    engine.onErased(
        [this](const loop::Sealed &sealed, Done done) { hearErased(sealed, std::move(done)); });
}

MirrorHand::~MirrorHand()
{
    stop();
}

void MirrorHand::begin()
{
    m_engine.inspectNow([this](loop::Core &core, store::Store &) {
        const std::lock_guard lock(m_mutex);
        if (!m_lastPage.page)
            m_lastPage = {core.pages(), core.tip()};
        // What was followed when the program ended, and what was asked for and not begun.
        for (const auto &[key, mirror] : core.stateOf<DreamMirror>().mirrors.rows())
            if (mirror.isFollowed)
                m_isFollowing = true;
    });
    {
        const std::lock_guard lock(m_mutex);
        m_isBegun = true;
    }
    m_thread = std::thread([this] { work(); });
}

void MirrorHand::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void MirrorHand::setPace(std::chrono::milliseconds gather, std::chrono::milliseconds retry)
{
    const std::lock_guard lock(m_mutex);
    m_gather = gather;
    m_retry = retry;
    if (m_retryAt != Clock::time_point::max())
        m_retryAt = Clock::now();
    m_isHeard = true;
    m_wake.notify_all();
}

MirrorPulse MirrorHand::pulse() const
{
    const std::lock_guard lock(m_mutex);
    return {m_isFollowing, m_left > 0, m_dirty.size() + m_left};
}

bool MirrorHand::settle(std::chrono::milliseconds timeMax)
{
    // Whatever was asked before has been heard of once this question is answered.
    m_engine.inspectNow([](loop::Core &, store::Store &) {});
    std::unique_lock lock(m_mutex);
    if (!m_dirty.empty()) {
        m_dueAt = Clock::now();
        m_isHeard = true;
        m_wake.notify_all();
    }
    return m_settled.wait_for(lock, timeMax, [this] {
        const bool isWaiting = m_retryAt != Clock::time_point::max();
        return !m_isBusy && !m_isPlanNew && !m_untold && m_asked.empty()
               && (m_dirty.empty() || isWaiting);
    });
}

// ---- on the engine thread: take note, never wait -------------------------------------------------

void MirrorHand::hear(const loop::Sealed &sealed)
{
    const std::lock_guard lock(m_mutex);
    m_lastPage = {sealed.page.seq, sealed.page.hash};
    for (const Told &told : sealed.told) {
        if (told.kind == planKind<dreammirror::Followed>()
            || told.kind == planKind<dreammirror::Stopped>()) {
            m_isPlanNew = true;
            m_isFollowing = told.kind == planKind<dreammirror::Followed>();
        } else if (told.kind == planKind<dreammirror::WriteAsked>()) {
            const auto &asked = *static_cast<const dreammirror::WriteAsked *>(told.fact.get());
            m_asked.push_back({asked.mirror, asked.folder});
        } else if (const std::uint64_t dream = mirroredDream(told.kind, told.fact.get());
                   dream && m_isFollowing) {
            if (m_dirty.size() < dirtyMax)
                m_dirty.insert(dream);
            else
                m_isBehind = true;
        }
    }
    const bool isDue = !m_dirty.empty() && m_dueAt == Clock::time_point::max();
    if (isDue)
        m_dueAt = Clock::now() + m_gather;
    if (isDue || m_isPlanNew || !m_asked.empty()) {
        m_isHeard = true;
        m_wake.notify_all();
    }
}

void MirrorHand::hearErased(const loop::Sealed &sealed, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        Erasure erasure;
        for (const Told &told : sealed.told)
            if (told.kind == factKind<dreams::Dreams, dreams::Erased>())
                erasure.dreams.insert(mirroredDream(told.kind, told.fact.get()));
        const bool isAwake = m_isBegun && !m_isStopping && (m_isFollowing || m_isBusy);
        if (isAwake && !erasure.dreams.empty()) {
            erasure.done = std::exchange(done, {});
            m_erasures.push_back(std::move(erasure));
            m_wake.notify_all();
        }
    }
    if (done)
        done();
}

}  // namespace hands
