// One organism without threads, clock or disk: takes commands through the gate, decides, evolves,
// fills a page, seals it. Whoever drives it (the engine thread, the simulator, a replay) commits the
// page and only then gives the answers out. Thread contract: one thread at a time.
#pragma once

#include "kernel/system.h"
#include "loop/door.h"
#include "loop/idempotency.h"
#include "loop/keyring.h"
#include "store/store.h"

#include <array>
#include <deque>
#include <span>

namespace loop {

// A thing a fact is about: what History looks up.
struct Mention {
    std::uint64_t thing = 0;
    std::uint64_t fact = 0;
};

// Everything one page needs to become durable, and what is to be told once it is.
struct Sealed {
    store::PageRecord page;
    std::vector<store::ThingKey> keys;
    std::vector<store::StoredBlob> blobs;
    std::vector<std::uint64_t> erasedThings;
    std::vector<kernel::Told> told;
    std::vector<Mention> mentions;
};

// Decides over a command before its system does; filled in by the loop (see gate.h).
using Gate =
    std::function<kernel::Outcome(class Core &, const kernel::CommandInfo &, kernel::Ask &)>;

class Core final : public kernel::Host {
public:
    Core(std::span<const kernel::SystemInfo *const> systems, Random random, Gate gate);

    // Rebuilds all state from snapshots and pages; words when the journal cannot be read.
    std::string load(store::Store &store, bool useSnapshots = true);
    // Brings a Core that only looks back to the state after page `last`: from these snapshots if they
    // fit, else on from where it stands, with the keys it was given. Nothing will be reacted to. Asks
    // `goOn` after every page.
    // Words when the journal cannot be read; a snapshot that does not fit is passed over.
    using GoOn = std::function<bool(std::uint64_t page)>;
    std::string loadPast(store::Store &store, const std::vector<store::Snapshot> &from,
                         std::uint64_t last, const GoOn &goOn);
    // Evolves one page that follows the last one; words when it does not fit.
    std::string apply(const store::PageRecord &page);
    // `told`: the page's facts as far as they were read ahead.
    std::string apply(const store::PageRecord &record, const std::optional<store::PageView> &page,
                      std::span<const std::shared_ptr<const void>> told = {});

    // Starts the next page at `now`; every command of it gets that time.
    void beginPage(kernel::Time now);
    kernel::Answer ask(kernel::Ask &ask);
    // Reactions to facts already told, oldest first; call before new commands.
    bool hasReactions() const { return !m_reactions.empty(); }
    void askReaction();
    bool isFull() const;
    bool isEmpty() const { return m_page.isEmpty(); }
    std::size_t pageFacts() const { return m_page.facts(); }
    Sealed seal();
    std::vector<kernel::Ask> bootAsks() const;
    // Commands wanted by timers that are due at `now`, and when the next one is (zero: never).
    std::vector<kernel::Ask> dueAsks(kernel::Time now) const;
    kernel::Time nextDue() const;

    std::vector<store::Snapshot> snapshots();

    // What may be known of it.
    std::uint64_t pages() const { return m_pages; }
    std::uint64_t facts() const { return m_nextFact - 1; }
    const store::Digest &tip() const { return m_tip; }
    KeyRing &keys() { return m_keys; }
    Door &door() { return m_door; }
    const Door &door() const { return m_door; }
    Random &random() { return m_random; }
    std::span<const kernel::SystemInfo *const> systems() const { return m_systems; }
    const kernel::SystemInfo *systemByNumber(std::uint16_t number) const;
    const kernel::CommandInfo *command(std::uint16_t kind) const;
    const kernel::CommandInfo *command(std::string_view name) const;
    const kernel::FactInfo *fact(std::uint16_t kind) const;
    bool isReadOnly(std::uint16_t system) const { return m_readOnly[system & 0xff]; }
    // Neither read-only, nor stopped or failed as far as DreamNet OS knows.
    bool isWorking(std::uint16_t system) const;
    const void *state(std::uint16_t system) const { return m_states[system & 0xff].get(); }
    void *mutableState(std::uint16_t system) { return m_states[system & 0xff].get(); }
    template<class S>
    const typename S::State &stateOf() const
    {
        return *static_cast<const typename S::State *>(state(S::number));
    }
    // Facts of these kinds are handed out in Sealed::told.
    void subscribe(std::uint16_t kind) { m_subscribed[kind] = true; }
    std::uint64_t refusals() const { return m_refusals; }
    std::uint64_t commands() const { return m_commands; }

    // For kernel::World.
    void tell(std::uint16_t kind, const void *fact) override;
    const void *stateOf(std::uint16_t system) const override { return state(system); }
    std::uint64_t newId() override;
    std::uint64_t lastFact() const override { return m_nextFact - 1; }
    void beginRequire() override;
    store::Digest keep(std::uint64_t owner, std::string_view bytes) override;

    // What becomes of a reaction that was refused or went too deep: a command that parks it.
    using Overflow = std::function<kernel::Ask(const kernel::CommandInfo &, const kernel::Ask &,
                                               const kernel::Refusal &)>;
    void setOverflow(Overflow overflow) { m_overflow = std::move(overflow); }

    // 24 bits that tell this profile's ids from another's.
    void setOrigin(std::uint32_t origin) { m_origin = origin & 0xffffff; }

private:
    struct Kept {
        std::uint64_t owner = 0;
        store::Digest digest;
        std::string bytes;
    };

    // What the page held before the command being decided.
    struct Before {
        std::size_t facts = 0, told = 0, mentions = 0, erased = 0;
        std::uint64_t nextId = 1;
    };

    void begin(const kernel::Envelope &envelope);
    void takeBack();
    void recordFacts(const kernel::Ask &ask);
    void react(std::uint16_t kind, const void *fact, std::uint64_t seq, int depth);
    void restore(store::Store &store, const std::vector<store::Snapshot> &found);
    std::string applyRest(store::Store &store, std::uint64_t last, const GoOn &goOn);

    std::vector<const kernel::SystemInfo *> m_systems;
    std::array<const kernel::SystemInfo *, 256> m_byNumber{};
    std::array<std::shared_ptr<void>, 256> m_states;
    std::array<bool, 256> m_readOnly{};
    std::vector<std::vector<std::pair<std::uint16_t, kernel::ReactionInfo>>> m_reactors;
    std::vector<bool> m_subscribed;
    Random m_random;
    KeyRing m_keys;
    Gate m_gate;
    Door m_door;
    Idempotency m_idempotency;

    store::PageBuilder m_page;
    Sealed m_sealed;
    std::uint64_t m_pages = 0;
    std::uint64_t m_nextFact = 1;
    std::uint64_t m_nextId = 1;
    std::uint64_t m_reactFrom = 1;  // at load: facts from here on still have reactions to come
    std::uint32_t m_origin = 0;
    store::Digest m_tip;
    std::uint64_t m_commands = 0, m_refusals = 0;

    std::deque<kernel::Ask> m_reactions;
    // Of the command being decided.
    const kernel::Envelope *m_envelope = nullptr;
    std::vector<std::uint64_t> m_ids;
    std::vector<kernel::Ask> m_following;
    std::vector<Kept> m_kept;
    Overflow m_overflow;
    std::unique_ptr<kernel::Undo> m_undo;
    Before m_before;
    std::vector<std::uint64_t> m_things;  // of the fact being told
};

}  // namespace loop
