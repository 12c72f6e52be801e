// meter-usage: which of a customer's calls were within the plan, and what they cost. Allowing by the
// generic cell rate algorithm (ITU-T I.371, 1993, as a leaky bucket in virtual time), then a quota;
// what was allowed is rated by tiers, the fixed fee prorated by calendar days. `events` = [{"at":
// ISO time UTC or whole seconds, "who"?, "amount"? (1)}], taken in order of time; `plan` = {"rate"?:
// {"count", "per" (seconds), "burst" (most at once)}, "quota"? (units a customer), "mode"?:
// "graduated" (default: each unit at the price of its tier) or "volume" (all at the last tier's),
// "tiers"?: [{"upTo"? (the last has none), "price" (a unit), "flat"?}], "fee"?, "period"?: {"from",
// "to" (days, the last one is inside), "activeFrom"?, "activeTo"?}}. params.places (2) of the
// currency. Prices are decimals of up to 9 places; each line is rounded once, half away from zero;
// times wait in whole seconds, rounded up. Thread contract: pure.
#include "capabilities/exact.h"

#include <map>
#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t eventsMax = 4000, tiersMax = 50, customersMax = 100, whoBytes = 40;
constexpr int pricePlaces = 9;
constexpr std::int64_t amountMax = 1'000'000, priceMax = 1'000'000'000'000'000;
constexpr std::int64_t secondsMax = 32'503'680'000;  // the year 3000

struct Event {
    std::int64_t at = 0, amount = 1;
    std::string who;
};

struct Rate {
    std::int64_t count = 0, per = 1, burst = 0;
};

struct Tier {
    std::int64_t upTo = INT64_MAX, price = 0, flat = 0;
};

struct Plan {
    Rate rate;
    std::int64_t quota = INT64_MAX;
    bool isVolume = false;
    std::vector<Tier> tiers;
    std::int64_t fee = 0, days = 1, activeDays = 1;
};

struct Customer {
    std::int64_t arrival = INT64_MIN;  // theoretical arrival time, in 1 / count seconds
    std::int64_t used = 0, throttled = 0, overQuota = 0;
};

std::vector<Event> readEvents(Reader &in)
{
    std::vector<Event> events;
    std::set<std::string> customers;
    for (const json::value &entry : in.list("events", eventsMax, false)) {
        const json::object &given = in.entry(entry, "events");
        Event event;
        if (const json::value *at = given.if_contains("at"); at && at->is_string()) {
            const auto seconds = secondsOf(at->get_string());
            if (!seconds || *seconds < 0 || *seconds > secondsMax)
                in.bad("at", at->get_string());
            event.at = seconds.value_or(0);
        } else {
            event.at = in.integer(given, "at", 0, secondsMax);
        }
        event.who = in.wordOr(given, "who", {}, whoBytes);
        if (customers.insert(event.who).second && customers.size() > customersMax)
            in.tooMany("who", customersMax);
        event.amount = in.integer(given, "amount", 1, amountMax, 1);
        if (in.isBad())
            break;
        events.push_back(std::move(event));
    }
    std::ranges::stable_sort(events, {}, &Event::at);
    return events;
}

std::int64_t readDay(Reader &in, const json::object &period, const char *name,
                     std::optional<std::int64_t> otherwise = std::nullopt)
{
    if (otherwise && !period.contains(name))
        return *otherwise;
    const std::string word = in.word(period, name, 10);
    const auto day = dayOf(word);
    if (!day)
        in.bad(name, word);
    return day.value_or(0);
}

void readPeriod(Reader &in, const json::object &period, Plan &plan)
{
    if (period.empty())
        return;
    const std::int64_t from = readDay(in, period, "from"), to = readDay(in, period, "to");
    if (to < from)
        in.bad("period", "an end before its beginning");
    const std::int64_t activeFrom = std::max(from, readDay(in, period, "activeFrom", from));
    const std::int64_t activeTo = std::min(to, readDay(in, period, "activeTo", to));
    plan.days = std::max<std::int64_t>(1, to - from + 1);
    plan.activeDays = std::clamp<std::int64_t>(activeTo - activeFrom + 1, 0, plan.days);
}

