// Citizens: who belongs here. Owns the roster, the rite of joining (a first dream worked, and the
// charter read and accepted), standing, and leaving: whoever goes takes their name along, and may take
// a copy of all that is kept about them before. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "identity/passports.h"

namespace citizens {

using namespace kernel;
DREAM_SYSTEM_OF(Citizens)

enum class Standing : std::uint8_t { Good, Warned, Probation, Left };
DREAM_ENUM(Standing, Good, Warned, Probation, Left)

struct Citizen {
    Id<passports::Passport> passport;
    Standing standing = Standing::Good;
    Digest charter;  // of the text that was accepted
    Time joined, left;
    std::uint32_t warnings = 0;
    std::string reason;  // of the last warning
    DREAM_FIELDS(Citizen, passport, standing, charter, joined, left, warnings, reason)
};
struct Copy {
    Id<Copy> id;
    Id<passports::Passport> passport;
    Digest digest;  // BLAKE2b-256 of the file
    std::uint64_t bytes = 0;
    Time at;
    DREAM_FIELDS(Copy, id, passport, digest, bytes, at)
};

// Two warnings are a probation, three suspend the passport.
inline constexpr std::uint32_t warningsMax = 3;
inline constexpr std::size_t reasonBytesMax = 256, copiesMax = 10'000;
inline constexpr std::string_view charter =
    "I speak only for myself. I keep my word and my keys. I judge work by its receipts. "
    "I harm nobody with what I learn here. I may leave at any time and take what is mine.";

struct Join {
    bool acceptsCharter = false;
    DREAM_FIELDS(Join, acceptsCharter)
};
struct Warn {
    Id<passports::Passport> citizen;
    std::string reason;
    DREAM_FIELDS(Warn, citizen, reason)
};
struct Forgive {
    Id<passports::Passport> citizen;
    DREAM_FIELDS(Forgive, citizen)
};
struct Leave {
    static constexpr bool isDangerous = true;
    bool isSure = false;
    DREAM_FIELDS(Leave, isSure)
};
// A hand wrote what is kept about somebody into a file of theirs.
struct NoteCopy {
    static constexpr bool isInternal = true;
    Id<passports::Passport> passport;
    Digest digest;
    std::uint64_t bytes = 0;
    DREAM_FIELDS(NoteCopy, passport, digest, bytes)
};

struct Joined {
    Citizen citizen;
    DREAM_FIELDS(Joined, citizen)
};
struct Warned {
    Id<passports::Passport> citizen;
    std::uint32_t warnings = 0;
    std::string reason;
    DREAM_FIELDS(Warned, citizen, warnings, reason)
};
struct Forgiven {
    Id<passports::Passport> citizen;
    DREAM_FIELDS(Forgiven, citizen)
};
struct WentAway {
    Id<passports::Passport> citizen;
    DREAM_FIELDS(WentAway, citizen)
};
struct CopyNoted {
    Copy copy;
    DREAM_FIELDS(CopyNoted, copy)
};

struct Memory {
    Table<Citizen> citizens;
    Table<Copy> copies;
    DREAM_FIELDS(Memory, citizens, copies)
};

struct Citizens {
    static constexpr std::string_view stem = "citizens", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Keeps the roster: who joined under the charter, their standing, and who left.";
    static constexpr std::string_view consequence =
        "passports: whoever joins becomes a citizen, and a third warning suspends the passport.";
    static constexpr std::uint16_t number = 21;
    using State = Memory;
    using Commands = List<Join, Warn, Forgive, Leave, NoteCopy>;
    using Facts = List<Joined, Warned, Forgiven, WentAway, CopyNoted>;
    using Reacts = List<Joined, Warned, WentAway>;

    static Outcome decide(const Memory &, const Join &, World &);
    static Outcome decide(const Memory &, const Warn &, World &);
    static Outcome decide(const Memory &, const Forgive &, World &);
    static Outcome decide(const Memory &, const Leave &, World &);
    static Outcome decide(const Memory &, const NoteCopy &, World &);
    static void evolve(Memory &, const Joined &, const Moment &);
    static void evolve(Memory &, const Warned &, const Moment &);
    static void evolve(Memory &, const Forgiven &, const Moment &);
    static void evolve(Memory &, const WentAway &, const Moment &);
    static void evolve(Memory &, const CopyNoted &, const Moment &);
    static void react(const Memory &, const Joined &, Reactions &);
    static void react(const Memory &, const Warned &, Reactions &);
    static void react(const Memory &, const WentAway &, Reactions &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace citizens
