#include "loop/tipsigner.h"

#include "loop/profile.h"

#include <utility>

namespace loop {

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
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_isStopping || m_toSign || m_toKeep; });
        if (!m_toSign && !m_toKeep)
            return;
        const std::optional<store::Tip> toSign = std::exchange(m_toSign, {});
        const std::optional<store::Tip> toKeep = std::exchange(m_toKeep, {});
        lock.unlock();
        if (toSign)
            m_done(sign(*toSign, m_key));
        if (toKeep)
            writeTipFile(m_folder, *toKeep);
        lock.lock();
    }
}

}  // namespace loop
