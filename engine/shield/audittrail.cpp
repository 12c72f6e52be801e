#include "shield/audittrail.h"

#include <algorithm>

namespace audittrail {

DREAM_SYSTEM(AuditTrail)

namespace {

std::string cause(Id<Witness> witness)
{
    return "audittrail.contradiction " + idText(witness.value);
}

const Checkpoint *at(const Memory &m, std::uint64_t pages)
{
    const std::uint64_t *id = m.byPages.find(pages);
    return id ? m.checkpoints.find(*id) : nullptr;
}

Outcome contradiction(std::uint64_t pages)
{
    return refuse("audittrail.contradiction", {{"pages", std::to_string(pages)}});
}

}  // namespace

Outcome AuditTrail::decide(const Memory &m, const Record &c, World &world)
{
    if (!c.pages || c.hash.isZero())
        return refuse("audittrail.badCheckpoint");
    if (const Checkpoint *known = at(m, c.pages))
        return known->root == c.root && known->hash == c.hash ? done() : contradiction(c.pages);
    if (!m.byPages.values().empty() && c.pages < m.byPages.values().rbegin()->first)
        return refuse("audittrail.backwards", {{"pages", std::to_string(c.pages)}});
    world.tell(Recorded{{world.newId<Checkpoint>(), c.pages, c.root, c.hash, world.now()}});
    std::vector<Judged> judged;
    for (const auto &[key, witness] : m.witnesses.rows())
        if (witness.verdict == Verdict::Waiting && witness.pages == c.pages)
            judged.push_back({witness.id, witness.hash == c.hash ? Verdict::Agrees : Verdict::Contradicts, c.pages});
    for (const Judged &one : judged)
        world.tell(one);
    return done();
}

Outcome AuditTrail::decide(const Memory &m, const AddWitness &c, World &world)
{
    if (c.name.empty() || c.name.size() > nameBytesMax)
        return refuse("audittrail.badName", {{"limit", std::to_string(nameBytesMax)}});
    if (!c.pages || c.hash.isZero())
        return refuse("audittrail.badCheckpoint");
    const Checkpoint *known = at(m, c.pages);
    // A statement against what is on record is not taken in: its maker, or this journal, is false,
    // and verifying the file with it as the witness says which.
    if (known && known->hash != c.hash)
        return contradiction(c.pages);
    for (const auto &[key, other] : m.witnesses.rows()) {
        if (other.pages != c.pages)
            continue;
        if (other.hash != c.hash)
            return contradiction(c.pages);
        if (other.name.value == c.name)
            return done();
    }
    if (m.witnesses.size() >= witnessesMax)
        return refuse("audittrail.tooManyWitnesses", {{"limit", std::to_string(witnessesMax)}});
    Witness witness;
    witness.id = world.newId<Witness>();
    witness.name = {witness.id.value, c.name, false};
    witness.pages = c.pages;
    witness.hash = c.hash;
    witness.verdict = known ? Verdict::Agrees : Verdict::Waiting;
    witness.at = world.now();
    world.tell(WitnessAdded{witness});
    return done();
}

Outcome AuditTrail::decide(const Memory &m, const DropWitness &c, World &world)
{
    if (!m.witnesses.find(c.witness))
        return refuse("audittrail.unknownWitness");
    world.tell(WitnessDropped{c.witness});
    return done();
}

Outcome AuditTrail::decide(const Memory &m, const Compare &c, World &world)
{
    const Witness *witness = m.witnesses.find(c.witness);
    if (!witness)
        return refuse("audittrail.unknownWitness");
    const Verdict verdict = witness->hash == c.hash ? Verdict::Agrees : Verdict::Contradicts;
    if (witness->verdict == Verdict::Waiting)
        world.tell(Judged{c.witness, verdict, witness->pages});
    return done();
}

void AuditTrail::evolve(Memory &m, const Recorded &f, const Moment &)
{
    m.byPages.put(f.checkpoint.pages, f.checkpoint.id.value);
    m.checkpoints.put(f.checkpoint);
    if (m.checkpoints.size() > checkpointsMax) {
        const Checkpoint &oldest = m.checkpoints.rows().begin()->second;
        m.byPages.erase(oldest.pages);
        m.checkpoints.erase(Id<Checkpoint>(oldest.id));
    }
}

void AuditTrail::evolve(Memory &m, const WitnessAdded &f, const Moment &)
{
    m.witnesses.put(f.witness);
}

void AuditTrail::evolve(Memory &m, const WitnessDropped &f, const Moment &)
{
    m.witnesses.erase(f.witness);
}

void AuditTrail::evolve(Memory &m, const Judged &f, const Moment &)
{
    m.witnesses.change(f.witness, [&](Witness &witness) { witness.verdict = f.verdict; });
}

void AuditTrail::react(const Memory &, const Judged &f, Reactions &reactions)
{
    if (f.verdict == Verdict::Contradicts)
        reactions.ask(dreamnetos::RaiseAlert{cause(f.witness), std::string(stem), dreamnetos::Severity::Alarm,
                                             "after page " + std::to_string(f.pages)});
}

void AuditTrail::react(const Memory &, const WitnessDropped &f, Reactions &reactions)
{
    reactions.ask(dreamnetos::ClearAlert{cause(f.witness)});
}

void AuditTrail::rebuild(Memory &m)
{
    m.byPages.clear();
    for (const auto &[key, checkpoint] : m.checkpoints.rows())
        m.byPages.put(checkpoint.pages, key);
}

void AuditTrail::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t waiting = 0, against = 0;
    for (const auto &[key, witness] : m.witnesses.rows()) {
        waiting += witness.verdict == Verdict::Waiting;
        against += witness.verdict == Verdict::Contradicts;
    }
    vitals.push_back({"checkpoints", static_cast<std::int64_t>(m.checkpoints.size()), "count"});
    vitals.push_back({"witnesses", static_cast<std::int64_t>(m.witnesses.size()), "count"});
    vitals.push_back({"not compared yet", waiting, "count"});
    vitals.push_back({"contradicting", against, "count", against ? Vital::Failing : Vital::Well});
}

}  // namespace audittrail
