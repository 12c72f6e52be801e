// price-market: the odds of a market of stakes on one question, what a trade costs, who is owed what
// once it is answered. Hanson's logarithmic market scoring rule (2003, 2007): C(q) = b ln sum
// exp(q / b), worked out as a log of a sum of exponentials less the greatest, in 50 decimal digits,
// so that no machine rounds otherwise; the maker loses at most b ln n. `market` = {"outcomes",
// "liquidity" (b)}, `trades` = [{"who", "outcome", "shares" (below 0: sold back) or "spend"}] in
// their order, `resolved` (an outcome; of the dream or params), `forecasts` = [{"who", "chances": {outcome: 0..1}}],
// judged by Brier's score (1950: sum over outcomes, 0 best, 2 worst). Stakes, shares and money are
// decimals of up to 6 places and stand in millionths; costs round up and sales down, against the
// trader; odds are shared out to a million exactly. Thread contract: pure.
#include "capabilities/exact.h"

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <map>

namespace capabilities {

namespace {

namespace json = boost::json;
using Real = boost::multiprecision::cpp_dec_float_50;

// Without its part behind the point; nought apart, whose exponent the library would negate.
Whole wholeOf(const Real &value)
{
    return abs(value) < 1 ? Whole(0) : Whole(value);
}

constexpr std::size_t outcomesMax = 50, tradesMax = 500, forecastsMax = 1000, nameBytes = 60;
constexpr int places = 6;
constexpr std::int64_t amountMax = 1'000'000 * micro;  // a million
constexpr std::int64_t liquidityMax = 1'000'000 * micro;

struct Market {
    std::vector<std::string> outcomes;
    std::int64_t liquidity = micro;
    std::vector<std::int64_t> sold;  // millionths of a share

