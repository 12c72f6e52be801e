#include "community/reputation.h"

#include "capabilities/trust.h"

#include <algorithm>
#include <map>

namespace reputation {

DREAM_SYSTEM(Reputation)

namespace {

using capabilities::Evidence;
using capabilities::evidenceUnit;

constexpr std::int64_t dayUs = 86'400'000'000;
constexpr Duration halfLifeMin{7 * dayUs}, halfLifeMax{3650 * dayUs};

std::int64_t ms(Time time)
{
    return time.us / 1000;
}

Evidence evidenceOf(const Record &record)
{
    return {record.good, record.bad, ms(record.asOf)};
}

void put(Record &record, const Evidence &evidence)
{
    record.good = evidence.good;
    record.bad = evidence.bad;
    record.asOf = {evidence.asOfMs * 1000};
}

Record recordOf(const Memory &m, Id<Passport> passport)
{
    Record record;
    record.passport = passport;
    const Record *known = m.records.find(passport);
    return known ? *known : record;
}

void cite(Record &record, std::uint64_t from, std::uint64_t to)
{
    if (!record.firstFact)
        record.firstFact = from;
    record.lastFact = std::max(record.lastFact, to);
}

// Shares that came through endorsements, in 1/10000 of the largest share there is, by square root.
std::map<std::uint64_t, std::uint32_t>
vouchedShares(const Memory &m, const std::vector<std::pair<std::uint64_t, std::uint32_t>> &earned)
{
    std::map<std::uint64_t, std::uint32_t> places, shares;
    std::vector<double> preTrust;
    for (const auto &[passport, score] : earned) {
        places.emplace(passport, static_cast<std::uint32_t>(preTrust.size()));
        preTrust.push_back(score);
    }
    std::vector<capabilities::TrustEdge> edges;
    for (const auto &[key, one] : m.endorsements.rows()) {
        const auto from = places.find(one.from.value), to = places.find(one.to.value);
        if (from != places.end() && to != places.end())
            edges.push_back({from->second, to->second, 1});
    }
    const capabilities::TrustOptions options;
    const auto trust = capabilities::eigenTrust(preTrust, edges, options);
    if (!trust || edges.empty())
        return shares;
    // Only what came through endorsements: the rest flows from one's own work and is earned already.
    std::vector<double> given(preTrust.size(), 0.0), received(preTrust.size(), 0.0);
    for (const capabilities::TrustEdge &edge : edges)
        given[edge.from] += edge.weight;
    for (const capabilities::TrustEdge &edge : edges)
        received[edge.to] +=
            (1 - options.homeShare) * (*trust)[edge.from] * edge.weight / given[edge.from];
    std::vector<double> scale(received);
    scale.push_back(*std::max_element(trust->begin(), trust->end()));
    const std::vector<std::uint32_t> scores = capabilities::trustScores(scale);
    for (const auto &[passport, place] : places)
        shares.emplace(passport, scores[place]);
    return shares;
}

// Agents' receipts since they were last counted; the Super Spine has the sums.
void countAgents(const Memory &m, World &world)
{
    const auto &people = world.state<passports::Passports>();
    const std::uint64_t upTo = world.lastFact();
    for (const auto &[key, fleet] : world.state<superspine::SuperSpine>().fleet.rows()) {
        const passports::Passport *passport = passports::find(people, "agent:" + fleet.slug);
        if (!passport)
            continue;
        const Record record = recordOf(m, passport->id);
        if (fleet.done != record.done || fleet.failed != record.failed)
            world.tell(Counted{passport->id, fleet.done, fleet.failed, upTo});
    }
}

Outcome noPassport()
{
    return refuse("passports.unknown");
}

}  // namespace

Score trustOf(const Memory &m, Id<Passport> passport)
{
    const Record *record = m.records.find(passport);
    return record && record->trust.value > 0 ? record->trust : Score{0};
}

Outcome Reputation::decide(const Memory &m, const Endorse &c, World &world)
{
    const auto &people = world.state<passports::Passports>();
    const passports::Passport *from = passports::find(people, world.actor());
    if (!from || !people.passports.find(c.passport))
        return noPassport();
    if (from->id == c.passport)
        return refuse("reputation.oneself");
    const Record *record = m.records.find(c.passport);
    const bool isAgentsReceipt =
        record && record->done && c.receipt >= record->firstFact && c.receipt <= record->lastFact;
    if (!isAgentsReceipt && !m.receipts.has({c.passport.value, c.receipt}))
        return refuse("reputation.noReceipt");
    std::size_t given = 0;
    for (const auto &[key, one] : m.endorsements.rows()) {
        given += one.from == from->id;
        if (one.from == from->id && one.to == c.passport)
            return done();
    }
    if (given >= endorsementsOfOneMax || m.endorsements.size() >= endorsementsMax)
        return refuse("reputation.tooMany", {{"limit", std::to_string(endorsementsOfOneMax)}});
    world.tell(
        Endorsed{{world.newId<Endorsement>(), from->id, c.passport, c.receipt, world.now()}});
    return done();
}

Outcome Reputation::decide(const Memory &m, const Withdraw &c, World &world)
{
    const Endorsement *known = m.endorsements.find(c.endorsement);
    const auto *from = passports::find(world.state<passports::Passports>(), world.actor());
    if (!known)
        return refuse("reputation.unknown");
    if (!from || known->from != from->id)
        return refuse("reputation.notYours");
    world.tell(Withdrawn{c.endorsement});
    return done();
}

Outcome Reputation::decide(const Memory &, const SetHalfLife &c, World &world)
{
    if (c.halfLife < halfLifeMin || c.halfLife > halfLifeMax)
        return refuse("reputation.badHalfLife");
    world.tell(HalfLifeSet{c.halfLife});
    return done();
}

Outcome Reputation::decide(const Memory &m, const Weigh &c, World &world)
{
    const dreams::Dream *dream = world.state<dreams::Dreams>().dreams.find(c.dream);
    const auto *passport =
        dream ? passports::find(world.state<passports::Passports>(), dreams::authorOf(*dream))
              : nullptr;
    // A dream counts once, however often it is worked; an erased one and a stranger's not at all.
    if (!passport || m.pieces.find(c.dream) || c.state == superspine::State::Cancelled)
        return done();
    Piece piece{
        c.dream,  passport->id, world.envelope().cause, 0, c.state == superspine::State::Done,
        "counts", world.now()};
    const Record *record = m.records.find(passport->id);
    const bool isFullDay =
        record && record->day == world.now().us / dayUs && record->today >= m.settings->perDayMax;
    if (!piece.isGood)
        piece.why = "failed";
    else if (c.isDuplicate)
        piece.why = "copy";
    else if (c.overall < poorBelow.value)
        piece.why = "poor";
    else if (isFullDay)
        piece.why = "daily";
    if (piece.why == "counts" || (piece.why == "failed" && !isFullDay))
        piece.weight = evidenceUnit;
    world.tell(Weighed{piece});
    return done();
}

Outcome Reputation::decide(const Memory &m, const Rate &c, World &world)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> earned;
    for (const auto &[key, record] : m.records.rows()) {
        const Evidence now =
            capabilities::aged(evidenceOf(record), ms(world.now()), m.settings->halfLife.us / 1000);
        earned.emplace_back(key, capabilities::earnedScore(now, doubtPieces * evidenceUnit));
    }
    // Somebody who is endorsed and has no evidence yet cannot be: an endorsement cites some.
    const auto shares = m.endorsements.isEmpty() ? std::map<std::uint64_t, std::uint32_t>()
                                                 : vouchedShares(m, earned);
    std::vector<Rated> all;
    for (const auto &[key, score] : earned) {
        const Record &record = *m.records.find(key);
        const auto share = shares.find(key);
        const std::uint32_t vouched = share == shares.end() ? 0 : share->second;
        const std::uint32_t lift = (10'000 - score) * liftMax / 10'000 * vouched / 10'000;
        const Rated rated{{key},
                          {static_cast<std::int32_t>(score)},
                          {static_cast<std::int32_t>(vouched)},
                          {static_cast<std::int32_t>(score + lift)},
                          record.firstFact,
                          record.lastFact};
        if (c.passport && c.passport.value != key)
            continue;
        if (rated.trust != record.trust || rated.vouched != record.vouched
            || rated.earned != record.earned)
            all.push_back(rated);
    }
    for (const Rated &rated : all)
        world.tell(rated);
    return done();
}

Outcome Reputation::decide(const Memory &m, const reputation::Tick &, World &world)
{
    countAgents(m, world);
    world.tell(AllRated{});
    return decide(m, Rate{}, world);
}

void Reputation::evolve(Memory &m, const Weighed &f, const Moment &moment)
{
    m.pieces.put(f.piece);
    m.receipts.insert({f.piece.passport.value, f.piece.fact});
    Record record = recordOf(m, f.piece.passport);
    const std::int64_t day = moment.now.us / dayUs;
    if (f.piece.weight) {
        put(record, capabilities::withOutcome(evidenceOf(record), f.piece.isGood, f.piece.weight,
                                              ms(moment.now), m.settings->halfLife.us / 1000));
        record.today = record.day == day ? record.today + 1 : 1;
        record.day = day;
        record.pieces += f.piece.isGood;
    }
    cite(record, f.piece.fact, f.piece.fact);
    m.records.put(record);
    Settings settings = *m.settings;
    settings.isStale = true;
    m.settings.set(settings);
}

void Reputation::evolve(Memory &m, const Counted &f, const Moment &moment)
{
    Record record = recordOf(m, f.passport);
    const std::int64_t halfLife = m.settings->halfLife.us / 1000;
    const std::uint64_t good = f.done - std::min(record.done, f.done),
                        bad = f.failed - std::min(record.failed, f.failed);
    if (good)
        put(record, capabilities::withOutcome(evidenceOf(record), true, good * evidenceUnit,
                                              ms(moment.now), halfLife));
    if (bad)
        put(record, capabilities::withOutcome(evidenceOf(record), false, bad * evidenceUnit,
                                              ms(moment.now), halfLife));
    cite(record, record.lastFact + 1, f.upTo);
    record.pieces += static_cast<std::uint32_t>(good + bad);
    record.done = f.done;
    record.failed = f.failed;
    m.records.put(record);
}

void Reputation::evolve(Memory &m, const Endorsed &f, const Moment &)
{
    m.endorsements.put(f.endorsement);
}

void Reputation::evolve(Memory &m, const Withdrawn &f, const Moment &)
{
    m.endorsements.erase(f.endorsement);
}

void Reputation::evolve(Memory &m, const HalfLifeSet &f, const Moment &)
{
    Settings settings = *m.settings;
    settings.halfLife = f.halfLife;
    settings.isStale = true;
    m.settings.set(settings);
}

void Reputation::evolve(Memory &m, const Rated &f, const Moment &)
{
    m.records.change(f.passport, [&](Record &one) {
        one.earned = f.earned;
        one.vouched = f.vouched;
        one.trust = f.trust;
    });
}

void Reputation::evolve(Memory &m, const AllRated &, const Moment &moment)
{
    Settings settings = *m.settings;
    settings.isStale = false;
    settings.ratedAt = moment.now;
    m.settings.set(settings);
}

void Reputation::react(const Memory &, const superspine::Closed &f, Reactions &reactions)
{
    if (!f.dream)
        return;
    const auto figure = [&](const char *name) {
        const auto found = f.figures.find(name);
        return found == f.figures.end() ? -1 : found->second;
    };
    reactions.ask(Weigh{f.dream, f.state, figure("overall"), figure("duplicate") > 0});
}

void Reputation::react(const Memory &, const Weighed &f, Reactions &reactions)
{
    if (f.piece.isGood)
        reactions.ask(passports::Award{f.piece.passport, "firstDream"});
    if (f.piece.weight)
        reactions.ask(Rate{f.piece.passport});
}

void Reputation::react(const Memory &, const Endorsed &f, Reactions &reactions)
{
    reactions.ask(passports::Award{f.endorsement.to, "vouched"});
    reactions.ask(Rate{});
}

void Reputation::react(const Memory &, const Withdrawn &, Reactions &reactions)
{
    reactions.ask(Rate{});
}

// What was reached is recorded once; a score that falls later takes nothing back.
void Reputation::react(const Memory &m, const Rated &f, Reactions &reactions)
{
    const Record *record = m.records.find(f.passport);
    const std::uint32_t pieces = record && !record->done ? record->pieces : 0;
    if (pieces >= 10)
        reactions.ask(passports::Award{f.passport, "tenDreams"});
    if (pieces >= 100)
        reactions.ask(passports::Award{f.passport, "hundredDreams"});
    if (f.trust.value >= 6000)
        reactions.ask(passports::Award{f.passport, "trust60"});
    if (f.trust.value >= 8000)
        reactions.ask(passports::Award{f.passport, "trust80"});
}

void Reputation::rebuild(Memory &m)
{
    m.receipts.clear();
    for (const auto &[key, piece] : m.pieces.rows())
        m.receipts.insert({piece.passport.value, piece.fact});
}

Time Reputation::due(const Memory &m)
{
    if (m.records.isEmpty())
        return {};
    // Soon after work, to count the agents' part of it; else once a day, because evidence ages.
    return m.settings->ratedAt + (m.settings->isStale ? ratePause : ageEvery);
}

void Reputation::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t best = 0;
    for (const auto &[key, record] : m.records.rows())
        best = std::max<std::int64_t>(best, record.trust.value);
    vitals.push_back({"records", static_cast<std::int64_t>(m.records.size()), "count"});
    vitals.push_back({"endorsements", static_cast<std::int64_t>(m.endorsements.size()), "count"});
    vitals.push_back({"highest trust", best / 10, "permille"});
}

}  // namespace reputation
