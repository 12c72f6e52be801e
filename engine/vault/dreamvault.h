// Dream Vault: what tasks made, content-addressed under the key of the dream it belongs to. Owns the
// catalogue of artefacts and the quota; the bytes are blobs of the journal's store.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "cortex/dreams.h"

namespace dreamvault {

using namespace kernel;
DREAM_SYSTEM_OF(DreamVault)

struct Item;
struct Holder {                           // one dream's part of the vault
    Id<dreams::Dream> dream;
    std::uint64_t items = 0, bytes = 0;
    DREAM_FIELDS(Holder, dream, items, bytes)
};

struct Totals {
    std::uint64_t items = 0, bytes = 0;
    std::uint64_t quota = 64ull << 30;
    DREAM_FIELDS(Totals, items, bytes, quota)
};

inline constexpr std::size_t itemBytesMax = 1024 * 1024;

struct Keep {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    std::uint64_t task = 0;
    std::string name, mediaType;
    Body bytes;
    std::string agent, capability;
    DREAM_FIELDS(Keep, dream, task, name, mediaType, bytes, agent, capability)
};
struct SetQuota {
    std::uint64_t bytes = 0;
    DREAM_FIELDS(SetQuota, bytes)
};
struct Forget {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forget, dream)
};

struct Kept {
    static constexpr std::string_view archiveName = "items";
    Id<Item> id;
    Id<dreams::Dream> dream;
    std::uint64_t task = 0;
    std::string name, mediaType;
    Digest digest;
    std::uint64_t bytes = 0;
    std::string agent, capability;
    Time at;
    DREAM_FIELDS(Kept, id, dream, task, name, mediaType, digest, bytes, agent, capability, at)
};
struct QuotaSet {
    std::uint64_t bytes = 0;
    DREAM_FIELDS(QuotaSet, bytes)
};
struct Forgotten {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forgotten, dream)
};

struct Memory {
    Table<Holder> holders;
    Cell<Totals> totals;
    DREAM_FIELDS(Memory, holders, totals)
};

struct DreamVault {
    static constexpr std::string_view stem = "dreamvault", organ = "vault", page = "Atlas";
    static constexpr std::string_view purpose =
        "Keeps what tasks made: every artefact by its digest, sealed under its dream's key.";
    static constexpr std::string_view consequence =
        "superspine: a task whose results do not fit the quota is refused and its dream not understood.";
    static constexpr std::uint16_t number = 4;
    using State = Memory;
    using Commands = List<Keep, SetQuota, Forget>;
    using Facts = List<Kept, QuotaSet, Forgotten>;
    using Reacts = List<dreams::Erased>;

    static Outcome decide(const Memory &, const Keep &, World &);
    static Outcome decide(const Memory &, const SetQuota &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const Kept &, const Moment &);
    static void evolve(Memory &, const QuotaSet &, const Moment &);
    static void evolve(Memory &, const Forgotten &, const Moment &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void vitals(const Memory &, Vitals &);
};

// Whether so many more bytes fit.
Outcome room(const Memory &, std::uint64_t bytes);

}  // namespace dreamvault