Plan readPlan(Reader &in)
{
    const json::object &given = in.object("plan");
    Plan plan;
    if (const json::object &rate = objectOf(given, "rate"); !rate.empty()) {
        plan.rate.count = in.integer(rate, "count", 1, amountMax);
        plan.rate.per = in.integer(rate, "per", 1, 31'622'400);
        plan.rate.burst = in.integer(rate, "burst", 1, amountMax, plan.rate.count);
    }
    plan.quota = in.integer(given, "quota", 0, INT64_MAX, INT64_MAX);
    const std::string mode = in.wordOr(given, "mode", "graduated");
    plan.isVolume = mode == "volume";
    if (!plan.isVolume && mode != "graduated")
        in.bad("mode", mode);
    if (arrayOf(given, "tiers").size() > tiersMax)
        in.tooMany("tiers", tiersMax);
    std::int64_t below = 0;
    for (const json::value &entry : arrayOf(given, "tiers")) {
        if (in.isBad() || below == INT64_MAX) {
            in.bad("tiers", "a tier after the last");
            break;
        }
        const json::object &tier = in.entry(entry, "tiers");
        plan.tiers.push_back({in.integer(tier, "upTo", below + 1, INT64_MAX, INT64_MAX),
                              exact(in, tier, "price", pricePlaces, 0, priceMax),
                              exact(in, tier, "flat", pricePlaces, 0, priceMax, 0)});
        below = plan.tiers.back().upTo;
    }
    if (!plan.tiers.empty() && below != INT64_MAX)
        in.bad("tiers", "no last tier without an end");
    plan.fee = exact(in, given, "fee", pricePlaces, 0, priceMax, 0);
    readPeriod(in, objectOf(given, "period"), plan);
    return plan;
}

// Times in units of 1 / count seconds: a unit of usage takes `per` of them.
json::object decided(const Event &event, const Plan &plan, Customer &customer)
{
    const Rate &rate = plan.rate;
    const std::int64_t now = event.at * rate.count, room = rate.burst * rate.per;
    const std::int64_t before = std::max(customer.arrival, now);
    const std::int64_t after = before + event.amount * rate.per;
    const bool isSlow = rate.count > 0 && after - now > room;
    const bool isOver = !isSlow && event.amount > plan.quota - customer.used;
    json::object out{{"at", event.at},
                     {"decision", isSlow   ? "throttle"
                                  : isOver ? "quota"
                                           : "allow"},
                     {"who", event.who}};
    if (rate.count > 0) {
        if (!isSlow && !isOver)
            customer.arrival = after;
        const std::int64_t ahead = isSlow || isOver ? before - now : after - now;
        out["remaining"] = (room - ahead) / rate.per;
        out["reset"] = (ahead + rate.count - 1) / rate.count;
        // what is more than the burst can never pass
        if (isSlow)
            out["retryAfter"] =
                event.amount > rate.burst ? -1 : (after - now - room + rate.count - 1) / rate.count;
    }
    customer.used += isSlow || isOver ? 0 : event.amount;
    customer.throttled += isSlow;
    customer.overQuota += isOver;
    return out;
}

class Invoice {
public:
    explicit Invoice(int places) : m_unit(pow(Whole(10), unsigned(pricePlaces - places))) {}

    void add(std::string_view kind, std::int64_t units, const Whole &exactAmount)
    {
        const std::int64_t amount = clamped(dividedHalf(exactAmount, m_unit));
        m_total += amount;
        m_lines.push_back(json::object{{"amount", amount}, {"kind", kind}, {"units", units}});
    }
    json::object take(std::string_view who, const Customer &customer)
    {
        return {{"lines", std::move(m_lines)},     {"overQuota", customer.overQuota},
                {"throttled", customer.throttled}, {"total", clamped(m_total)},
                {"used", customer.used},           {"who", who}};
    }

private:
    Whole m_unit, m_total;
    json::array m_lines;
};

json::object billed(const std::string &who, const Customer &customer, const Plan &plan, int places)
{
    Invoice invoice(places);
    if (plan.fee > 0)
        invoice.add("fee", plan.activeDays,
                    dividedHalf(Whole(plan.fee) * plan.activeDays, plan.days));
    std::int64_t below = 0;
    for (const Tier &tier : plan.tiers) {
        const bool isHere = plan.isVolume ? customer.used <= tier.upTo : customer.used > below;
        const std::int64_t units =
            plan.isVolume ? customer.used : std::min(customer.used, tier.upTo) - below;
        below = tier.upTo;
        if (!isHere || customer.used == 0)
            continue;
        invoice.add("usage", units, Whole(tier.price) * units + tier.flat);
        if (plan.isVolume)
            break;
    }
    return invoice.take(who, customer);
}

Result run(const Run &run)
{
    Reader in(run);
    const std::vector<Event> events = readEvents(in);
    const Plan plan = readPlan(in);
    const int places = int(in.integer(run.params, "places", 0, pricePlaces, 2));
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::map<std::string, Customer> customers;
    json::array decisions, invoices;
    Result result;
    for (const Event &event : events) {
        decisions.push_back(decided(event, plan, customers[event.who]));
        ++result.figures[std::string(decisions.back().at("decision").get_string())];
    }
    if (customers.empty())
        customers[{}];  // the fee is due without use
    for (const auto &[who, customer] : customers)
        invoices.push_back(billed(who, customer, plan, places));
    result.outputs.push_back(jsonArtefact("usage", json::object{{"decisions", std::move(decisions)},
                                                                {"invoices", std::move(invoices)},
                                                                {"places", places}}));
    return result;
}

}  // namespace

extern const Capability meterUsage;
const Capability meterUsage = {
    .name = "meter-usage",
    .version = "1.0.0",
    .source = "GCRA (ITU-T I.371); tiered rating and proration by calendar days",
    .run = run,
};

}  // namespace capabilities
