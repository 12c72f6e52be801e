#include "identity/dreamstate.h"

#include <algorithm>

namespace dreamstate {

DREAM_SYSTEM(DreamState)

namespace {

std::string cellOf(const std::string &actor, Audience audience, Vertical vertical)
{
    return actor + '/' + std::to_string(static_cast<int>(audience)) + '/'
           + std::to_string(static_cast<int>(vertical));
}

Outcome checkName(std::string_view name)
{
    if (name.empty() || name.size() > nameBytesMax || !isUtf8(name)
        || name.find_first_of("\r\n") != std::string_view::npos)
        return refuse("dreamstate.badName", {{"limit", std::to_string(nameBytesMax)}});
    return done();
}

Outcome unknown()
{
    return refuse("dreamstate.unknown");
}

template<class R>
Outcome room(const Table<R> &table)
{
    if (table.size() >= rowsMax)
        return refuse("dreamstate.tooMany", {{"limit", std::to_string(rowsMax)}});
    return done();
}

template<class R>
bool isTaken(const Table<R> &table, const std::string &name)
{
    return std::any_of(table.rows().begin(), table.rows().end(),
                       [&](const auto &one) { return one.second.name == name; });
}

template<class T>
bool isAmong(const std::vector<T> &all, const T &one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

bool isAllowed(const Memory &m, const std::string &actor, Audience audience, Vertical vertical)
{
    if (const std::uint64_t *consent = m.byCell.find(cellOf(actor, audience, vertical)))
        return m.consents.find(*consent)->isGiven;
    return audience == Audience::Agents
           && (vertical == Vertical::Dreams || vertical == Vertical::Work);
}

MatterState outcomeOf(const Cabinet &cabinet, const Matter &matter)
{
    const std::size_t all = cabinet.offices.size(), yes = matter.inFavour.size(),
                      no = matter.against.size();
    switch (cabinet.rule) {
    case DecisionRule::Any:
        return yes ? MatterState::Carried : no == all ? MatterState::Lost : MatterState::Open;
    case DecisionRule::Majority:
        return 2 * yes > all   ? MatterState::Carried
               : 2 * no >= all ? MatterState::Lost
                               : MatterState::Open;
    case DecisionRule::All:
        return no ? MatterState::Lost : yes == all ? MatterState::Carried : MatterState::Open;
    }
    return MatterState::Open;
}

Outcome DreamState::decide(const Memory &m, const SetConsent &c, World &world)
{
    if (isAllowed(m, world.actor(), c.audience, c.vertical) == c.isGiven)
        return done();
    if (Outcome fits = room(m.consents); !fits)
        return fits;
    const std::uint64_t *known = m.byCell.find(cellOf(world.actor(), c.audience, c.vertical));
    world.tell(ConsentSet{{known ? Id<Consent>{*known} : world.newId<Consent>(), world.actor(),
                           c.audience, c.vertical, c.isGiven, world.now()}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const AddOffice &c, World &world)
{
    if (Outcome named = checkName(c.name); !named)
        return named;
    if (isTaken(m.offices, c.name))
        return refuse("dreamstate.nameTaken", {{"name", c.name}});
    if (Outcome fits = room(m.offices); !fits)
        return fits;
    world.tell(OfficeSet{{world.newId<Office>(), c.name, {}}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const FillOffice &c, World &world)
{
    const Office *office = m.offices.find(c.office);
    if (!office)
        return unknown();
    if (c.holder.size() > nameBytesMax)
        return refuse("dreamstate.badName", {{"limit", std::to_string(nameBytesMax)}});
    world.tell(OfficeSet{{office->id, office->name, c.holder}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const AddCabinet &c, World &world)
{
    if (Outcome named = checkName(c.name); !named)
        return named;
    if (isTaken(m.cabinets, c.name))
        return refuse("dreamstate.nameTaken", {{"name", c.name}});
    std::vector<Id<Office>> offices;
    for (const Id<Office> office : c.offices) {
        if (!m.offices.find(office))
            return unknown();
        if (!isAmong(offices, office))
            offices.push_back(office);
    }
    if (offices.empty() || offices.size() > officesOfCabinetMax)
        return refuse("dreamstate.noOffice", {{"limit", std::to_string(officesOfCabinetMax)}});
    if (Outcome fits = room(m.cabinets); !fits)
        return fits;
    world.tell(CabinetAdded{{world.newId<Cabinet>(), c.name, offices, c.rule}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const Propose &c, World &world)
{
    if (!m.cabinets.find(c.cabinet))
        return unknown();
    if (Outcome named = checkName(c.title); !named)
        return named;
    if (Outcome fits = room(m.matters); !fits)
        return fits;
    world.tell(MatterSet{{world.newId<Matter>(), c.cabinet, c.title, {}, {}, MatterState::Open}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const Vote &c, World &world)
{
    const Matter *known = m.matters.find(c.matter);
    const Office *office = m.offices.find(c.office);
    if (!known || !office)
        return unknown();
    const Cabinet &cabinet = *m.cabinets.find(known->cabinet);
    if (!isAmong(cabinet.offices, c.office) || office->holder != world.actor())
        return refuse("dreamstate.notYourOffice", {{"office", office->name}});
    if (known->state != MatterState::Open)
        return refuse("dreamstate.decided");
    if (isAmong(known->inFavour, c.office) || isAmong(known->against, c.office))
        return refuse("dreamstate.voted");
    Matter matter = *known;
    (c.isInFavour ? matter.inFavour : matter.against).push_back(c.office);
    matter.state = outcomeOf(cabinet, matter);
    world.tell(MatterSet{matter});
    return done();
}

Outcome DreamState::decide(const Memory &m, const SetDepartment &c, World &world)
{
    if (Outcome named = checkName(c.name); !named)
        return named;
    for (const auto &[key, one] : m.departments.rows()) {
        if (one.name != c.name)
            continue;
        if (c.budget < one.spent)
            return refuse("dreamstate.overBudget", {{"left", "0"}});
        world.tell(DepartmentSet{{one.id, one.name, c.budget, one.spent}});
        return done();
    }
    if (Outcome fits = room(m.departments); !fits)
        return fits;
    world.tell(DepartmentSet{{world.newId<Department>(), c.name, c.budget, 0}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const Spend &c, World &world)
{
    const Department *department = m.departments.find(c.department);
    if (!department)
        return unknown();
    const std::uint64_t left = department->budget - department->spent;
    if (c.units > left)
        return refuse("dreamstate.overBudget", {{"left", std::to_string(left)}});
    world.tell(DepartmentSet{
        {department->id, department->name, department->budget, department->spent + c.units}});
    return done();
}

Outcome DreamState::decide(const Memory &m, const SetStance &c, World &world)
{
    if (Outcome named = checkName(c.network); !named)
        return named;
    Id<Relationship> id;
    for (const auto &[key, one] : m.relationships.rows())
        if (one.network == c.network)
            id = one.id;
    if (Outcome fits = room(m.relationships); !id && !fits)
        return fits;
    world.tell(
        StanceSet{{id ? id : world.newId<Relationship>(), c.network, c.stance, world.now()}});
    return done();
}

void DreamState::evolve(Memory &m, const ConsentSet &f, const Moment &)
{
    m.byCell.put(cellOf(f.consent.actor, f.consent.audience, f.consent.vertical),
                 f.consent.id.value);
    m.consents.put(f.consent);
}

void DreamState::evolve(Memory &m, const OfficeSet &f, const Moment &)
{
    m.offices.put(f.office);
}

void DreamState::evolve(Memory &m, const CabinetAdded &f, const Moment &)
{
    m.cabinets.put(f.cabinet);
}

void DreamState::evolve(Memory &m, const MatterSet &f, const Moment &)
{
    m.matters.put(f.matter);
}

void DreamState::evolve(Memory &m, const DepartmentSet &f, const Moment &)
{
    m.departments.put(f.department);
}

void DreamState::evolve(Memory &m, const StanceSet &f, const Moment &)
{
    m.relationships.put(f.relationship);
}

void DreamState::rebuild(Memory &m)
{
    m.byCell.clear();
    for (const auto &[key, consent] : m.consents.rows())
        m.byCell.put(cellOf(consent.actor, consent.audience, consent.vertical), key);
}

void DreamState::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t open = 0;
    for (const auto &[key, matter] : m.matters.rows())
        open += matter.state == MatterState::Open;
    vitals.push_back({"consents", static_cast<std::int64_t>(m.consents.size()), "count"});
    vitals.push_back({"offices", static_cast<std::int64_t>(m.offices.size()), "count"});
    vitals.push_back({"open matters", open, "count"});
}

}  // namespace dreamstate
