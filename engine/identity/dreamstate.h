// Dream State: one subject across all places of the program. Owns the consent matrix (who may see or
// use what of somebody), offices and cabinets with their decision rules and matters, departments with
// budgets, and the relations to other networks. What others ask of it are the two lines at the end.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "kernel/system.h"

namespace dreamstate {

using namespace kernel;
DREAM_SYSTEM_OF(DreamState)

enum class Audience : std::uint8_t { Agents, People, Peers, Public };
DREAM_ENUM(Audience, Agents, People, Peers, Public)
enum class Vertical : std::uint8_t { Dreams, Name, Trust, Work };
DREAM_ENUM(Vertical, Dreams, Name, Trust, Work)
enum class DecisionRule : std::uint8_t { Any, Majority, All };
DREAM_ENUM(DecisionRule, Any, Majority, All)
enum class MatterState : std::uint8_t { Open, Carried, Lost };
DREAM_ENUM(MatterState, Open, Carried, Lost)
enum class Stance : std::uint8_t { Neutral, Allied, Closed };
DREAM_ENUM(Stance, Neutral, Allied, Closed)

struct Consent {
    Id<Consent> id;
    std::string actor;
    Audience audience = Audience::Agents;
    Vertical vertical = Vertical::Dreams;
    bool isGiven = false;
    Time since;
    DREAM_FIELDS(Consent, id, actor, audience, vertical, isGiven, since)
};
struct Office {
    Id<Office> id;
    std::string name;
    std::string holder;  // an actor, or nobody
    DREAM_FIELDS(Office, id, name, holder)
};
struct Cabinet {
    Id<Cabinet> id;
    std::string name;
    std::vector<Id<Office>> offices;
    DecisionRule rule = DecisionRule::Majority;
    DREAM_FIELDS(Cabinet, id, name, offices, rule)
};
struct Matter {
    Id<Matter> id;
    Id<Cabinet> cabinet;
    std::string title;
    std::vector<Id<Office>> inFavour, against;
    MatterState state = MatterState::Open;
    DREAM_FIELDS(Matter, id, cabinet, title, inFavour, against, state)
};
struct Department {
    Id<Department> id;
    std::string name;
    std::uint64_t budget = 0, spent = 0;  // in whole units of whatever it keeps
    DREAM_FIELDS(Department, id, name, budget, spent)
};
struct Relationship {
    Id<Relationship> id;
    std::string network;
    Stance stance = Stance::Neutral;
    Time since;
    DREAM_FIELDS(Relationship, id, network, stance, since)
};

inline constexpr std::size_t rowsMax = 10'000, officesOfCabinetMax = 32, nameBytesMax = 120;

// About oneself.
struct SetConsent {
    Audience audience = Audience::Agents;
    Vertical vertical = Vertical::Dreams;
    bool isGiven = false;
    DREAM_FIELDS(SetConsent, audience, vertical, isGiven)
};
struct AddOffice {
    std::string name;
    DREAM_FIELDS(AddOffice, name)
};
// An empty holder vacates it.
struct FillOffice {
    Id<Office> office;
    std::string holder;
    DREAM_FIELDS(FillOffice, office, holder)
};
struct AddCabinet {
    std::string name;
    std::vector<Id<Office>> offices;
    DecisionRule rule = DecisionRule::Majority;
    DREAM_FIELDS(AddCabinet, name, offices, rule)
};
struct Propose {
    Id<Cabinet> cabinet;
    std::string title;
    DREAM_FIELDS(Propose, cabinet, title)
};
// By whoever holds the office.
struct Vote {
    Id<Matter> matter;
    Id<Office> office;
    bool isInFavour = false;
    DREAM_FIELDS(Vote, matter, office, isInFavour)
};
struct SetDepartment {
    std::string name;
    std::uint64_t budget = 0;
    DREAM_FIELDS(SetDepartment, name, budget)
};
struct Spend {
    Id<Department> department;
    std::uint64_t units = 0;
    DREAM_FIELDS(Spend, department, units)
};
struct SetStance {
    std::string network;
    Stance stance = Stance::Neutral;
    DREAM_FIELDS(SetStance, network, stance)
};

struct ConsentSet {
    Consent consent;
    DREAM_FIELDS(ConsentSet, consent)
};
struct OfficeSet {
    Office office;
    DREAM_FIELDS(OfficeSet, office)
};
struct CabinetAdded {
    Cabinet cabinet;
    DREAM_FIELDS(CabinetAdded, cabinet)
};
struct MatterSet {
    Matter matter;
    DREAM_FIELDS(MatterSet, matter)
};
struct DepartmentSet {
    Department department;
    DREAM_FIELDS(DepartmentSet, department)
};
struct StanceSet {
    Relationship relationship;
    DREAM_FIELDS(StanceSet, relationship)
};

struct Memory {
    Table<Consent> consents;
    Table<Office> offices;
    Table<Cabinet> cabinets;
    Table<Matter> matters;
    Table<Department> departments;
    Table<Relationship> relationships;
    DREAM_FIELDS(Memory, consents, offices, cabinets, matters, departments, relationships)
    Lookup<std::string, std::uint64_t> byCell;  // of the matrix
};

struct DreamState {
    static constexpr std::string_view stem = "dreamstate", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Holds what somebody consents to, and offices, cabinets, departments and foreign relations.";
    static constexpr std::string_view consequence =
        "superspine: no agent is given the dreams of somebody who took their consent back.";
    static constexpr std::uint16_t number = 22;
    using State = Memory;
    using Commands = List<SetConsent, AddOffice, FillOffice, AddCabinet, Propose, Vote,
                          SetDepartment, Spend, SetStance>;
    using Facts = List<ConsentSet, OfficeSet, CabinetAdded, MatterSet, DepartmentSet, StanceSet>;

    static Outcome decide(const Memory &, const SetConsent &, World &);
    static Outcome decide(const Memory &, const AddOffice &, World &);
    static Outcome decide(const Memory &, const FillOffice &, World &);
    static Outcome decide(const Memory &, const AddCabinet &, World &);
    static Outcome decide(const Memory &, const Propose &, World &);
    static Outcome decide(const Memory &, const Vote &, World &);
    static Outcome decide(const Memory &, const SetDepartment &, World &);
    static Outcome decide(const Memory &, const Spend &, World &);
    static Outcome decide(const Memory &, const SetStance &, World &);
    static void evolve(Memory &, const ConsentSet &, const Moment &);
    static void evolve(Memory &, const OfficeSet &, const Moment &);
    static void evolve(Memory &, const CabinetAdded &, const Moment &);
    static void evolve(Memory &, const MatterSet &, const Moment &);
    static void evolve(Memory &, const DepartmentSet &, const Moment &);
    static void evolve(Memory &, const StanceSet &, const Moment &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// Whether somebody lets that audience have that. Unless said otherwise the agents of this profile
// read dreams and count work, and nobody else sees anything.
bool isAllowed(const Memory &, const std::string &actor, Audience, Vertical);
// What the votes so far come to.
MatterState outcomeOf(const Cabinet &, const Matter &);

}  // namespace dreamstate
