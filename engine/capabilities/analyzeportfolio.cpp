// analyze-portfolio: what is held, what it cost and is worth, what was earned, and at what risk.
// Sales use up the oldest lots first (FIFO), gains are exact and rounded once, half away from zero.
// Returns are time-weighted (Bacon 2008: each stretch between flows by itself, then chained), Sharpe's
// ratio (1994) with the sample's deviation, Sortino's (1994) with the deviation below the risk-free
// rate over all periods, both times the root of periods a year; concentration by Herfindahl and
// Hirschman; drawdown is the deepest fall of the chained index from a peak. `trades` = [{"at",
// "symbol", "kind": "buy" or "sell", "quantity" (8 places), "price" (6 places), "fee"?}], taken in
// order of time; `prices` = {symbol: price}; `values` = [{"at", "value", "flow"? (paid in or, below 0,
// out right after)}]. params.places (2) of the currency, params.riskFree (0, a year's rate),
// params.periods (12 a year). Money in smallest units, returns and ratios in millionths, weights
// 0..10000. Thread contract: pure.
#include "capabilities/exact.h"
#include "capabilities/statistics.h"

#include <deque>
#include <map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t tradesMax = 10'000, symbolsMax = 1000, valuesMax = 20'000;
constexpr int quantityPlaces = 8, pricePlaces = 6;
constexpr std::int64_t most = 100'000'000'000'000'000;

struct Trade {
    std::string at, symbol;
    bool isSale = false;
    std::int64_t quantity = 0, price = 0, fee = 0;
    std::int64_t day = 0;
};

struct Lot {
    std::int64_t quantity = 0, price = 0;
    Whole fee;  // in units of 10^-14, as all exact money here
};

struct Position {
    std::deque<Lot> lots;
    Whole realised;

    Whole quantity() const
    {
        Whole sum = 0;
        for (const Lot &lot : lots)
            sum += lot.quantity;
        return sum;
    }
    Whole cost() const
    {
        Whole sum = 0;
        for (const Lot &lot : lots)
            sum += Whole(lot.quantity) * lot.price + lot.fee;
        return sum;
    }
};

using Positions = std::map<std::string, Position>;

std::vector<Trade> readTrades(Reader &in)
{
    std::vector<Trade> trades;
    for (const json::value &entry : in.list("trades", tradesMax, false)) {
        const json::object &given = in.entry(entry, "trades");
        Trade trade;
        trade.at = in.word(given, "at", 40);
        const auto seconds = secondsOf(trade.at);
        if (!seconds)
            in.bad("at", trade.at);
        trade.day = seconds.value_or(0);
        trade.symbol = in.word(given, "symbol", 60);
        const std::string kind = in.word(given, "kind");
        trade.isSale = kind == "sell";
        if (!trade.isSale && kind != "buy")
            in.bad("kind", kind);
        trade.quantity = exact(in, given, "quantity", quantityPlaces, 1, most);
        trade.price = exact(in, given, "price", pricePlaces, 0, most);
        trade.fee = exact(in, given, "fee", pricePlaces, 0, most, 0);
        if (in.isBad())
            break;
        trades.push_back(std::move(trade));
    }
    std::ranges::stable_sort(trades, {}, &Trade::day);
    return trades;
}

// False if more is sold than held.
bool book(Position &position, const Trade &trade)
{
    static const Whole feeUnit = pow(Whole(10), quantityPlaces);
    if (!trade.isSale) {
        position.lots.push_back({trade.quantity, trade.price, trade.fee * feeUnit});
        return true;
    }
    position.realised += Whole(trade.quantity) * trade.price - trade.fee * feeUnit;
    std::int64_t left = trade.quantity;
    while (left > 0 && !position.lots.empty()) {
        Lot &lot = position.lots.front();
        const std::int64_t part = std::min(left, lot.quantity);
        const Whole fee = dividedHalf(lot.fee * part, lot.quantity);
        position.realised -= Whole(part) * lot.price + fee;
        lot.fee -= fee;
        lot.quantity -= part;
        left -= part;
        if (lot.quantity == 0)
            position.lots.pop_front();
    }
    return left == 0;
}

