// Passports: who a person or an agent is here. Owns the ladder from visitor to founder, the recorded
// achievements that carry somebody up it, domain names, suspension and expiry. A passport belongs to
// its holder for good (locked, ERC-5192). Leaves keys to the hands, links to the Identity Grid and
// scores to Reputation. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/agentregistry.h"

namespace passports {

using namespace kernel;
DREAM_SYSTEM_OF(Passports)

enum class Holder : std::uint8_t { Person, Agent };
DREAM_ENUM(Holder, Person, Agent)
enum class Level : std::uint8_t { Visitor, Dreamer, Citizen, Operator, Architect, Founder };
DREAM_ENUM(Level, Visitor, Dreamer, Citizen, Operator, Architect, Founder)
enum class Standing : std::uint8_t { Good, Suspended, Expired, Left };
DREAM_ENUM(Standing, Good, Suspended, Expired, Left)

struct Earned {
    std::string code;        // of `achievements`
    std::uint64_t fact = 0;  // that proves it
    Time at;
    DREAM_FIELDS(Earned, code, fact, at)
};

struct Passport {
    Id<Passport> id;
    Holder holder = Holder::Person;
    std::string actor;  // as in an envelope: "owner", "ada", "agent:lucid"
    std::string did;    // did:key of a person's key; an agent has none
    Text name;
    Level level = Level::Visitor;
    Standing standing = Standing::Good;
    std::string reason;  // of a suspension
    std::string domain;
    Time issued, validUntil;  // zero: no end
    std::vector<Earned> achievements;
    DREAM_FIELDS(Passport, id, holder, actor, did, name, level, standing, reason, domain, issued,
                 validUntil, achievements)
};

// A name once taken is never given to anybody else.
struct Domain {
    Id<Domain> id;
    std::string name;
    Id<Passport> passport;
    Time at;
    DREAM_FIELDS(Domain, id, name, passport, at)
};

inline constexpr std::size_t passportsMax = 100'000, achievementsMax = 64;
inline constexpr std::size_t nameBytesMax = 120, reasonBytesMax = 256;

// What can be recorded, and from which rung on it counts.
inline constexpr std::string_view achievements[] = {"founded", "firstDream", "joined",
                                                    "wallet",  "vouched",    "tenDreams",
                                                    "trust60", "trust80",    "hundredDreams"};

// A hand: this key is in the profile. The first one founded it.
struct Issue {
    static constexpr bool isInternal = true;
    std::string actor, did, name;
    DREAM_FIELDS(Issue, actor, did, name)
};
// Every hired agent that has none gets a passport; also asked at every start.
struct Enrol {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Enrol)
};
// Another system saw it happen; the fact it reacted to is the proof.
struct Award {
    static constexpr bool isInternal = true;
    Id<Passport> passport;
    std::string code;
    DREAM_FIELDS(Award, passport, code)
};
// One rung up, when it is earned and somebody else says so; what is earned in good standing comes by itself.
struct Promote {
    Id<Passport> passport;
    DREAM_FIELDS(Promote, passport)
};
struct Suspend {
    Id<Passport> passport;
    std::string reason;
    DREAM_FIELDS(Suspend, passport, reason)
};
struct Reinstate {
    Id<Passport> passport;
    DREAM_FIELDS(Reinstate, passport)
};
// Until when it holds; without a time it has no end. A later one wakes an expired passport.
struct SetExpiry {
    Id<Passport> passport;
    std::optional<Time> until;
    DREAM_FIELDS(SetExpiry, passport, until)
};
struct Rename {
    Id<Passport> passport;
    std::string name;
    DREAM_FIELDS(Rename, passport, name)
};
struct ClaimDomain {
    Id<Passport> passport;
    std::string domain;  // "name.dream"
    DREAM_FIELDS(ClaimDomain, passport, domain)
};
// Exists to be refused: a passport is bound to its holder (ERC-5192).
struct Transfer {
    Id<Passport> passport;
    std::string to;
    DREAM_FIELDS(Transfer, passport, to)
};
// Citizens: its holder leaves; the name is erased.
struct Depart {
    static constexpr bool isInternal = true;
    Id<Passport> passport;
    DREAM_FIELDS(Depart, passport)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct Issued {
    Passport passport;
    DREAM_FIELDS(Issued, passport)
};
struct Awarded {
    Id<Passport> passport;
    Earned earned;
    DREAM_FIELDS(Awarded, passport, earned)
};
struct Promoted {
    Id<Passport> passport;
    Level level = Level::Visitor;
    DREAM_FIELDS(Promoted, passport, level)
};
struct Suspended {
    Id<Passport> passport;
    std::string reason;
    DREAM_FIELDS(Suspended, passport, reason)
};
struct Reinstated {
    Id<Passport> passport;
    DREAM_FIELDS(Reinstated, passport)
};
struct ExpirySet {
    Id<Passport> passport;
    Time until;
    DREAM_FIELDS(ExpirySet, passport, until)
};
struct Expired {
    Id<Passport> passport;
    DREAM_FIELDS(Expired, passport)
};
struct Renamed {
    Id<Passport> passport;
    Text name;
    DREAM_FIELDS(Renamed, passport, name)
};
struct DomainClaimed {
    Domain domain;
    DREAM_FIELDS(DomainClaimed, domain)
};
struct Departed {
    Id<Passport> passport;
    std::uint64_t erases() const { return passport.value; }
    DREAM_FIELDS(Departed, passport)
};

struct Memory {
    Table<Passport> passports;
    Table<Domain> domains;
    DREAM_FIELDS(Memory, passports, domains)
    Lookup<std::string, std::uint64_t> byActor;
    Lookup<std::string, std::uint64_t> byDomain;
    Index<std::pair<std::int64_t, std::uint64_t>> expiring;  // valid until, passport
};

struct Passports {
    static constexpr std::string_view stem = "passports", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Says who somebody is: a passport with level, achievements, domain name and standing.";
    static constexpr std::string_view consequence =
        "rbac: what a person may do follows the level of their passport, and ends with its standing.";
    static constexpr std::uint16_t number = 16;
    using State = Memory;
    using Commands = List<Issue, Enrol, Award, Promote, Suspend, Reinstate, SetExpiry, Rename,
                          ClaimDomain, Transfer, Depart, passports::Tick>;
    using Facts = List<Issued, Awarded, Promoted, Suspended, Reinstated, ExpirySet, Expired,
                       Renamed, DomainClaimed, Departed>;
    using Reacts = List<agentregistry::Hired>;
    using Boot = Enrol;
    using Tick = passports::Tick;