    std::size_t find(std::string_view outcome) const
    {
        return std::size_t(std::ranges::find(outcomes, outcome) - outcomes.begin());
    }
    Real exponent(std::int64_t shares) const { return exp(Real(shares) / liquidity); }
    std::int64_t most() const { return *std::ranges::max_element(sold); }
    // sum of exp((q - most) / b)
    Real sum() const
    {
        Real sum = 0;
        for (const std::int64_t shares : sold)
            sum += exponent(shares - most());
        return sum;
    }
    Real cost() const { return most() + liquidity * log(sum()); }
};

// What buying that many costs; below 0: what selling brings in.
std::int64_t buy(Market &market, std::size_t outcome, std::int64_t shares)
{
    const Real before = market.cost();
    market.sold[outcome] += shares;
    // the last digits of 50 are noise and must not push a whole price up
    return ceil(Real(market.cost() - before - Real("1e-25"))).convert_to<std::int64_t>();
}

// The most shares, in millionths, that a sum buys: b ln((e^(spend/b) S - (S - e)) / e), S and e
// taken relative to the outcome so that nothing overflows.
std::int64_t sharesFor(const Market &market, std::size_t outcome, std::int64_t spend)
{
    const Real own = market.exponent(market.sold[outcome] - market.most()), all = market.sum();
    // ln(e^s S - S + e) - ln e with the greatest term drawn out
    const Real s = Real(spend) / market.liquidity;
    const Real inner = all - (all - own) * exp(Real(-s));
    const Real ahead = Real(market.sold[outcome] - market.most()) / market.liquidity;
    const Real shares = market.liquidity * (s + log(inner) - ahead);
    const std::int64_t bought = floor(Real(shares + Real("1e-25"))).convert_to<std::int64_t>();
    return std::max<std::int64_t>(bought, 0);
}

std::vector<std::int64_t> oddsOf(const Market &market)
{
    static const Real scale("1e30");
    std::vector<Whole> weights;
    for (const std::int64_t shares : market.sold)
        weights.push_back(wholeOf(Real(market.exponent(shares - market.most()) * scale)));
    std::vector<std::int64_t> odds;
    for (const Whole &share : apportioned(micro, weights))
        odds.push_back(clamped(share));
    return odds;
}

Market readMarket(Reader &in)
{
    const json::object &given = in.object("market");
    Market market;
    market.outcomes = in.words(given, "outcomes", outcomesMax, nameBytes);
    if (market.outcomes.size() < 2)
        in.missing("outcomes");
    std::vector<std::string> sorted = market.outcomes;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        in.bad("outcomes", "a name twice");
    market.liquidity = exact(in, given, "liquidity", places, 1000, liquidityMax);
    market.sold.resize(market.outcomes.size());
    return market;
}

struct Account {
    std::int64_t paid = 0;
    std::vector<std::int64_t> shares;
};

using Accounts = std::map<std::string, Account>;

json::value traded(Reader &in, const json::object &given, Market &market, Accounts &accounts)
{
    const std::string who = in.word(given, "who", nameBytes), outcome = in.word(given, "outcome");
    const std::size_t place = market.find(outcome);
    if (place == market.outcomes.size())
        in.bad("outcome", outcome);
    const std::int64_t spend = exact(in, given, "spend", places, 1, amountMax, 0);
    std::int64_t shares = exact(in, given, "shares", places, -amountMax, amountMax, 0);
    if (!in.isBad() && (spend > 0) == (shares != 0))
        in.bad("trades", "neither shares nor a sum to spend, or both");
    if (in.isBad())
        return {};
    if (spend > 0)
        shares = std::min(sharesFor(market, place, spend), amountMax);
    Account &account = accounts[who];
    account.shares.resize(market.outcomes.size());
    if (account.shares[place] + shares < 0 || market.sold[place] + shares > amountMax) {
        in.bad("shares", shares < 0 ? "more than are held" : "more than a million");
        return {};
    }
    const std::int64_t cost = buy(market, place, shares);
    account.shares[place] += shares;
    account.paid += cost;
    const std::vector<std::int64_t> odds = oddsOf(market);
    return json::object{{"cost", cost},
                        {"odds", json::array(odds.begin(), odds.end())},
                        {"outcome", outcome},
                        {"shares", shares},
                        {"who", who}};
}

json::array settled(const Market &market, const Accounts &accounts, std::size_t answer,
                    std::int64_t &loss)
{
    json::array out;
    for (const auto &[who, account] : accounts) {
        const bool isAnswered = answer < market.outcomes.size();
        const std::int64_t due = isAnswered ? account.shares[answer] : 0;
        loss += due - account.paid;
        json::object line{{"paid", account.paid},
                          {"shares", json::array(account.shares.begin(), account.shares.end())},
                          {"who", who}};
        if (isAnswered)
            line["due"] = due, line["gain"] = due - account.paid;
        out.push_back(std::move(line));
    }
    return out;
}

json::array judged(Reader &in, const Market &market, std::size_t answer)
{
    json::array out;
    for (const json::value &entry : in.list("forecasts", forecastsMax, false)) {
        const json::object &given = in.entry(entry, "forecasts");
        const json::object &chances = objectOf(given, "chances");
        std::int64_t sum = 0;
        Whole squares = 0;
        for (std::size_t i = 0; i < market.outcomes.size(); ++i) {
            const std::int64_t chance = exact(in, chances, market.outcomes[i], places, 0, micro, 0);
            const std::int64_t apart = (i == answer ? micro : 0) - chance;
            sum += chance;
            squares += Whole(apart) * apart;
        }
        // thirds written with six places sum to a little less or more
        if (std::abs(sum - micro) > std::int64_t(market.outcomes.size()))
            in.bad("chances", "they do not sum to 1");
        json::object line{{"who", in.word(given, "who", nameBytes)}};
        if (answer < market.outcomes.size())
            line["brier"] = clamped(dividedHalf(squares, micro));
        if (in.isBad())
            return out;
        out.push_back(std::move(line));
    }
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    Market market = readMarket(in);
    const std::string resolved = in.wordOr(in.told({"resolved"}), "resolved", {});
    const std::size_t answer = resolved.empty() ? market.outcomes.size() : market.find(resolved);
    if (!resolved.empty() && answer == market.outcomes.size())
        in.bad("resolved", resolved);
    Accounts accounts;
    json::array trades;
    for (const json::value &entry : in.list("trades", tradesMax, false)) {
        if (in.isBad() || run.stop.stop_requested())
            break;
        trades.push_back(traded(in, in.entry(entry, "trades"), market, accounts));
    }
    if (run.stop.stop_requested())
        return stopped();
    json::array forecasts = judged(in, market, answer);
    if (in.isBad())
        return in.failure();
    std::int64_t loss = 0;
    json::array settlement = settled(market, accounts, answer, loss);
    const std::vector<std::int64_t> odds = oddsOf(market);
    json::array outcomes;
    for (std::size_t i = 0; i < odds.size(); ++i)
        outcomes.push_back(json::object{
            {"odds", odds[i]}, {"outcome", market.outcomes[i]}, {"sold", market.sold[i]}});
    json::object out{
        {"accounts", std::move(settlement)},
        {"forecasts", std::move(forecasts)},
        {"lossMax",
         clamped(wholeOf(Real(ceil(Real(market.liquidity * log(Real(market.outcomes.size())))))))},
        {"outcomes", std::move(outcomes)},
        {"scale", micro},
        {"trades", std::move(trades)}};
    if (!resolved.empty())
        out["loss"] = loss, out["resolved"] = resolved;
    Result result;
    result.figures["odds"] = *std::ranges::max_element(odds) / 100;
    result.outputs.push_back(jsonArtefact("market", out));
    return result;
}

}  // namespace

extern const Capability priceMarket;
const Capability priceMarket = {
    .name = "price-market",
    .version = "1.0.0",
    .source = "LMSR (Hanson 2003, 2007); Brier 1950",
    .run = run,
};

}  // namespace capabilities
