#include "loop/keyring.h"

#include <cstring>
#include <mutex>

namespace loop {

namespace {

constexpr std::size_t nonceBytes = 24;

std::string associated(std::uint64_t thing)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(thing >> 8 * (7 - i));
    return bytes;
}

crypto::SecretKey secretFrom(const std::string &bytes)
{
    std::array<std::uint8_t, crypto::SecretKey::size> raw{};
    std::memcpy(raw.data(), bytes.data(), std::min(bytes.size(), raw.size()));
    crypto::SecretKey key(raw);
    crypto::wipe(raw);
    return key;
}

}  // namespace

const crypto::SecretKey &KeyRing::keyOf(std::uint64_t thing)
{
    const auto found = m_keys.find(thing);
    if (found != m_keys.end())
        return found->second;
    std::array<std::uint8_t, crypto::SecretKey::size> raw;
    m_random.fill(raw);
    m_new.push_back({thing, std::string(raw.begin(), raw.end())});
    return m_keys.emplace(thing, crypto::SecretKey(raw)).first->second;
}

std::string KeyRing::seal(std::uint64_t thing, std::string_view plain)
{
    const std::lock_guard lock(m_mutex);
    crypto::Nonce nonce;
    m_random.fill(nonce);
    std::string sealed(nonce.begin(), nonce.end());
    sealed += crypto::seal(keyOf(thing), nonce, plain, associated(thing));
    return sealed;
}

std::optional<std::string> KeyRing::open(std::uint64_t thing, std::string_view sealed)
{
    const std::shared_lock lock(m_mutex);
    const auto key = m_keys.find(thing);
    if (key == m_keys.end() || sealed.size() < nonceBytes)
        return {};
    crypto::Nonce nonce;
    std::memcpy(nonce.data(), sealed.data(), nonceBytes);
    return crypto::open(key->second, nonce, sealed.substr(nonceBytes), associated(thing));
}

void KeyRing::load(const std::vector<store::ThingKey> &keys)
{
    const std::lock_guard lock(m_mutex);
    for (const store::ThingKey &key : keys)
        m_keys.insert_or_assign(key.thing, secretFrom(key.key));
}

void KeyRing::add(const store::ThingKey &key)
{
    load({key});
}

std::vector<store::ThingKey> KeyRing::takeNew()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_new, {});
}

void KeyRing::forget(std::uint64_t thing)
{
    const std::lock_guard lock(m_mutex);
    m_keys.erase(thing);
    std::erase_if(m_new, [&](const store::ThingKey &key) { return key.thing == thing; });
}

bool KeyRing::has(std::uint64_t thing) const
{
    const std::shared_lock lock(m_mutex);
    return m_keys.contains(thing);
}

kernel::Digest KeyRing::commitment(std::uint64_t thing, std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    return crypto::blake2bKeyed(keyOf(thing).bytes(), bytes);
}

}  // namespace loop
