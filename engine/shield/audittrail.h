// Audit Trail: what can be proved of the journal's past. Owns the checkpoints (size, root and last
// page hash at a moment) and what outside witnesses stated they saw; the chain, the Merkle tree, the
// signatures and the verifier are the store's and the loop's. Thread contract: pure; states belong to
// the engine thread.
#pragma once

#include "spine/dreamnetos.h"

namespace audittrail {

using namespace kernel;
DREAM_SYSTEM_OF(AuditTrail)

struct Checkpoint {
    Id<Checkpoint> id;
    std::uint64_t pages = 0;              // size of the tree
    Digest root;                          // RFC 9162 tree over the page hashes
    Digest hash;                          // of the last page
    Time at;
    DREAM_FIELDS(Checkpoint, id, pages, root, hash, at)
};

enum class Verdict : std::uint8_t { Waiting, Agrees, Contradicts };
DREAM_ENUM(Verdict, Waiting, Agrees, Contradicts)

// Somebody outside says: after so many pages, your last page hashed to this.
struct Witness {
    Id<Witness> id;
    Text name;
    std::uint64_t pages = 0;
    Digest hash;
    Verdict verdict = Verdict::Waiting;
    Time at;
    DREAM_FIELDS(Witness, id, name, pages, hash, verdict, at)
};

inline constexpr std::size_t checkpointsMax = 1000;  // older ones stay in the journal
inline constexpr std::size_t witnessesMax = 1000;
inline constexpr std::size_t nameBytesMax = 120;

// The tip as signed just now.
struct Record {
    static constexpr bool isInternal = true;
    std::uint64_t pages = 0;
    Digest root, hash;
    DREAM_FIELDS(Record, pages, root, hash)
};
struct AddWitness {
    std::string name;
    std::uint64_t pages = 0;
    Digest hash;
    DREAM_FIELDS(AddWitness, name, pages, hash)
};
struct DropWitness {
    Id<Witness> witness;
    DREAM_FIELDS(DropWitness, witness)
};

// A hand looked up the hash of the page the witness speaks of.
struct Compare {
    static constexpr bool isInternal = true;
    Id<Witness> witness;
    Digest hash;
    DREAM_FIELDS(Compare, witness, hash)
};

struct Recorded {
    static constexpr Audience audience = Audience::Public;
    Checkpoint checkpoint;
    DREAM_FIELDS(Recorded, checkpoint)
};
struct WitnessAdded {
    Witness witness;
    DREAM_FIELDS(WitnessAdded, witness)
};
struct WitnessDropped {
    Id<Witness> witness;
    std::uint64_t erases() const { return witness.value; }
    DREAM_FIELDS(WitnessDropped, witness)
};
struct Judged {
    Id<Witness> witness;
    Verdict verdict = Verdict::Waiting;
    std::uint64_t pages = 0;
    DREAM_FIELDS(Judged, witness, verdict, pages)
};

struct Memory {
    Table<Checkpoint> checkpoints;
    Table<Witness> witnesses;
    DREAM_FIELDS(Memory, checkpoints, witnesses)
    Lookup<std::uint64_t, std::uint64_t> byPages;  // pages, checkpoint
};

struct AuditTrail {
    static constexpr std::string_view stem = "audittrail", organ = "shield", page = "Atlas";
    static constexpr std::string_view purpose =
        "Keeps checkpoints of the journal and what outside witnesses saw of it, and compares them.";
    static constexpr std::string_view consequence =
        "dreamnetos: a witness that contradicts the journal raises an alarm that no restart clears.";
    static constexpr std::uint16_t number = 7;
    using State = Memory;
    using Commands = List<Record, AddWitness, DropWitness, Compare>;
    using Facts = List<Recorded, WitnessAdded, WitnessDropped, Judged>;
    using Reacts = List<Judged, WitnessDropped>;

    static Outcome decide(const Memory &, const Record &, World &);
    static Outcome decide(const Memory &, const AddWitness &, World &);
    static Outcome decide(const Memory &, const DropWitness &, World &);
    static Outcome decide(const Memory &, const Compare &, World &);
    static void evolve(Memory &, const Recorded &, const Moment &);
    static void evolve(Memory &, const WitnessAdded &, const Moment &);
    static void evolve(Memory &, const WitnessDropped &, const Moment &);
    static void evolve(Memory &, const Judged &, const Moment &);
    static void react(const Memory &, const Judged &, Reactions &);
    static void react(const Memory &, const WitnessDropped &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace audittrail
