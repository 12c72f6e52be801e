#include "lungs/starbridge.h"

#include <algorithm>

namespace starbridge {

DREAM_SYSTEM(StarBridge)

namespace {

// Cuts the first part off; what is left has no leading dot.
std::string_view takePart(std::string_view &topic)
{
    const std::size_t dot = std::min(topic.find('.'), topic.size());
    const std::string_view part = topic.substr(0, dot);
    topic.remove_prefix(std::min(dot + 1, topic.size()));
    return part;
}

bool isPart(std::string_view part)
{
    const auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !part.empty() && std::all_of(part.begin(), part.end(), isGood);
}

bool isWellFormed(std::string_view topic, bool mayBePattern)
{
    if (topic.empty() || topic.size() > topicBytesMax || topic.back() == '.')
        return false;
    std::size_t parts = 0;
    while (!topic.empty()) {
        const std::string_view part = takePart(topic);
        const bool isWildcard = part == "*" || (part == ">" && topic.empty());
        if (++parts > topicPartsMax || !(isPart(part) || (mayBePattern && isWildcard)))
            return false;
    }
    return true;
}

Lag lagFor(Lag now, std::uint64_t backlog)
{
    if (backlog > drownAbove)
        return Lag::Drowning;
    // Half of a limit must be passed on the way back, so that the state does not flutter.
    if (now == Lag::Drowning && backlog > drownAbove / 2)
        return Lag::Drowning;
    if (backlog > lagAbove || (now != Lag::KeepingUp && backlog > lagAbove / 2))
        return Lag::Lagging;
    return Lag::KeepingUp;
}

Outcome unknown()
{
    return refuse("starbridge.unknown");
}

}  // namespace

bool isTopic(std::string_view topic)
{
    return isWellFormed(topic, false);
}

bool isPattern(std::string_view pattern)
{
    return isWellFormed(pattern, true);
}

bool matches(std::string_view pattern, std::string_view topic)
{
    while (!pattern.empty() && !topic.empty()) {
        const std::string_view wanted = takePart(pattern);
        if (wanted == ">")
            return true;
        const std::string_view part = takePart(topic);
        if (wanted != "*" && wanted != part)
            return false;
    }
    return pattern.empty() && topic.empty();
}

std::string topicOf(const Published &f)
{
    return "event." + f.topic;
}

Outcome admit(const Memory &m, Origin origin)
{
    if (!isForeign(origin))
        return done();
    for (const auto &[key, subscription] : m.subscriptions.rows())
        if (subscription.isRequired && subscription.lag == Lag::Drowning)
            return refuse("starbridge.pressure", {{"subscription", subscription.name},
                                                  {"backlog", std::to_string(subscription.backlog)}});
    return done();
}

Outcome StarBridge::decide(const Memory &m, const Subscribe &c, World &world)
{
    if (!isPart(c.name) || c.name.size() > nameBytesMax)
        return refuse("starbridge.badName", {{"limit", std::to_string(nameBytesMax)}});
    if (!isPattern(c.pattern))
        return refuse("starbridge.badPattern", {{"pattern", std::string(firstBytes(c.pattern, 64))}});
    if (c.from && *c.from > world.lastFact())
        return refuse("starbridge.beyond", {{"newest", std::to_string(world.lastFact())}});
    for (const auto &[key, other] : m.subscriptions.rows()) {
        if (other.name != c.name)
            continue;
        if (other.pattern == c.pattern && other.isRequired == c.isRequired)
            return done();
        return refuse("starbridge.nameTaken", {{"name", c.name}});
    }
    if (m.subscriptions.size() >= subscriptionsMax)
        return refuse("starbridge.tooMany", {{"limit", std::to_string(subscriptionsMax)}});
    Subscription subscription;
    subscription.id = world.newId<Subscription>();
    subscription.name = c.name;
    subscription.pattern = c.pattern;
    subscription.cursor = c.from.value_or(world.lastFact());
    subscription.isRequired = c.isRequired;
    subscription.since = world.now();
    world.tell(Subscribed{subscription});
    return done();
}

Outcome StarBridge::decide(const Memory &m, const Unsubscribe &c, World &world)
{
    if (!m.subscriptions.find(c.subscription))
        return unknown();
    world.tell(Unsubscribed{c.subscription});
    return done();
}

Outcome StarBridge::decide(const Memory &m, const Acknowledge &c, World &world)
{
    const Subscription *subscription = m.subscriptions.find(c.subscription);
    if (!subscription)
        return unknown();
    if (c.upTo < subscription->cursor)
        return refuse("starbridge.backwards", {{"cursor", std::to_string(subscription->cursor)}});
    if (c.upTo > world.lastFact())
        return refuse("starbridge.beyond", {{"newest", std::to_string(world.lastFact())}});
    if (c.upTo > subscription->cursor)
        world.tell(Acknowledged{c.subscription, c.upTo});
    return done();
}

Outcome StarBridge::decide(const Memory &m, const Publish &c, World &world)
{
    if (Outcome admitted = admit(m, world.envelope().origin); !admitted)
        return admitted;
    if (!isTopic(c.topic))
        return refuse("starbridge.badTopic", {{"topic", std::string(firstBytes(c.topic, 64))}});
    if (c.text.size() > textBytesMax)
        return refuse("starbridge.tooLong", {{"limit", std::to_string(textBytesMax)}});
    world.tell(Published{c.topic, {0, c.text, false}});
    return done();
}

Outcome StarBridge::decide(const Memory &m, const Measure &c, World &world)
{
    const Subscription *subscription = m.subscriptions.find(c.subscription);
    if (!subscription)
        return unknown();
    const Lag lag = lagFor(subscription->lag, c.backlog);
    if (lag != subscription->lag)
        world.tell(LagChanged{c.subscription, lag, c.backlog});
    return done();
}

void StarBridge::evolve(Memory &m, const Subscribed &f, const Moment &)
{
    m.subscriptions.put(f.subscription);
}

void StarBridge::evolve(Memory &m, const Unsubscribed &f, const Moment &)
{
    m.subscriptions.erase(f.subscription);
}

void StarBridge::evolve(Memory &m, const Acknowledged &f, const Moment &)
{
    m.subscriptions.change(f.subscription, [&](Subscription &one) { one.cursor = f.upTo; });
}

void StarBridge::evolve(Memory &m, const Published &, const Moment &)
{
    m.totals.set({m.totals->published + 1});
}

void StarBridge::evolve(Memory &m, const LagChanged &f, const Moment &moment)
{
    m.subscriptions.change(f.subscription, [&](Subscription &one) {
        one.lag = f.lag;
        one.backlog = f.backlog;
        one.since = moment.now;
    });
}

void StarBridge::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t lagging = 0, drowning = 0;
    for (const auto &[key, subscription] : m.subscriptions.rows()) {
        lagging += subscription.lag == Lag::Lagging;
        drowning += subscription.lag == Lag::Drowning;
    }
    vitals.push_back({"subscriptions", static_cast<std::int64_t>(m.subscriptions.size()), "count"});
    vitals.push_back({"published", static_cast<std::int64_t>(m.totals->published), "count"});
    vitals.push_back({"lagging", lagging, "count", lagging ? Vital::Look : Vital::Well});
    vitals.push_back({"drowning", drowning, "count", drowning ? Vital::Failing : Vital::Well});
}

}  // namespace starbridge
