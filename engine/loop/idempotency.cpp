#include "loop/idempotency.h"

namespace loop {

const Idempotency::Kept *Idempotency::find(std::uint8_t origin,
                                           const std::array<std::uint64_t, 2> &key) const
{
    const auto perOrigin = m_origins.find(origin);
    if (perOrigin == m_origins.end())
        return nullptr;
    const auto found = perOrigin->second.kept.find(key);
    return found == perOrigin->second.kept.end() ? nullptr : &found->second;
}

void Idempotency::put(Kept kept)
{
    PerOrigin &perOrigin = m_origins[kept.origin];
    const std::array<std::uint64_t, 2> key{kept.high, kept.low};
    if (!perOrigin.kept.insert_or_assign(key, std::move(kept)).second)
        return;
    perOrigin.order.push_back(key);
    ++m_size;
    if (perOrigin.order.size() > keysMax) {
        perOrigin.kept.erase(perOrigin.order.front());
        perOrigin.order.pop_front();
        --m_size;
    }
}

void Idempotency::dropBefore(kernel::Time now)
{
    for (auto &[origin, perOrigin] : m_origins) {
        while (!perOrigin.order.empty()) {
            const auto oldest = perOrigin.kept.find(perOrigin.order.front());
            if (oldest->second.at.us + keepUs > now.us)
                break;
            perOrigin.kept.erase(oldest);
            perOrigin.order.pop_front();
            --m_size;
        }
    }
}

std::string Idempotency::snapshot() const
{
    std::string out;
    kernel::CborWriter writer(out);
    writer.array(m_size);
    for (const auto &[origin, perOrigin] : m_origins)
        for (const auto &key : perOrigin.order)
            kernel::Encoder(out, nullptr).structure(perOrigin.kept.at(key));
    return out;
}

bool Idempotency::restore(std::string_view bytes)
{
    kernel::Decoder decoder(bytes, nullptr);
    const std::uint64_t count = decoder.reader().array();
    for (std::uint64_t i = 0; i < count && decoder.isGood(); ++i) {
        Kept kept;
        decoder.structure(kept);
        put(std::move(kept));
    }
    return decoder.isGood();
}

}  // namespace loop
