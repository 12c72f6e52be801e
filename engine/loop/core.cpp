#include "loop/core.h"

#include "spine/dreamnetos.h"

#include <algorithm>
#include <cassert>

namespace loop {

using namespace kernel;

namespace {
constexpr int reactionDepthMax = 16;
}  // namespace

Core::Core(std::span<const SystemInfo *const> systems, Random random, Gate gate)
    : m_systems(systems.begin(), systems.end()), m_reactors(65536), m_subscribed(65536),
      m_random(random), m_keys(m_random.split())  // keys must never be what a page's salt was
      ,
      m_gate(std::move(gate))
{
    for (const SystemInfo *system : m_systems) {
        assert(system->number < 256 && !m_byNumber[system->number]);
        m_byNumber[system->number] = system;
        m_states[system->number] = system->makeState();
        for (const ReactionInfo &reaction : system->reactions)
            m_reactors[reaction.kind].emplace_back(system->number, reaction);
    }
}

const SystemInfo *Core::systemByNumber(std::uint16_t number) const
{
    return number < 256 ? m_byNumber[number] : nullptr;
}

const CommandInfo *Core::command(std::uint16_t kind) const
{
    const SystemInfo *system = systemByNumber(kind >> 8);
    const std::size_t index = kind & 0xff;
    return system && index < system->commands.size() ? &system->commands[index] : nullptr;
}

const CommandInfo *Core::command(std::string_view name) const
{
    for (const SystemInfo *system : m_systems)
        for (const CommandInfo &command : system->commands)
            if (command.name == name)
                return &command;
    return nullptr;
}

const FactInfo *Core::fact(std::uint16_t kind) const
{
    const SystemInfo *system = systemByNumber(kind >> 8);
    const std::size_t index = kind & 0xff;
    return system && index < system->facts.size() ? &system->facts[index] : nullptr;
}

bool Core::isWorking(std::uint16_t number) const
{
    const auto *supervisor =
        static_cast<const dreamnetos::Memory *>(state(dreamnetos::DreamNetOs::number));
    const SystemInfo *system = systemByNumber(number);
    return !isReadOnly(number)
           && (!supervisor || !system || dreamnetos::isRunning(*supervisor, system->stem));
}

void Core::beginPage(Time now)
{
    store::PageHead head;
    head.seq = m_pages + 1;
    head.previous = m_tip;
    head.firstFact = m_nextFact;
    head.time = now;
    m_random.fill(head.salt.bytes);
    m_page.begin(head);
    m_sealed = {};
    m_idempotency.dropBefore(now);
}

bool Core::isFull() const
{
    return m_page.facts() >= store::pageFactsMax || m_page.bytes() >= store::pageBytesMax;
}

Answer Core::ask(Ask &ask)
{
    Answer answer;
    ++m_commands;
    Envelope &envelope = ask.envelope;
    const CommandInfo *command = this->command(ask.kind);
    if (!command) {
        ++m_refusals;
        answer.refusal = {"gate.unknownCommand", {}};
        return answer;
    }
    envelope.now = m_page.head().time;
    if (!envelope.trace)
        envelope.trace = m_random.number();
    const bool hasKey = envelope.key[0] || envelope.key[1];
    if (hasKey) {
        if (const auto *kept =
                m_idempotency.find(static_cast<std::uint8_t>(envelope.origin), envelope.key)) {
            answer.isDone = answer.isRepeated = true;
            answer.firstFact = kept->firstFact;
            answer.facts = kept->facts;
            answer.ids = kept->ids;
            return answer;
        }
    }
    if (!envelope.seed)
        envelope.seed = m_random.number();

    begin(envelope);
    Outcome outcome = m_gate(*this, *command, ask);
    if (outcome) {
        World world(*this, envelope);
        outcome = command->decide(m_states[ask.kind >> 8].get(), ask.payload.get(), world);
    }
    if (!outcome) {
        ++m_refusals;
        takeBack();
        answer.refusal = outcome.refusal();
        return answer;
    }
    m_undo.reset();
    answer.isDone = true;
    answer.facts = static_cast<std::uint32_t>(m_page.facts() - m_before.facts);
    answer.firstFact = m_page.head().firstFact + m_before.facts;
    answer.ids = m_ids;
    recordFacts(ask);
    if (hasKey)
        m_idempotency.put({envelope.key[0], envelope.key[1],
                           static_cast<std::uint8_t>(envelope.origin), envelope.now,
                           answer.firstFact, answer.facts, m_ids});
    return answer;
}

void Core::begin(const Envelope &envelope)
{
    m_envelope = &envelope;
    m_ids.clear();
    m_following.clear();
    m_kept.clear();
    m_before = {m_page.facts(), m_sealed.told.size(), m_sealed.mentions.size(),
                m_sealed.erasedThings.size(), m_nextId};
}

// As if the command had not been asked. Facts before a refusal are only possible when a require
// began first.
void Core::takeBack()
{
    assert(m_page.facts() == m_before.facts || m_undo);
    if (m_undo)
        m_undo->rollBack();
    m_undo.reset();
    m_nextFact -= m_page.facts() - m_before.facts;
    m_page.truncate(m_before.facts);
    m_sealed.told.resize(m_before.told);
    m_sealed.mentions.resize(m_before.mentions);
    m_sealed.erasedThings.resize(m_before.erased);
    m_nextId = m_before.nextId;
}

void Core::recordFacts(const Ask &ask)
{
    const Envelope &envelope = ask.envelope;
    for (Ask &following : m_following)
        m_reactions.push_back(std::move(following));
    m_following.clear();
    const bool hasKey = envelope.key[0] || envelope.key[1];
    if (m_page.facts() == m_before.facts && !hasKey)
        return;
    for (Kept &kept : m_kept) {
        store::StoredBlob stored{kept.owner, kept.digest, std::move(kept.bytes), kept.owner != 0};
        if (stored.isSealed)
            stored.bytes = m_keys.seal(stored.owner, stored.bytes);
        m_sealed.blobs.push_back(std::move(stored));
    }
    store::PageCommand record;
    record.kind = ask.kind;
    record.actor = envelope.actor;
    record.origin = static_cast<std::uint8_t>(envelope.origin);
    record.trace = envelope.trace;
    record.keyHigh = envelope.key[0];
    record.keyLow = envelope.key[1];
    record.seed = envelope.seed;
    record.cause = envelope.cause;
    record.facts = static_cast<std::uint32_t>(m_page.facts() - m_before.facts);
    if (hasKey)
        record.ids = m_ids;
    m_page.addCommand(record);
}

void Core::tell(std::uint16_t kind, const void *fact)
{
    const FactInfo &info = *this->fact(kind);
    std::vector<std::uint64_t> &things = m_things;
    things.clear();
    Encoder encoder(m_page.factBytes(), &m_keys);
    encoder.ids = &things;
    info.encode(encoder, fact);
    m_page.endFact();
    const std::uint64_t seq = m_nextFact++;
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    for (std::uint64_t thing : things)
        m_sealed.mentions.push_back({thing, seq});
    info.evolve(m_states[kind >> 8].get(), fact, {m_envelope->now, seq, m_envelope->actor});
    if (m_subscribed[kind])
        m_sealed.told.push_back({kind, seq, m_envelope->now, info.copy(fact)});
    if (info.erases)
        if (const std::uint64_t thing = info.erases(fact))
            m_sealed.erasedThings.push_back(thing);
    react(kind, fact, seq, m_envelope->depth);
}

void Core::react(std::uint16_t kind, const void *fact, std::uint64_t seq, int depth)
{
    for (const auto &[system, reaction] : m_reactors[kind]) {
        Reactions reactions;
        reaction.react(m_states[system].get(), fact, reactions);
        for (Ask &ask : reactions.asks) {
            ask.envelope.actor = "system";
            ask.envelope.origin = Origin::Reaction;
            ask.envelope.depth = static_cast<std::uint8_t>(depth + 1);
            ask.envelope.cause = seq;
            m_following.push_back(std::move(ask));
        }
    }
}

void Core::askReaction()
{
    // All reactions to one fact go into one page, so that a crash repeats all or none of them.
    const std::uint64_t cause = m_reactions.front().envelope.cause;
    while (!m_reactions.empty() && m_reactions.front().envelope.cause == cause) {
        Ask next = std::move(m_reactions.front());
        m_reactions.pop_front();
        const CommandInfo *command = this->command(next.kind);
        Answer answer;
        if (next.envelope.depth > reactionDepthMax)
            answer.refusal = {"gate.tooDeep", {}};
        else
            answer = ask(next);
        if (!answer.isDone && m_overflow && command)
            if (Ask parked = m_overflow(*command, next, answer.refusal); parked.payload)
                ask(parked);
    }
}

std::uint64_t Core::newId()
{
    const std::uint64_t id = std::uint64_t{m_origin} << idCounterBits | m_nextId++;
    m_ids.push_back(id);
    return id;
}

Digest Core::keep(std::uint64_t owner, std::string_view bytes)
{
    const Digest digest = crypto::blake2b(bytes);
    m_kept.push_back({owner, digest, std::string(bytes)});
    return digest;
}

void Core::beginRequire()
{
    // What was told before the first require could not be taken back.
    assert(m_undo || m_page.facts() == m_before.facts);
    if (!m_undo)
        m_undo = std::make_unique<Undo>();
}

Sealed Core::seal()
{
    store::PageHead &head = m_page.head();
    head.nextId = m_nextId;
    head.reacted = m_reactions.empty() ? m_nextFact : m_reactions.front().envelope.cause;
    Sealed sealed = std::move(m_sealed);
    m_sealed = {};
    sealed.page.seq = head.seq;
    sealed.page.firstFact = head.firstFact;
    sealed.page.facts = static_cast<std::uint32_t>(m_page.facts());
    sealed.page.bytes = m_page.seal(sealed.page.hash);
    sealed.keys = m_keys.takeNew();
    for (std::uint64_t thing : sealed.erasedThings)
        m_keys.forget(thing);
    m_pages = head.seq;
    m_tip = sealed.page.hash;
    return sealed;
}

std::vector<Ask> Core::bootAsks() const
{
    std::vector<Ask> asks;
    for (const SystemInfo *system : m_systems) {
        if (!system->boot)
            continue;
        asks.push_back(system->boot());
        asks.back().envelope.actor = "system";
        asks.back().envelope.origin = Origin::Boot;
    }
    return asks;
}

Time Core::nextDue() const
{
    Time next;
    for (const SystemInfo *system : m_systems) {
        if (!system->due || !isWorking(system->number))
            continue;
        const Time due = system->due(m_states[system->number].get());
        if (due.us && (!next.us || due < next))
            next = due;
    }
    return next;
}

std::vector<Ask> Core::dueAsks(Time now) const
{
    std::vector<Ask> asks;
    for (const SystemInfo *system : m_systems) {
        // A tick that the gate refuses would be due again at once, for ever.
        if (!system->due || !isWorking(system->number))
            continue;
        const Time due = system->due(m_states[system->number].get());
        if (!due.us || due > now)
            continue;
        asks.push_back(system->tick());
        asks.back().envelope.actor = "system";
        asks.back().envelope.origin = Origin::Timer;
    }
    return asks;
}

}  // namespace loop
