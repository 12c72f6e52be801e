// The keys of things: makes them, seals and opens personal text and blobs with them, forgets them.
// New keys are stored in the commit that first uses them. XChaCha20-Poly1305 with the thing's id as
// associated data; the nonce stands in front. Thread contract: every call may come from any thread.
#pragma once

#include "crypto/seal.h"
#include "kernel/text.h"
#include "loop/random.h"
#include "store/store.h"

#include <shared_mutex>
#include <unordered_map>

namespace loop {

class KeyRing : public kernel::Sealer {
public:
    explicit KeyRing(Random random) : m_random(random) {}

    std::string seal(std::uint64_t thing, std::string_view plain) override;
    std::optional<std::string> open(std::uint64_t thing, std::string_view sealed) override;

    void load(const std::vector<store::ThingKey> &keys);
    void add(const store::ThingKey &key);
    // Keys made since the last call.
    std::vector<store::ThingKey> takeNew();
    void forget(std::uint64_t thing);
    bool has(std::uint64_t thing) const;
    // A commitment to bytes that says nothing once the thing's key is gone.
    kernel::Digest commitment(std::uint64_t thing, std::string_view bytes);

private:
    const crypto::SecretKey &keyOf(std::uint64_t thing);

    mutable std::shared_mutex m_mutex;
    Random m_random;
    std::unordered_map<std::uint64_t, crypto::SecretKey> m_keys;
    std::vector<store::ThingKey> m_new;
};

}  // namespace loop
