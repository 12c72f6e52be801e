#include "loop/tipsigner.h"

#include "loop/profile.h"

#include <chrono>
#include <utility>

namespace loop {

namespace {
// A witness a second old serves as well, and its sync would be one an acknowledgement waits behind.
constexpr auto pauseOfFile = std::chrono::seconds(1);
}  // namespace

TipSigner::TipSigner(const crypto::KeyPair &key, std::string folder, Done done)
    : m_key(key), m_folder(std::move(folder)), m_done(std::move(done)), m_thread([this] { work(); })
{
}

TipSigner::~TipSigner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

store::Tip TipSigner::sign(store::Tip tip, const crypto::KeyPair &key)
{
    const crypto::PublicKey &own = key.publicKey();
    tip.key.assign(own.bytes.begin(), own.bytes.end());
    const crypto::Signature signature = key.sign(store::tipMessage(tip));
    tip.signature.assign(signature.bytes.begin(), signature.bytes.end());
    return tip;
}

void TipSigner::ask(store::Tip tip)
{
    {
        const std::lock_guard lock(m_mutex);
        m_toSign = std::move(tip);
    }
    m_wake.notify_one();
}

void TipSigner::keep(store::Tip tip)
{
    if (m_folder.empty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_toKeep = std::move(tip);
    }
    m_wake.notify_one();
}

void TipSigner::work()
{
    auto keepFrom = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto isReady = [this] { return m_isStopping || m_toSign; };
        if (m_toKeep)
            m_wake.wait_until(lock, keepFrom, isReady);
        else
            m_wake.wait(lock, [&] { return isReady() || m_toKeep; });
        const bool mayKeep = m_isStopping || std::chrono::steady_clock::now() >= keepFrom;
        const std::optional<store::Tip> toSign = std::exchange(m_toSign, {});
        const std::optional<store::Tip> toKeep = mayKeep ? std::exchange(m_toKeep, {}) : std::nullopt;
        if (m_isStopping && !toSign && !toKeep)
            return;
        lock.unlock();
        if (toSign)
            m_done(sign(*toSign, m_key));
        if (toKeep) {
            writeTipFile(m_folder, *toKeep);
            keepFrom = std::chrono::steady_clock::now() + pauseOfFile;
        }
        lock.lock();
    }
}

}  // namespace loop
