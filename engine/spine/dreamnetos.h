// DreamNet OS Core: the supervisor. Owns which systems run, are stopped or failed, when a failed one
// is started again, and the open alerts, one a cause. The gate asks isRunning(); measuring health is
// Heartbeat's work. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "kernel/system.h"

#include <array>

namespace dreamnetos {

using namespace kernel;
DREAM_SYSTEM_OF(DreamNetOs)

// A system of the organism, what it cannot work without, and whether it may be stopped at all.
struct Part {
    std::string_view stem;
    std::uint16_t number = 0;
    std::array<std::string_view, 3> needs{};
    bool isEssential = false;
};

// Every system of organism.h stands here (tested). The essential ones hold what must never be lost:
// who may run, what failed, and what can be proved.
inline constexpr Part parts[] = {
    {"dreams", 1, {}, false},
    {"agentregistry", 2, {}, false},
    {"superspine", 3, {"dreams", "agentregistry", "dreamvault"}, false},
    {"dreamvault", 4, {"dreams"}, false},
    {"starbridge", 5, {}, false},
    {"deadletter", 6, {}, true},
    {"audittrail", 7, {}, true},
    {"dreamnetos", 8, {}, true},
    {"heartbeat", 9, {}, false},
    {"lucid", 10, {"superspine"}, false},
    {"root", 11, {"superspine"}, false},
    {"canvas", 12, {"superspine"}, false},
    {"echo", 13, {"superspine"}, false},
    {"dreamkeeper", 14, {}, false},
    {"dreammirror", 15, {}, false},
    {"passports", 16, {"agentregistry"}, true},
    {"identitygrid", 17, {"passports"}, false},
    {"rbac", 18, {"passports"}, true},
    {"tierresolver", 19, {"passports", "apikeeper", "identitygrid"}, false},
    {"apikeeper", 20, {"passports"}, false},
    {"citizens", 21, {"passports"}, false},
    {"dreamstate", 22, {}, false},
    {"reputation", 23, {"passports", "superspine"}, false},
    {"tokens", 24, {}, false},
    {"economicengine", 25, {"tokens", "rewards", "superspine"}, false},
    {"rewards", 26, {"tokens"}, false},
    {"billable", 27, {"tokens", "staking"}, false},
    {"subscriptions", 28, {"tokens"}, false},
    {"staking", 29, {"tokens"}, false},
    {"operator", 30, {"tokens", "passports", "rbac"}, false},
};
const Part *find(std::string_view stem);

enum class Standing : std::uint8_t { Running, Stopped, Failed, ReadOnly };
DREAM_ENUM(Standing, Running, Stopped, Failed, ReadOnly)
enum class Severity : std::uint8_t { Notice, Warning, Alarm };
DREAM_ENUM(Severity, Notice, Warning, Alarm)

struct System {
    Id<System> id;  // its number
    std::string stem;
    Standing standing = Standing::Running;
    Time since;
    Text reason;
    std::uint32_t restarts = 0;  // in a row; forgotten after a quiet while
    Time retryAt;                // of a failed one; zero: only a person starts it
    DREAM_FIELDS(System, id, stem, standing, since, reason, restarts, retryAt)
};

struct Alert {
    Id<Alert> id;
    std::string cause;  // "heartbeat.failing superspine": one open alert a cause
    std::string stem;
    Severity severity = Severity::Warning;
    Text detail;
    Time since, last;
    std::uint32_t times = 1;
    DREAM_FIELDS(Alert, id, cause, stem, severity, detail, since, last, times)
};

inline constexpr std::size_t alertsMax = 1000;
inline constexpr std::size_t causeBytesMax = 200;
inline constexpr std::uint32_t restartsMax = 8;
inline constexpr Duration backoff = seconds(1), backoffMax = seconds(300);
inline constexpr Duration quiet = seconds(600);  // well for so long: restarts count from 0
inline constexpr Duration repeatEvery =
    seconds(60);  // the same cause is told again at most so often

struct StopSystem {
    static constexpr bool isDangerous = true;
    std::string stem;
    std::string reason;
    bool isWithOthers = false;  // also stops what cannot work without it
    DREAM_FIELDS(StopSystem, stem, reason, isWithOthers)
};
struct StartSystem {
    std::string stem;
    bool isWithOthers = false;  // also starts what it cannot work without
    DREAM_FIELDS(StartSystem, stem, isWithOthers)
};
struct Fail {
    static constexpr bool isInternal = true;
    std::string stem, reason;
    DREAM_FIELDS(Fail, stem, reason)
};
// Its facts come from a newer version of this program.
struct HoldReadOnly {
    static constexpr bool isInternal = true;
    std::string stem;
    DREAM_FIELDS(HoldReadOnly, stem)
};
struct RaiseAlert {
    static constexpr bool isInternal = true;
    std::string cause, stem;
    Severity severity = Severity::Warning;
    std::string detail;
    DREAM_FIELDS(RaiseAlert, cause, stem, severity, detail)
};
struct ClearAlert {
    static constexpr bool isInternal = true;
    std::string cause;
    DREAM_FIELDS(ClearAlert, cause)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};
// At start: systems not known yet are listed; one that was read-only gets its chance.
struct Survey {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Survey)
};

