// What a decision may see and do: the time and chance of its envelope, other systems' state
// (read-only), telling facts, requiring a command of another system in the same breath, and new ids.
// Requires come before the first tell, so that a refused require leaves nothing behind.
// Thread contract: lives for one command on the engine thread.
#pragma once

#include "kernel/envelope.h"
#include "kernel/table.h"

namespace kernel {

// When and by whom a fact was told; the same at replay.
struct Moment {
    Time now;
    std::uint64_t seq = 0;
    std::string_view actor;
};

// A command whose type is known only by its number.
struct Ask {
    std::uint16_t kind = 0;
    std::shared_ptr<const void> payload;
    Envelope envelope;
};

// A fact whose type is known only by its number.
struct Told {
    std::uint16_t kind = 0;
    std::uint64_t seq = 0;
    Time at;
    std::shared_ptr<const void> fact;
};

// Number of the N-th type of a list, at compile time.
template<class S, class F>
constexpr std::uint16_t factKind()
{
    constexpr std::size_t index = boost::mp11::mp_find<typename S::Facts, F>::value;
    static_assert(index < boost::mp11::mp_size<typename S::Facts>::value, "not a fact of S");
    return static_cast<std::uint16_t>(S::number << 8 | index);
}
template<class S, class C>
constexpr std::uint16_t commandKind()
{
    constexpr std::size_t index = boost::mp11::mp_find<typename S::Commands, C>::value;
    static_assert(index < boost::mp11::mp_size<typename S::Commands>::value, "not a command of S");
    return static_cast<std::uint16_t>(S::number << 8 | index);
}

// The system a command or fact belongs to: found by its namespace (each declares systemOf).
template<class T>
using SystemOf = decltype(systemOf(std::declval<const T &>()));

template<class... T>
using List = boost::mp11::mp_list<T...>;

template<class C>
Ask makeAsk(C command, Envelope envelope = {})
{
    return {commandKind<SystemOf<C>, C>(), std::make_shared<const C>(std::move(command)),
            std::move(envelope)};
}

class Host {
public:
    virtual ~Host() = default;
    virtual void tell(std::uint16_t kind, const void *fact) = 0;
    virtual const void *stateOf(std::uint16_t system) const = 0;
    virtual std::uint64_t newId() = 0;
    virtual std::uint64_t lastFact() const = 0;
    virtual void beginRequire() = 0;
    virtual Digest keep(std::uint64_t owner, std::string_view bytes) = 0;
};

class World {
public:
    World(Host &host, const Envelope &envelope)
        : m_host(host), m_envelope(envelope), m_random(envelope.seed)
    {
    }

    Time now() const { return m_envelope.now; }
    const Envelope &envelope() const { return m_envelope; }
    const std::string &actor() const { return m_envelope.actor; }

    // SplitMix64 (Steele, Lea, Flood 2014) over the envelope's seed.
    std::uint64_t random()
    {
        std::uint64_t z = m_random += 0x9E3779B97F4A7C15ull;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ z >> 27) * 0x94D049BB133111EBull;
        return z ^ z >> 31;
    }

    template<class T>
    Id<T> newId()
    {
        return {m_host.newId()};
    }
    // Number of the newest fact, those of this command included.
    std::uint64_t lastFact() const { return m_host.lastFact(); }
    template<class S>
    const typename S::State &state() const
    {
        return *static_cast<const typename S::State *>(m_host.stateOf(S::number));
    }
    template<class F>
    void tell(const F &fact)
    {
        m_host.tell(factKind<SystemOf<F>, F>(), &fact);
    }
    // Stores bytes as a blob in this commit, sealed under the key of its owner (0: not personal).
    template<class T>
    Digest keep(Id<T> owner, std::string_view bytes)
    {
        return m_lastKept = m_host.keep(owner.value, bytes);
    }
    // Digest of the newest blob, also when a required command kept it.
    const Digest &lastKept() const { return m_lastKept; }
    // Decides another system's command now; all of this command or none of it happens.
    template<class C>
    Outcome require(const C &command)
    {
        using S = SystemOf<C>;
        m_host.beginRequire();
        return S::decide(state<S>(), command, *this);
    }

private:
    Host &m_host;
    const Envelope &m_envelope;
    std::uint64_t m_random;
    Digest m_lastKept;
};

// Commands that follow from a fact, next breath.
class Reactions {
public:
    template<class C>
    void ask(C command)
    {
        asks.push_back(makeAsk(std::move(command)));
    }
    std::vector<Ask> asks;
};

}  // namespace kernel
