// A system described at run time, made from its types: commands, facts, tables, reactions, vitals.
// A system is a C++20 concept, not a base class; DREAM_SYSTEM in its .cpp makes the description.
// Thread contract: descriptions are made once and never change; states belong to the engine thread.
#pragma once

#include "kernel/statecodec.h"
#include "kernel/world.h"

namespace kernel {

struct Vital {
    std::string_view name;
    std::int64_t value = 0;
    std::string_view unit;  // "count", "us", "bytes", "permille"
    enum State { Well, Look, Failing } state = Well;
    friend bool operator==(const Vital &, const Vital &) = default;
};
using Vitals = std::vector<Vital>;

struct CommandInfo {
    std::string name;  // "superspine.submit"
    std::uint16_t kind = 0;
    std::vector<FieldInfo> fields;
    bool isInternal = false;  // only hands, timers, reactions and boot may ask it
    bool isDangerous = false;
    std::shared_ptr<const void> (*decode)(std::string_view, bool &isGood) = nullptr;
    // The inverse; the ids it names are added to `ids`.
    std::string (*encode)(const void *command, std::vector<std::uint64_t> &ids) = nullptr;
    Outcome (*decide)(const void *state, const void *command, World &) = nullptr;
};

// Who may be shown a fact when a feed is proved: nobody else, peers it is shared with, anybody.
enum class Audience : std::uint8_t { Owner, Shared, Public };

struct FactInfo {
    std::string name;  // "superspine.submitted"
    std::uint16_t kind = 0;
    std::vector<FieldInfo> fields;
    bool isPersonal = false;  // holds text to open, which takes longer than all the rest
    Audience audience = Audience::Owner;
    void (*encode)(Encoder &, const void *fact) = nullptr;
    void (*evolve)(void *state, const void *fact, const Moment &) = nullptr;
    std::shared_ptr<const void> (*copy)(const void *fact) = nullptr;
    std::shared_ptr<const void> (*decode)(std::string_view, Sealer *) = nullptr;
    // Decodes and evolves in one go; false when the bytes are not such a fact.
    bool (*replay)(std::string_view, Sealer *, void *state, const Moment &) = nullptr;
    // The thing whose key, blobs and caches go with this fact; 0 for all but an erasure.
    std::uint64_t (*erases)(const void *fact) = nullptr;
    // Hidden facts only: whether it is this holder's. Every door passes them by otherwise.
    bool (*isHeldBy)(std::string_view fact, std::string_view who) = nullptr;
    // A default-made fact: the golden sample's shape test and the fuzzers use it.
    std::string (*sample)() = nullptr;
};

struct TableInfo {
    std::string name;  // "superspine.tasks"
    std::vector<FieldInfo> fields;
    std::size_t (*size)(const void *state) = nullptr;
    // Keys from `from` on, at most `limit`.
    std::vector<std::uint64_t> (*keys)(const void *state, std::uint64_t from,
                                       std::size_t limit) = nullptr;
    // Plain CBOR array of the row's fields; empty when there is none.
    std::string (*row)(const void *state, std::uint64_t key) = nullptr;
    // Hidden tables only, whose size, keys and rows are nothing to everybody else: the holder's rows.
    std::vector<std::string> (*heldRows)(const void *state, std::string_view who) = nullptr;
    void (*watch)(void *state, bool isWatched) = nullptr;
    std::vector<std::uint64_t> (*takeChanged)(void *state) = nullptr;
    // An archive's rows are facts of this kind, found through the mention index; 0: rows of state.
    std::uint16_t archiveKind = 0;
    // Of an archive: plain CBOR array of the fields, from a fact's stored bytes.
    std::string (*archiveRow)(std::string_view fact, Sealer *) = nullptr;
};

struct ReactionInfo {
    std::uint16_t kind = 0;  // of the fact reacted to
    void (*react)(const void *state, const void *fact, Reactions &) = nullptr;
};

struct SystemInfo {
    std::string_view stem, organ, purpose, page, consequence;
    std::uint16_t number = 0;
    std::uint16_t stateVersion = 1;
    std::vector<CommandInfo> commands;
    std::vector<FactInfo> facts;
    std::vector<TableInfo> tables;
    std::vector<ReactionInfo> reactions;
    std::shared_ptr<void> (*makeState)() = nullptr;
    void (*encodeState)(const void *state, std::string &out, Sealer *) = nullptr;
    bool (*decodeState)(void *state, std::string_view in, Sealer *, const Share &) = nullptr;
    void (*rebuild)(void *state) = nullptr;                 // derived members, after a snapshot
    bool (*equal)(const void *a, const void *b) = nullptr;  // derived members included
    void (*vitals)(const void *state, Vitals &) = nullptr;  // may be null
    // The next moment this system wants its tick; a zero time is never. Both may be null.
    Time (*due)(const void *state) = nullptr;
    Ask (*tick)() = nullptr;
    Ask (*boot)() = nullptr;  // asked once at every start; may be null
};

std::string wireName(std::string_view stem, std::string_view structName);

namespace detail {

template<class S, class C>
CommandInfo describeCommand()
{
    CommandInfo info;
    info.name = wireName(S::stem, C::structName);
    info.kind = commandKind<S, C>();
    info.fields = fieldsOf<C>();
    if constexpr (requires { C::isInternal; })
        info.isInternal = C::isInternal;
    if constexpr (requires { C::isDangerous; })
        info.isDangerous = C::isDangerous;
    info.decode = [](std::string_view in, bool &isGood) -> std::shared_ptr<const void> {
        auto command = std::make_shared<C>();
        Decoder decoder(in, nullptr);
        decoder.structure(*command);
        isGood = decoder.isGood() && decoder.reader().isAtEnd();
        return command;
    };
    info.encode = [](const void *command, std::vector<std::uint64_t> &ids) {
        std::string out;
        Encoder encoder(out, nullptr);
        encoder.ids = &ids;
        encoder.structure(*static_cast<const C *>(command));
        return out;
    };
    info.decide = [](const void *state, const void *command, World &world) {
        return S::decide(*static_cast<const typename S::State *>(state),
                         *static_cast<const C *>(command), world);
    };
    return info;
}

template<class S, class F>
FactInfo describeFact()
{
    FactInfo info;
    info.name = wireName(S::stem, F::structName);
    info.kind = factKind<S, F>();
    info.fields = fieldsOf<F>();
    info.isPersonal = isPersonal(info.fields);
    if constexpr (requires { F::audience; })
        info.audience = F::audience;
    info.encode = [](Encoder &encoder, const void *fact) {
        constexpr std::uint64_t kind = factKind<S, F>();
        encoder.structure(*static_cast<const F *>(fact), &kind);
    };
    info.evolve = [](void *state, const void *fact, const Moment &moment) {
        S::evolve(*static_cast<typename S::State *>(state), *static_cast<const F *>(fact), moment);
    };
    info.copy = [](const void *fact) -> std::shared_ptr<const void> {
        return std::make_shared<const F>(*static_cast<const F *>(fact));
    };
    info.decode = [](std::string_view in, Sealer *sealer) -> std::shared_ptr<const void> {
        auto fact = std::make_shared<F>();
        return decodeFact(*fact, in, sealer) ? fact : nullptr;
    };
    info.replay = [](std::string_view in, Sealer *sealer, void *state, const Moment &moment) {
        F fact;
        const bool isGood = decodeFact(fact, in, sealer);
        if (isGood)
            S::evolve(*static_cast<typename S::State *>(state), fact, moment);
        return isGood;
    };
    if constexpr (requires(const F &fact) { fact.erases(); })
        info.erases = [](const void *fact) { return static_cast<const F *>(fact)->erases(); };
    if constexpr (requires { F::isHidden; })
        info.isHeldBy = [](std::string_view in, std::string_view who) {
            F fact;
            return decodeFact(fact, in) && fact.isHeldBy(who);
        };
    info.sample = [] {
        std::string out;
        Encoder encoder(out, nullptr);
        constexpr std::uint64_t kind = factKind<S, F>();
        encoder.structure(F{}, &kind);
        return out;
    };
    return info;
}

// A fact with an archiveName is also a table that is read from the journal.
template<class S, class F>
TableInfo describeArchive()
{
    TableInfo info;
    info.name = std::string(S::stem) + '.' + std::string(F::archiveName);
    info.fields = fieldsOf<F>();
    info.archiveKind = factKind<S, F>();
    info.archiveRow = [](std::string_view bytes, Sealer *sealer) {
        F fact;
        return decodeFact(fact, bytes, sealer) ? kernel::encode(fact) : std::string();
    };
    return info;
}

template<class S, class F>
ReactionInfo describeReaction()
{
    return {factKind<SystemOf<F>, F>(),
            [](const void *state, const void *fact, Reactions &reactions) {
                S::react(*static_cast<const typename S::State *>(state),
                         *static_cast<const F *>(fact), reactions);
            }};
}

// What a hidden table looks like to everybody but a holder.
template<class S, class Field>
void hideTable(TableInfo &info, Field)
{
    using State = typename S::State;
    info.size = [](const void *) { return std::size_t{0}; };
    info.keys = [](const void *, std::uint64_t, std::size_t) {
        return std::vector<std::uint64_t>();
    };
    info.row = [](const void *, std::uint64_t) { return std::string(); };
    info.heldRows = [](const void *state, std::string_view who) {
        std::vector<std::string> rows;
        for (const auto &[key, row] : (static_cast<const State *>(state)->*Field::pointer).rows())
            if (row.isHeldBy(who))
                rows.push_back(kernel::encode(row));
        return rows;
    };
}

template<class S, class Field>
TableInfo describeTable(Field field)
{
    using State = typename S::State;
    using Member = std::remove_cvref_t<decltype(std::declval<State &>().*Field::pointer)>;
    TableInfo info;
    info.name = std::string(S::stem) + '.' + Field::name;
    info.fields = fieldsOf<typename Member::Row>();
    if constexpr (isHiddenTable<Member>) {
        hideTable<S>(info, field);
    } else {
        info.size = [](const void *state) {
            return (static_cast<const State *>(state)->*Field::pointer).size();
        };
        info.keys = [](const void *state, std::uint64_t from, std::size_t limit) {
            const auto &rows = (static_cast<const State *>(state)->*Field::pointer).rows();
            std::vector<std::uint64_t> keys;
            for (auto row = rows.lower_bound(from); row != rows.end() && keys.size() < limit; ++row)
                keys.push_back(row->first);
            return keys;
        };
        info.row = [](const void *state, std::uint64_t key) {
            const auto *row = (static_cast<const State *>(state)->*Field::pointer).find(key);
            return row ? kernel::encode(*row) : std::string();
        };
    }
    info.watch = [](void *state, bool isWatched) {
        (static_cast<State *>(state)->*Field::pointer).isWatched = isWatched;
    };
    info.takeChanged = [](void *state) {
        return (static_cast<State *>(state)->*Field::pointer).takeChanged();
    };
    return info;
}

template<class List, class Each>
void forTypes(Each each)
{
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, List>>(each);
}

}  // namespace detail

template<class S>
SystemInfo describe()
{
    using State = typename S::State;
    SystemInfo info;
    info.stem = S::stem;
    info.organ = S::organ;
    info.purpose = S::purpose;
    info.page = S::page;
    info.consequence = S::consequence;
    info.number = S::number;
    if constexpr (requires { S::stateVersion; })
        info.stateVersion = S::stateVersion;
    detail::forTypes<typename S::Commands>([&]<class C>(boost::mp11::mp_identity<C>) {
        info.commands.push_back(detail::describeCommand<S, C>());
    });
    detail::forTypes<typename S::Facts>([&]<class F>(boost::mp11::mp_identity<F>) {
        info.facts.push_back(detail::describeFact<S, F>());
        if constexpr (requires { F::archiveName; })
            info.tables.push_back(detail::describeArchive<S, F>());
    });
    if constexpr (requires { typename S::Reacts; })
        detail::forTypes<typename S::Reacts>([&]<class F>(boost::mp11::mp_identity<F>) {
            info.reactions.push_back(detail::describeReaction<S, F>());
        });
    boost::mp11::mp_for_each<Fields<State>>([&](auto field) {
        using Member = std::remove_cvref_t<decltype(std::declval<State &>().*field.pointer)>;
        if constexpr (isTable<Member>)
            info.tables.push_back(detail::describeTable<S>(field));
    });
    info.makeState = []() -> std::shared_ptr<void> { return std::make_shared<State>(); };
    info.encodeState = [](const void *state, std::string &out, Sealer *sealer) {
        kernel::encodeState(*static_cast<const State *>(state), out, sealer);
    };
    info.decodeState = [](void *state, std::string_view in, Sealer *sealer, const Share &share) {
        return kernel::decodeState(*static_cast<State *>(state), in, sealer, share);
    };
    info.rebuild = [](void *state) {
        if constexpr (requires(State & s) { S::rebuild(s); })
            S::rebuild(*static_cast<State *>(state));
    };
    info.equal = [](const void *a, const void *b) {
        return *static_cast<const State *>(a) == *static_cast<const State *>(b);
    };
    if constexpr (requires(const State &s, Vitals &v) { S::vitals(s, v); })
        info.vitals = [](const void *state, Vitals &vitals) {
            S::vitals(*static_cast<const State *>(state), vitals);
        };
    if constexpr (requires(const State &s) { S::due(s); }) {
        info.due = [](const void *state) { return S::due(*static_cast<const State *>(state)); };
        info.tick = [] { return makeAsk(typename S::Tick{}); };
    }
    if constexpr (requires { typename S::Boot; })
        info.boot = [] { return makeAsk(typename S::Boot{}); };
    return info;
}

}  // namespace kernel

// In a system's header, inside its namespace, before the first use of its commands elsewhere.
#define DREAM_SYSTEM_OF(S)                             \
    struct S;                                          \
    template<class T>                                  \
    S systemOf(const T &);                             \
    const kernel::SystemInfo &info();                  \
    inline const kernel::SystemInfo &infoOf(const S *) \
    {                                                  \
        return info();                                 \
    }

// In the system's .cpp, inside its namespace.
#define DREAM_SYSTEM(S)                                               \
    const kernel::SystemInfo &info()                                  \
    {                                                                 \
        static const kernel::SystemInfo made = kernel::describe<S>(); \
        return made;                                                  \
    }
