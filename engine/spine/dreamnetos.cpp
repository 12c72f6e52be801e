#include "spine/dreamnetos.h"

#include <algorithm>

namespace dreamnetos {

DREAM_SYSTEM(DreamNetOs)

namespace {

Standing standingOf(const Memory &m, const Part &part)
{
    const System *system = m.systems.find(part.number);
    return system ? system->standing : Standing::Running;
}

bool isUp(const Memory &m, const Part &part)
{
    return standingOf(m, part) == Standing::Running;
}

bool needs(const Part &part, std::string_view stem)
{
    return std::find(part.needs.begin(), part.needs.end(), stem) != part.needs.end();
}

// The part and every running one that cannot work without it, those first.
void collectToStop(const Memory &m, const Part &part, std::vector<const Part *> &order)
{
    if (std::find(order.begin(), order.end(), &part) != order.end())
        return;
    for (const Part &other : parts)
        if (needs(other, part.stem) && isUp(m, other))
            collectToStop(m, other, order);
    order.push_back(&part);
}

// The part and everything it cannot work without that does not run, those first.
void collectToStart(const Memory &m, const Part &part, std::vector<const Part *> &order)
{
    if (std::find(order.begin(), order.end(), &part) != order.end())
        return;
    for (std::string_view stem : part.needs)
        if (const Part *other = find(stem); other && !isUp(m, *other))
            collectToStart(m, *other, order);
    order.push_back(&part);
}

// All but the last, as words.
std::string others(const std::vector<const Part *> &order)
{
    std::string words;
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        words += (i ? ", " : "") + std::string(order[i]->stem);
    return words;
}

Outcome unknown(std::string_view stem)
{
    return refuse("dreamnetos.unknown", {{"system", std::string(firstBytes(stem, 64))}});
}

Text plain(std::string_view text)
{
    return {0, std::string(firstBytes(text, textBytesMax)), false};
}

std::string failedCause(std::string_view stem)
{
    return "dreamnetos.failed " + std::string(stem);
}

}  // namespace

const Part *find(std::string_view stem)
{
    for (const Part &part : parts)
        if (part.stem == stem)
            return &part;
    return nullptr;
}

bool isRunning(const Memory &m, std::string_view stem)
{
    return m.down.isEmpty() || !m.down.has(std::string(stem));
}

Time retryTime(Time now, std::uint32_t restarts)
{
    if (restarts >= restartsMax)
        return {};
    return now + std::min(backoffMax, Duration{backoff.us << restarts});
}

Outcome DreamNetOs::decide(const Memory &m, const StopSystem &c, World &world)
{
    const Part *part = find(c.stem);
    if (!part)
        return unknown(c.stem);
    if (part->isEssential)
        return refuse("dreamnetos.essential", {{"system", c.stem}});
    if (standingOf(m, *part) == Standing::Stopped)
        return refuse("dreamnetos.already", {{"system", c.stem}, {"state", "stopped"}});
    std::vector<const Part *> order;
    collectToStop(m, *part, order);
    if (order.size() > 1 && !c.isWithOthers)
        return refuse("dreamnetos.neededBy", {{"system", c.stem}, {"others", others(order)}});
    for (const Part *one : order)
        world.tell(Stopped{{one->number}, std::string(one->stem), plain(c.reason)});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const StartSystem &c, World &world)
{
    const Part *part = find(c.stem);
    if (!part)
        return unknown(c.stem);
    if (isUp(m, *part))
        return refuse("dreamnetos.already", {{"system", c.stem}, {"state", "running"}});
    std::vector<const Part *> order;
    collectToStart(m, *part, order);
    for (const Part *one : order)
        if (standingOf(m, *one) == Standing::ReadOnly)
            return refuse("dreamnetos.readOnly", {{"command", std::string(one->stem)}});
    if (order.size() > 1 && !c.isWithOthers)
        return refuse("dreamnetos.needs", {{"system", c.stem}, {"others", others(order)}});
    for (const Part *one : order)
        world.tell(Started{{one->number}, std::string(one->stem), 0});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const Fail &c, World &world)
{
    const Part *part = find(c.stem);
    if (!part)
        return unknown(c.stem);
    if (!isUp(m, *part))
        return done();
    std::uint32_t restarts = 0;
    if (const System *system = m.systems.find(part->number); system && world.now() - system->since < quiet)
        restarts = system->restarts;
    world.tell(Failed{{part->number}, c.stem, plain(c.reason), restarts, retryTime(world.now(), restarts)});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const HoldReadOnly &c, World &world)
{
    const Part *part = find(c.stem);
    if (!part)
        return unknown(c.stem);
    if (standingOf(m, *part) != Standing::ReadOnly)
        world.tell(HeldReadOnly{{part->number}, c.stem});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const RaiseAlert &c, World &world)
{
    if (c.cause.empty() || c.cause.size() > causeBytesMax || c.stem.size() > causeBytesMax)
        return refuse("dreamnetos.badAlert");
    Alert alert;
    if (const std::uint64_t *open = m.byCause.find(c.cause)) {
        alert = *m.alerts.find(*open);
        if (alert.severity == c.severity && world.now() - alert.last < repeatEvery)
            return done();
        ++alert.times;
    } else {
        if (m.alerts.size() >= alertsMax)
            return refuse("dreamnetos.tooManyAlerts", {{"limit", std::to_string(alertsMax)}});
        alert.id = world.newId<Alert>();
        alert.cause = c.cause;
        alert.since = world.now();
    }
    alert.stem = c.stem;
    alert.severity = c.severity;
    alert.detail = plain(c.detail);
    alert.last = world.now();
    world.tell(AlertRaised{alert});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const ClearAlert &c, World &world)
{
    if (const std::uint64_t *open = m.byCause.find(c.cause))
        world.tell(AlertCleared{{*open}});
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const dreamnetos::Tick &, World &world)
{
    while (!m.restarts.isEmpty() && m.restarts.keys().begin()->first <= world.now().us) {
        const System &system = *m.systems.find(m.restarts.keys().begin()->second);
        world.tell(Started{system.id, system.stem, system.restarts + 1});
    }
    return done();
}

Outcome DreamNetOs::decide(const Memory &m, const Survey &, World &world)
{
    for (const Part &part : parts) {
        const System *system = m.systems.find(part.number);
        if (!system || system->standing == Standing::ReadOnly)
            world.tell(Started{{part.number}, std::string(part.stem), 0});
    }
    return done();
}

namespace {

// Derived members follow the row.
void index(Memory &m, const System &system)
{
    const Part *part = find(system.stem);
    if (system.standing != Standing::Running && part && !part->isEssential)
        m.down.insert(system.stem);
    if (system.standing == Standing::Failed && system.retryAt.us)
        m.restarts.insert({system.retryAt.us, system.id.value});
}

void put(Memory &m, System system)
{
    if (const System *old = m.systems.find(system.id)) {
        m.down.erase(old->stem);
        m.restarts.erase({old->retryAt.us, old->id.value});
    }
    index(m, m.systems.put(std::move(system)));
}

}  // namespace

void DreamNetOs::evolve(Memory &m, const Started &f, const Moment &moment)
{
    put(m, {f.system, f.stem, Standing::Running, moment.now, {}, f.restarts, {}});
}

void DreamNetOs::evolve(Memory &m, const Stopped &f, const Moment &moment)
{
    put(m, {f.system, f.stem, Standing::Stopped, moment.now, f.reason, 0, {}});
}

void DreamNetOs::evolve(Memory &m, const Failed &f, const Moment &moment)
{
    put(m, {f.system, f.stem, Standing::Failed, moment.now, f.reason, f.restarts, f.retryAt});
}

void DreamNetOs::evolve(Memory &m, const HeldReadOnly &f, const Moment &moment)
{
    put(m, {f.system, f.stem, Standing::ReadOnly, moment.now, {}, 0, {}});
}

void DreamNetOs::evolve(Memory &m, const AlertRaised &f, const Moment &)
{
    m.byCause.put(f.alert.cause, f.alert.id.value);
    m.alerts.put(f.alert);
}

void DreamNetOs::evolve(Memory &m, const AlertCleared &f, const Moment &)
{
    if (const Alert *alert = m.alerts.find(f.alert))
        m.byCause.erase(alert->cause);
    m.alerts.erase(f.alert);
}

void DreamNetOs::react(const Memory &, const Failed &f, Reactions &reactions)
{
    reactions.ask(RaiseAlert{failedCause(f.stem), f.stem,
                             f.retryAt.us ? Severity::Warning : Severity::Alarm, f.reason.value});
}

void DreamNetOs::react(const Memory &m, const Started &f, Reactions &reactions)
{
    if (m.byCause.find(failedCause(f.stem)))
        reactions.ask(ClearAlert{failedCause(f.stem)});
}

void DreamNetOs::rebuild(Memory &m)
{
    m.down.clear();
    m.restarts.clear();
    m.byCause.clear();
    for (const auto &[key, system] : m.systems.rows())
        index(m, system);
    for (const auto &[key, alert] : m.alerts.rows())
        m.byCause.put(alert.cause, key);
}

Time DreamNetOs::due(const Memory &m)
{
    return {m.restarts.isEmpty() ? 0 : m.restarts.keys().begin()->first};
}

void DreamNetOs::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t standing[4] = {};
    for (const auto &[key, system] : m.systems.rows())
        ++standing[static_cast<std::size_t>(system.standing)];
    const auto count = [&](Standing one) { return standing[static_cast<std::size_t>(one)]; };
    const std::int64_t failed = count(Standing::Failed), readOnly = count(Standing::ReadOnly);
    vitals.push_back({"running", count(Standing::Running), "count"});
    vitals.push_back({"stopped", count(Standing::Stopped), "count",
                      count(Standing::Stopped) ? Vital::Look : Vital::Well});
    vitals.push_back({"failed", failed, "count", failed ? Vital::Failing : Vital::Well});
    vitals.push_back({"read only", readOnly, "count", readOnly ? Vital::Failing : Vital::Well});
    vitals.push_back({"open alerts", static_cast<std::int64_t>(m.alerts.size()), "count",
                      m.alerts.isEmpty() ? Vital::Well : Vital::Look});
}

}  // namespace dreamnetos