    static Outcome decide(const Memory &, const Issue &, World &);
    static Outcome decide(const Memory &, const Enrol &, World &);
    static Outcome decide(const Memory &, const Award &, World &);
    static Outcome decide(const Memory &, const Promote &, World &);
    static Outcome decide(const Memory &, const Suspend &, World &);
    static Outcome decide(const Memory &, const Reinstate &, World &);
    static Outcome decide(const Memory &, const SetExpiry &, World &);
    static Outcome decide(const Memory &, const Rename &, World &);
    static Outcome decide(const Memory &, const ClaimDomain &, World &);
    static Outcome decide(const Memory &, const Transfer &, World &);
    static Outcome decide(const Memory &, const Depart &, World &);
    static Outcome decide(const Memory &, const passports::Tick &, World &);
    static void evolve(Memory &, const Issued &, const Moment &);
    static void evolve(Memory &, const Awarded &, const Moment &);
    static void evolve(Memory &, const Promoted &, const Moment &);
    static void evolve(Memory &, const Suspended &, const Moment &);
    static void evolve(Memory &, const Reinstated &, const Moment &);
    static void evolve(Memory &, const ExpirySet &, const Moment &);
    static void evolve(Memory &, const Expired &, const Moment &);
    static void evolve(Memory &, const Renamed &, const Moment &);
    static void evolve(Memory &, const DomainClaimed &, const Moment &);
    static void evolve(Memory &, const Departed &, const Moment &);
    static void react(const Memory &, const agentregistry::Hired &, Reactions &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// The passport of an actor, or nullptr.
const Passport *find(const Memory &, const std::string &actor);
// The highest rung these achievements reach, and what is missing for the one after `level`.
Level reached(const Passport &);
std::vector<std::string_view> missing(const Passport &, Level level);
bool has(const Passport &, std::string_view code);
// "owner" and "ada": 2 to 32 of a-z, 0-9 and '-', the first a letter. "system" and "agent" are not.
bool isActorName(std::string_view name);
bool isDomain(std::string_view name);
std::string_view nameOf(Level level);

}  // namespace passports
