#include "pulse/heartbeat.h"

#include <algorithm>
#include <cmath>

namespace heartbeat {

DREAM_SYSTEM(Heartbeat)

namespace {

constexpr double phiMax = 100;

const Watch *watchOver(const Memory &m, std::string_view stem, std::string_view vital)
{
    for (const auto &[key, watch] : m.watches.rows())
        if (watch.stem == stem && watch.vital == vital)
            return &watch;
    return nullptr;
}

Outcome unknown(const std::string &stem)
{
    return refuse("heartbeat.unknownSystem", {{"system", std::string(firstBytes(stem, 64))}});
}

std::string cause(std::string_view stem)
{
    return "heartbeat.failing " + std::string(stem);
}

}  // namespace

Outcome Heartbeat::decide(const Memory &m, const SetWatch &c, World &world)
{
    if (!dreamnetos::find(c.stem))
        return unknown(c.stem);
    if (c.vital.empty() || c.vital.size() > vitalBytesMax)
        return refuse("heartbeat.badVital", {{"limit", std::to_string(vitalBytesMax)}});
    if (c.lookAbove > c.failAbove)
        return refuse("heartbeat.badThresholds", {{"look", std::to_string(c.lookAbove)},
                                                  {"fail", std::to_string(c.failAbove)}});
    Watch watch{{}, c.stem, c.vital, c.lookAbove, c.failAbove};
    if (const Watch *old = watchOver(m, c.stem, c.vital)) {
        watch.id = old->id;
        if (watch == *old)
            return done();
    } else {
        if (m.watches.size() >= watchesMax)
            return refuse("heartbeat.tooManyWatches", {{"limit", std::to_string(watchesMax)}});
        watch.id = world.newId<Watch>();
    }
    world.tell(WatchSet{watch});
    return done();
}

Outcome Heartbeat::decide(const Memory &m, const DropWatch &c, World &world)
{
    if (!m.watches.find(c.watch))
        return refuse("heartbeat.unknownWatch");
    world.tell(WatchDropped{c.watch});
    return done();
}

Outcome Heartbeat::decide(const Memory &m, const Beat &c, World &world)
{
    const dreamnetos::Part *part = dreamnetos::find(c.stem);
    if (!part)
        return unknown(c.stem);
    if (c.vital.size() > vitalBytesMax)
        return refuse("heartbeat.badVital", {{"limit", std::to_string(vitalBytesMax)}});
    if (isChange(m, c))
        world.tell(HealthChanged{{part->number}, c.stem, c.condition, c.vital, c.value});
    return done();
}

void Heartbeat::evolve(Memory &m, const WatchSet &f, const Moment &)
{
    m.watches.put(f.watch);
}

void Heartbeat::evolve(Memory &m, const WatchDropped &f, const Moment &)
{
    m.watches.erase(f.watch);
}

void Heartbeat::evolve(Memory &m, const HealthChanged &f, const Moment &moment)
{
    m.health.put({f.system, f.stem, f.condition, f.vital, f.value, moment.now});
}

void Heartbeat::react(const Memory &, const HealthChanged &f, Reactions &reactions)
{
    using dreamnetos::Severity;
    if (f.condition == Condition::Failing)
        reactions.ask(dreamnetos::RaiseAlert{cause(f.stem), f.stem, Severity::Alarm,
                                             f.vital + ": " + std::to_string(f.value)});
    else
        reactions.ask(dreamnetos::ClearAlert{cause(f.stem)});
}

void Heartbeat::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t conditions[3] = {};
    for (const auto &[key, health] : m.health.rows())
        if (health.stem != stem)  // it would judge itself by its own judgement
            ++conditions[static_cast<std::size_t>(health.condition)];
    vitals.push_back({"well", conditions[0], "count"});
    vitals.push_back({"to look at", conditions[1], "count"});
    vitals.push_back({"failing", conditions[2], "count"});
    vitals.push_back({"watches", static_cast<std::int64_t>(m.watches.size()), "count"});
}

Beat judge(const Memory &m, std::string_view stem, const Vitals &vitals)
{
    Beat beat;
    beat.stem = stem;
    bool isFirst = true;
    for (const Vital &vital : vitals) {
        Condition condition = vital.state == Vital::Failing ? Condition::Failing
                              : vital.state == Vital::Look  ? Condition::Look
                                                            : Condition::Well;
        if (const Watch *watch = watchOver(m, stem, vital.name)) {
            if (vital.value > watch->failAbove)
                condition = Condition::Failing;
            else if (vital.value > watch->lookAbove)
                condition = std::max(condition, Condition::Look);
        }
        if (!isFirst && condition <= beat.condition)
            continue;
        isFirst = false;
        beat.condition = condition;
        beat.vital = vital.name;
        beat.value = vital.value;
    }
    return beat;
}

bool isChange(const Memory &m, const Beat &beat)
{
    const dreamnetos::Part *part = dreamnetos::find(beat.stem);
    const Health *known = part ? m.health.find(part->number) : nullptr;
    return !known || known->condition != beat.condition;
}

Overall overall(const Memory &m)
{
    Condition worst = Condition::Well;
    for (const auto &[key, health] : m.health.rows())
        worst = std::max(worst, health.condition);
    return worst == Condition::Failing ? Overall::Unwell
           : worst == Condition::Look  ? Overall::Busy
                                       : Overall::Well;
}

double phi(double elapsed, double mean, double deviation)
{
    // -log10 of the chance that an interval is still longer than this silence.
    const double later = 0.5 * std::erfc((elapsed - mean) / (deviation * std::sqrt(2.0)));
    return later > 0 ? std::clamp(-std::log10(later), 0.0, phiMax) : phiMax;
}

void Arrivals::arrived(Time at)
{
    if (m_last.us && at > m_last) {
        m_intervals.push_back(static_cast<double>((at - m_last).us));
        if (m_intervals.size() > windowMax)
            m_intervals.pop_front();
    }
    m_last = std::max(m_last, at);
}

double Arrivals::suspicion(Time now) const
{
    if (m_intervals.size() < 2 || now <= m_last)
        return 0;
    const double count = static_cast<double>(m_intervals.size());
    double sum = 0, squares = 0;
    for (double interval : m_intervals)
        sum += interval;
    const double mean = sum / count;
    for (double interval : m_intervals)
        squares += (interval - mean) * (interval - mean);
    const double deviation = std::max(deviationMinUs, std::sqrt(squares / count));
    return phi(static_cast<double>((now - m_last).us), mean, deviation);
}

}  // namespace heartbeat