json::object heldOf(Reader &in, const Positions &positions, int places)
{
    const Whole unit = pow(Whole(10), unsigned(quantityPlaces + pricePlaces - places));
    const auto money = [&](const Whole &amount) { return clamped(dividedHalf(amount, unit)); };
    const json::object &prices = in.object("prices", false);
    std::vector<Whole> worths;
    Whole total = 0, realised = 0, cost = 0;
    for (const auto &[symbol, position] : positions) {
        const Whole quantity = position.quantity();
        worths.push_back(
            quantity == 0 ? Whole(0) : quantity * exact(in, prices, symbol, pricePlaces, 0, most));
        total += worths.back();
        realised += position.realised;
        cost += position.cost();
    }
    json::array list;
    Whole squares = 0;
    const std::vector<Whole> weights = apportioned(10'000, worths);
    for (const auto &[symbol, position] : positions) {
        const Whole &worth = worths[list.size()];
        squares += worth * worth;
        list.push_back(json::object{{"cost", money(position.cost())},
                                    {"lots", position.lots.size()},
                                    {"quantity", position.quantity().str()},
                                    {"realised", money(position.realised)},
                                    {"symbol", symbol},
                                    {"unrealised", money(worth - position.cost())},
                                    {"value", money(worth)},
                                    {"weight", clamped(weights[list.size()])}});
    }
    return {{"cost", money(cost)},
            {"herfindahl", total == 0 ? 0 : clamped(dividedHalf(squares * 10'000, total * total))},
            {"holdings", std::move(list)},
            {"realised", money(realised)},
            {"unrealised", money(total - cost)},
            {"value", money(total)}};
}

struct Valuation {
    std::string at;
    double value = 0, flow = 0;
};

std::vector<Valuation> readValues(Reader &in)
{
    std::vector<Valuation> values;
    for (const json::value &entry : in.list("values", valuesMax, false)) {
        const json::object &given = in.entry(entry, "values");
        Valuation value;
        value.at = in.word(given, "at", 40);
        const auto day = dayOf(value.at);
        if (!day || (!values.empty() && *day <= *dayOf(values.back().at)))
            in.bad("at", value.at);
        value.value = in.number(given, "value", 0, 1e15);
        value.flow = in.number(given, "flow", -1e15, 1e15, 0);
        if (in.isBad())
            break;
        values.push_back(std::move(value));
    }
    for (std::size_t i = 0; i + 1 < values.size() && !in.isBad(); ++i)
        if (!(values[i].value + values[i].flow > 0))
            in.bad("values", "nothing to earn from");
    if (values.size() == 1)
        in.missing("values");
    return values;
}

json::object drawdownOf(const std::vector<Valuation> &values, const std::vector<double> &returns)
{
    double index = 1, peak = 1, depth = 0;
    std::size_t peakAt = 0, from = 0, to = 0;
    for (std::size_t i = 0; i < returns.size(); ++i) {
        index *= 1 + returns[i];
        if (index > peak)
            peak = index, peakAt = i + 1;
        if (1 - index / peak > depth)
            depth = 1 - index / peak, from = peakAt, to = i + 1;
    }
    json::object out{{"depth", toMicro(depth)}};
    if (depth > 0) {
        out["from"] = dayText(*dayOf(values[from].at));
        out["to"] = dayText(*dayOf(values[to].at));
    }
    return out;
}

json::object returnsOf(const std::vector<Valuation> &values, double riskFree, double periods)
{
    std::vector<double> returns;
    Moments moments;
    double chained = 1, below = 0;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        returns.push_back(values[i + 1].value / (values[i].value + values[i].flow) - 1);
        const double above = returns.back() - riskFree / periods;
        chained *= 1 + returns.back();
        moments.add(above);
        below += std::pow(std::min(0.0, above), 2);
    }
    json::object out{{"drawdown", drawdownOf(values, returns)},
                     {"periods", returns.size()},
                     {"scale", micro},
                     {"timeWeighted", toMicro(chained - 1)}};
    const double downside = std::sqrt(below / double(returns.size()));
    // what rounding alone makes of equal returns is no deviation
    if (moments.deviation() > 1e-12) {
        out["sharpe"] = toMicro(moments.mean / moments.deviation() * std::sqrt(periods));
        out["volatility"] = toMicro(moments.deviation() * std::sqrt(periods));
    }
    if (downside > 1e-12)
        out["sortino"] = toMicro(moments.mean / downside * std::sqrt(periods));
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    const int places = int(in.integer(run.params, "places", 0, 6, 2));
    const double riskFree = in.number(run.params, "riskFree", -0.5, 1, 0);
    const double periods = in.number(run.params, "periods", 1, 366, 12);
    Positions positions;
    for (const Trade &trade : readTrades(in)) {
        if (run.stop.stop_requested() || in.isBad())
            break;
        if (positions.size() == symbolsMax && !positions.contains(trade.symbol))
            in.tooMany("trades", symbolsMax);
        else if (!book(positions[trade.symbol], trade))
            return Result::refuse("analyzeportfolio.oversold", {{"symbol", trade.symbol}});
    }
    const std::vector<Valuation> values = readValues(in);
    if (positions.empty() && values.empty())
        in.missing("trades");
    json::object out;
    if (!in.isBad())
        out = heldOf(in, positions, places);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    if (!values.empty())
        out["returns"] = returnsOf(values, riskFree, periods);
    Result result;
    result.figures["herfindahl"] = integerOf(out, "herfindahl");
    result.figures["holdings"] = std::int64_t(positions.size());
    result.outputs.push_back(jsonArtefact("portfolio", out));
    return result;
}

}  // namespace

extern const Capability analyzePortfolio;
const Capability analyzePortfolio = {
    .name = "analyze-portfolio",
    .version = "1.0.0",
    .source = "FIFO lots; Bacon 2008; Sharpe 1994; Sortino and Price 1994; Herfindahl 1950",
    .run = run,
};

}  // namespace capabilities