struct Started {
    Id<System> system;
    std::string stem;
    std::uint32_t restarts = 0;
    DREAM_FIELDS(Started, system, stem, restarts)
};
struct Stopped {
    Id<System> system;
    std::string stem;
    Text reason;
    DREAM_FIELDS(Stopped, system, stem, reason)
};
struct Failed {
    Id<System> system;
    std::string stem;
    Text reason;
    std::uint32_t restarts = 0;
    Time retryAt;
    DREAM_FIELDS(Failed, system, stem, reason, restarts, retryAt)
};
struct HeldReadOnly {
    Id<System> system;
    std::string stem;
    DREAM_FIELDS(HeldReadOnly, system, stem)
};
struct AlertRaised {
    Alert alert;
    DREAM_FIELDS(AlertRaised, alert)
};
struct AlertCleared {
    Id<Alert> alert;
    DREAM_FIELDS(AlertCleared, alert)
};

struct Memory {
    Table<System> systems;
    Table<Alert> alerts;
    DREAM_FIELDS(Memory, systems, alerts)
    Index<std::string> down;  // stems whose commands are refused
    Index<std::pair<std::int64_t, std::uint64_t>> restarts;
    Lookup<std::string, std::uint64_t> byCause;
};

struct DreamNetOs {
    static constexpr std::string_view stem = "dreamnetos", organ = "spine", page = "Atlas";
    static constexpr std::string_view purpose =
        "Starts and stops systems in the order they need each other, restarts failed ones, raises alerts.";
    static constexpr std::string_view consequence =
        "superspine: while it is stopped the gate refuses its commands, and no dream is worked.";
    static constexpr std::uint16_t number = 8;
    using State = Memory;
    using Commands = List<StopSystem, StartSystem, Fail, HoldReadOnly, RaiseAlert, ClearAlert,
                          dreamnetos::Tick, Survey>;
    using Facts = List<Started, Stopped, Failed, HeldReadOnly, AlertRaised, AlertCleared>;
    using Reacts = List<Failed, Started>;
    using Tick = dreamnetos::Tick;
    using Boot = Survey;

    static Outcome decide(const Memory &, const StopSystem &, World &);
    static Outcome decide(const Memory &, const StartSystem &, World &);
    static Outcome decide(const Memory &, const Fail &, World &);
    static Outcome decide(const Memory &, const HoldReadOnly &, World &);
    static Outcome decide(const Memory &, const RaiseAlert &, World &);
    static Outcome decide(const Memory &, const ClearAlert &, World &);
    static Outcome decide(const Memory &, const dreamnetos::Tick &, World &);
    static Outcome decide(const Memory &, const Survey &, World &);
    static void evolve(Memory &, const Started &, const Moment &);
    static void evolve(Memory &, const Stopped &, const Moment &);
    static void evolve(Memory &, const Failed &, const Moment &);
    static void evolve(Memory &, const HeldReadOnly &, const Moment &);
    static void evolve(Memory &, const AlertRaised &, const Moment &);
    static void evolve(Memory &, const AlertCleared &, const Moment &);
    static void react(const Memory &, const Failed &, Reactions &);
    static void react(const Memory &, const Started &, Reactions &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// Whether the gate lets commands of this system through. Essential systems always run.
bool isRunning(const Memory &, std::string_view stem);
// When a system that failed now is started again: doubling, capped; zero after too many in a row.
Time retryTime(Time now, std::uint32_t restarts);

}  // namespace dreamnetos
