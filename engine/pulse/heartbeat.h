// Heartbeat: how well every system is, from what it measures. Owns the thresholds a person sets and
// the health each system is in; a change of health is a fact, the measurements are not. Asking for
// the vitals each second is the loop's work. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/dreamnetos.h"

#include <deque>

namespace heartbeat {

using namespace kernel;
DREAM_SYSTEM_OF(Heartbeat)

enum class Condition : std::uint8_t { Well, Look, Failing };
DREAM_ENUM(Condition, Well, Look, Failing)

// Worse than what a system says of itself, when a person wants to know earlier.
struct Watch {
    Id<Watch> id;
    std::string stem, vital;
    std::int64_t lookAbove = 0, failAbove = 0;
    DREAM_FIELDS(Watch, id, stem, vital, lookAbove, failAbove)
};

struct Health {
    Id<Health> id;                        // the system's number
    std::string stem;
    Condition condition = Condition::Well;
    std::string vital;                    // the worst one
    std::int64_t value = 0;
    Time since;
    DREAM_FIELDS(Health, id, stem, condition, vital, value, since)
};

inline constexpr std::size_t watchesMax = 256;
inline constexpr std::size_t vitalBytesMax = 64;

// Sets or replaces the watch over one vital of one system.
struct SetWatch {
    std::string stem, vital;
    std::int64_t lookAbove = 0, failAbove = 0;
    DREAM_FIELDS(SetWatch, stem, vital, lookAbove, failAbove)
};
struct DropWatch {
    Id<Watch> watch;
    DREAM_FIELDS(DropWatch, watch)
};
// Asked when judge() differs from what is known; the same condition again changes nothing.
struct Beat {
    static constexpr bool isInternal = true;
    std::string stem;
    Condition condition = Condition::Well;
    std::string vital;
    std::int64_t value = 0;
    DREAM_FIELDS(Beat, stem, condition, vital, value)
};

struct WatchSet {
    Watch watch;
    DREAM_FIELDS(WatchSet, watch)
};
struct WatchDropped {
    Id<Watch> watch;
    DREAM_FIELDS(WatchDropped, watch)
};
struct HealthChanged {
    Id<Health> system;
    std::string stem;
    Condition condition = Condition::Well;
    std::string vital;
    std::int64_t value = 0;
    DREAM_FIELDS(HealthChanged, system, stem, condition, vital, value)
};

struct Memory {
    Table<Watch> watches;
    Table<Health> health;
    DREAM_FIELDS(Memory, watches, health)
};

struct Heartbeat {
    static constexpr std::string_view stem = "heartbeat", organ = "pulse", page = "Atlas";
    static constexpr std::string_view purpose =
        "Judges every system by its measured vitals and a person's thresholds; health falls and comes back.";
    static constexpr std::string_view consequence =
        "dreamnetos: a system that is failing has an open alert, which is cleared when it is well again.";
    static constexpr std::uint16_t number = 9;
    using State = Memory;
    using Commands = List<SetWatch, DropWatch, Beat>;
    using Facts = List<WatchSet, WatchDropped, HealthChanged>;
    using Reacts = List<HealthChanged>;

    static Outcome decide(const Memory &, const SetWatch &, World &);
    static Outcome decide(const Memory &, const DropWatch &, World &);
    static Outcome decide(const Memory &, const Beat &, World &);
    static void evolve(Memory &, const WatchSet &, const Moment &);
    static void evolve(Memory &, const WatchDropped &, const Moment &);
    static void evolve(Memory &, const HealthChanged &, const Moment &);
    static void react(const Memory &, const HealthChanged &, Reactions &);
    static void vitals(const Memory &, Vitals &);
};

// What these vitals come to under the watches set: the worst of them, the first of equals.
Beat judge(const Memory &, std::string_view stem, const Vitals &vitals);
// Whether that differs from the health on record, so that a Beat would tell a fact.
bool isChange(const Memory &, const Beat &);

enum class Overall : std::uint8_t { Well, Busy, Unwell };
// Unwell when a system fails, busy when one wants a look.
Overall overall(const Memory &);

// Suspicion that a regular sender has died: phi-accrual (Hayashibara, Defago, Yared, Katayama 2004)
// over a window of measured intervals. 1 means one in ten such silences is only lateness, 8 one in 10^8.
class Arrivals {
public:
    static constexpr std::size_t windowMax = 100;
    // Below this spread a sender of clockwork regularity would be suspected for a hiccup.
    static constexpr double deviationMinUs = 20'000;

    void arrived(Time at);
    // 0 until two intervals are known; at most 100.
    double suspicion(Time now) const;

private:
    std::deque<double> m_intervals;
    Time m_last;
};
// phi for a silence of so long, when intervals are normal with this mean and deviation.
double phi(double elapsed, double mean, double deviation);

}  // namespace heartbeat
