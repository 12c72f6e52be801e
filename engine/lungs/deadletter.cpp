#include "lungs/deadletter.h"

#include "crypto/hash.h"

#include <algorithm>

namespace deadletter {

DREAM_SYSTEM(DeadLetter)

namespace {

bool isOpen(const Letter &letter)
{
    return letter.standing <= Standing::Retrying;
}

std::string causeKey(std::string_view what, std::string_view code, Id<dreams::Dream> dream)
{
    return std::string(what) + ' ' + std::string(code) + ' ' + std::to_string(dream.value);
}

std::string hexOf(std::string_view bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<std::string> bytesOf(std::string_view hex)
{
    if (hex.size() % 2)
        return {};
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = Digest::hexValue(hex[i]), low = Digest::hexValue(hex[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

bool isWord(std::string_view word)
{
    return !word.empty() && word.size() <= wordBytesMax && isUtf8(word);
}

// The open letter this failure is folded into: the same payload again, or one more of a poison.
const Letter *twin(const Memory &m, const Park &c, Id<dreams::Dream> dream, const Digest &payload)
{
    const std::string key = causeKey(c.what, c.code, dream);
    const Letter *last = nullptr;
    std::size_t open = 0;
    for (auto at = m.byCause.keys().lower_bound({key, 0}); at != m.byCause.keys().end() && at->first == key; ++at) {
        const Letter *letter = m.letters.find(at->second);
        if (letter->kind == c.kind && letter->bytes && letter->payload == payload)
            return letter;
        if (++open > poisonAbove)
            break;
        last = letter;
    }
    return open >= poisonAbove ? last : nullptr;
}

Outcome checkOpen(const Memory &m, Id<Letter> id)
{
    const Letter *letter = m.letters.find(id);
    if (!letter)
        return refuse("deadletter.unknown");
    if (!isOpen(*letter))
        return refuse("deadletter.closed");
    return done();
}

std::vector<Id<Letter>> openAbout(const Memory &m, Id<dreams::Dream> dream)
{
    std::vector<Id<Letter>> found;
    const auto &keys = m.byDream.keys();
    for (auto at = keys.lower_bound({dream.value, 0}); at != keys.end() && at->first == dream.value; ++at)
        found.push_back({at->second});
    return found;
}

Id<dreams::Dream> dreamOf(const Park &c, const World &world)
{
    for (std::uint64_t thing : c.things)
        if (world.state<dreams::Dreams>().dreams.find(thing))
            return {thing};
    return {};
}

Letter newLetter(const Park &c, World &world)
{
    Letter letter;
    letter.id = world.newId<Letter>();
    letter.what = c.what;
    letter.code = c.code;
    letter.reason = c.reason;
    letter.kind = c.kind;
    letter.sender = c.sender;
    letter.sender.actor = firstBytes(c.sender.actor, wordBytesMax);
    // A retry is one effect however often it is asked, so it needs a key; no two letters share one.
    if (!letter.sender.keyHigh && !letter.sender.keyLow)
        letter.sender = {letter.sender.actor, letter.sender.origin, 0xdead1e77e5000000ull, letter.id.value};
    letter.cause = c.cause;
    letter.firstSeen = letter.lastSeen = world.now();
    for (const Given &given : c.details)
        if (letter.details.size() < detailsMax)
            letter.details.push_back({std::string(firstBytes(given.name, wordBytesMax)),
                                      {letter.id.value, std::string(firstBytes(given.value, wordBytesMax)), false}});
    letter.dream = dreamOf(c, world);
    return letter;
}

}  // namespace

Ask park(const CommandInfo &command, const Ask &ask, const Refusal &refusal)
{
    if (ask.kind >> 8 == DeadLetter::number)
        return {};
    Park park;
    park.what = command.name;
    park.code = refusal.code;
    park.reason = refusal.code == "gate.tooDeep" ? Reason::TooDeep : Reason::Refused;
    for (const auto &[name, value] : refusal.arguments)
        park.details.push_back({name, value});
    park.cause = ask.envelope.cause;
    park.kind = ask.kind;
    park.payload = hexOf(command.encode(ask.payload.get(), park.things));
    park.sender = {ask.envelope.actor, static_cast<std::uint8_t>(ask.envelope.origin), ask.envelope.key[0],
                   ask.envelope.key[1]};
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Reaction;
    envelope.cause = ask.envelope.cause;
    envelope.trace = ask.envelope.trace;
    return makeAsk(std::move(park), envelope);
}

Outcome DeadLetter::decide(const Memory &m, const Park &c, World &world)
{
    if (!isWord(c.what) || !isWord(c.code))
        return refuse("deadletter.badLetter");
    const std::optional<std::string> payload = bytesOf(c.payload);
    if (!payload)
        return refuse("deadletter.badPayload");
    // A task of a dream that is erased by now: there is nothing left to try again.
    if (c.reason == Reason::Abandoned && !c.things.empty() && !dreamOf(c, world))
        return done();
    const bool isKept = payload->size() <= payloadBytesMax && c.kind;
    if (const Letter *letter = twin(m, c, dreamOf(c, world), crypto::blake2b(*payload))) {
        world.tell(Folded{letter->id, c.cause});
        return done();
    }
    if (m.letters.size() - m.closed.size() >= lettersMax) {
        world.tell(Lost{c.what, c.code, c.cause});
        return done();
    }
    Letter letter = newLetter(c, world);
    if (isKept) {
        letter.payload = world.keep(letter.id, *payload);
        letter.bytes = payload->size();
    }
    world.tell(Parked{letter});
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const Retry &c, World &world)
{
    if (Outcome open = checkOpen(m, c.letter); !open)
        return open;
    const Letter &letter = *m.letters.find(c.letter);
    if (letter.standing == Standing::Retrying)
        return refuse("deadletter.retrying");
    if (!letter.bytes)
        return refuse("deadletter.noPayload");
    if (letter.tries >= triesMax)
        return refuse("deadletter.triesUsed", {{"limit", std::to_string(triesMax)}});
    world.tell(RetryAsked{c.letter, letter.kind, letter.payload, letter.sender});
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const Resolve &c, World &world)
{
    if (Outcome open = checkOpen(m, c.letter); !open)
        return open;
    world.tell(Resolved{c.letter, false});
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const Discard &c, World &world)
{
    if (Outcome open = checkOpen(m, c.letter); !open)
        return open;
    world.tell(Discarded{c.letter});
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const Report &c, World &world)
{
    const Letter *letter = m.letters.find(c.letter);
    if (!letter || letter->standing != Standing::Retrying)
        return refuse("deadletter.notRetrying");
    if (c.isDone)
        world.tell(Resolved{c.letter, true});
    else
        world.tell(Returned{c.letter, std::string(firstBytes(c.code, wordBytesMax))});
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const Settle &c, World &world)
{
    for (Id<Letter> id : openAbout(m, c.dream)) {
        if (c.isErased)
            world.tell(Discarded{id});
        else if (m.letters.find(id)->reason == Reason::Abandoned)
            world.tell(Resolved{id, false});
    }
    return done();
}

Outcome DeadLetter::decide(const Memory &m, const TakeBack &, World &world)
{
    std::vector<Id<Letter>> retrying;
    for (const auto &[key, letter] : m.letters.rows())
        if (letter.standing == Standing::Retrying)
            retrying.push_back(letter.id);
    for (Id<Letter> id : retrying)
        world.tell(Returned{id, m.letters.find(id)->code});
    return done();
}

void DeadLetter::react(const Memory &, const superspine::Abandoned &f, Reactions &reactions)
{
    Park park;
    park.code = "superspine.abandoned";
    park.reason = Reason::Abandoned;
    park.details = {{"agent", f.agent}, {"capability", f.capability}, {"reason", f.reason}};
    park.sender.actor = "system";
    park.sender.origin = static_cast<std::uint8_t>(Origin::Reaction);
    if (f.dream) {
        superspine::Open open;
        open.dream = f.dream;
        park.what = "superspine.open";
        park.kind = commandKind<superspine::SuperSpine, superspine::Open>();
        park.payload = hexOf(encode(open));
        park.things = {f.dream.value};
    } else {
        superspine::Submit submit;
        submit.capability = f.capability;
        submit.agent = f.agent;
        park.what = "superspine.submit";
        park.kind = commandKind<superspine::SuperSpine, superspine::Submit>();
        park.payload = hexOf(encode(submit));
    }
    reactions.ask(park);
}

void DeadLetter::react(const Memory &m, const superspine::Closed &f, Reactions &reactions)
{
    if (f.state == superspine::State::Done && !openAbout(m, f.dream).empty())
        reactions.ask(Settle{f.dream, false});
}

void DeadLetter::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (!openAbout(m, f.dream).empty())
        reactions.ask(Settle{f.dream, true});
}

namespace {

void index(Memory &m, const Letter &letter)
{
    if (!isOpen(letter)) {
        m.closed.insert({letter.lastSeen.us, letter.id.value});
        return;
    }
    m.byCause.insert({causeKey(letter.what, letter.code, letter.dream), letter.id.value});
    if (letter.dream)
        m.byDream.insert({letter.dream.value, letter.id.value});
}

void unindex(Memory &m, const Letter &letter)
{
    m.byCause.erase({causeKey(letter.what, letter.code, letter.dream), letter.id.value});
    m.byDream.erase({letter.dream.value, letter.id.value});
}

void close(Memory &m, Id<Letter> id, Standing standing, Time now)
{
    if (const Letter *letter = m.letters.find(id))
        unindex(m, *letter);
    m.letters.change(id, [&](Letter &letter) {
        letter.standing = standing;
        letter.details.clear();
        letter.bytes = 0;
        letter.lastSeen = now;
        m.closed.insert({now.us, id.value});
    });
    if (m.closed.size() > closedMax) {
        const auto oldest = *m.closed.keys().begin();
        m.closed.erase(oldest);
        m.letters.erase(Id<Letter>{oldest.second});
    }
}

void count(Memory &m, std::uint64_t Totals::*what)
{
    Totals totals = *m.totals;
    ++(totals.*what);
    m.totals.set(totals);
}

}  // namespace

void DeadLetter::evolve(Memory &m, const Parked &f, const Moment &)
{
    index(m, m.letters.put(f.letter));
    count(m, &Totals::parked);
}

void DeadLetter::evolve(Memory &m, const Folded &f, const Moment &moment)
{
    m.letters.change(f.letter, [&](Letter &letter) {
        ++letter.count;
        letter.lastSeen = moment.now;
    });
    count(m, &Totals::folded);
}

void DeadLetter::evolve(Memory &m, const Lost &, const Moment &)
{
    count(m, &Totals::lost);
}

void DeadLetter::evolve(Memory &m, const RetryAsked &f, const Moment &)
{
    m.letters.change(f.letter, [](Letter &letter) {
        letter.standing = Standing::Retrying;
        ++letter.tries;
    });
}

void DeadLetter::evolve(Memory &m, const Returned &f, const Moment &moment)
{
    if (const Letter *letter = m.letters.find(f.letter))
        unindex(m, *letter);
    m.letters.change(f.letter, [&](Letter &letter) {
        letter.standing = Standing::Quarantined;
        letter.code = f.code;
        letter.lastSeen = moment.now;
        index(m, letter);
    });
}

void DeadLetter::evolve(Memory &m, const Resolved &f, const Moment &moment)
{
    close(m, f.letter, Standing::Resolved, moment.now);
    count(m, &Totals::resolved);
}

void DeadLetter::evolve(Memory &m, const Discarded &f, const Moment &moment)
{
    close(m, f.letter, Standing::Discarded, moment.now);
    count(m, &Totals::discarded);
}

void DeadLetter::rebuild(Memory &m)
{
    m.byCause.clear();
    m.byDream.clear();
    m.closed.clear();
    for (const auto &[key, letter] : m.letters.rows())
        index(m, letter);
}

void DeadLetter::vitals(const Memory &m, Vitals &vitals)
{
    const auto open = static_cast<std::int64_t>(m.letters.size() - m.closed.size());
    const auto lost = static_cast<std::int64_t>(m.totals->lost);
    vitals.push_back({"open letters", open, "count",
                      open > static_cast<std::int64_t>(lettersMax / 2) ? Vital::Failing
                      : open                                          ? Vital::Look
                                                                       : Vital::Well});
    vitals.push_back({"folded", static_cast<std::int64_t>(m.totals->folded), "count"});
    vitals.push_back({"lost", lost, "count", lost ? Vital::Look : Vital::Well});
    vitals.push_back({"memory", static_cast<std::int64_t>(m.letters.size() * (sizeof(Letter) + 200)), "bytes"});
}

}  // namespace deadletter
