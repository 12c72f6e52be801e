// Money, votes and stakes: what must hold for any amounts, checked on random ones against sums and
// searches written here in another way than the engines do it.
#include "runcapability.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace testing;

namespace {

using Whole = boost::multiprecision::cpp_int;
using Random = std::mt19937_64;

std::int64_t pick(Random &random, std::int64_t least, std::int64_t most)
{
    return least + std::int64_t(random() % std::uint64_t(most - least + 1));
}

json::object answer(std::string_view capability, std::string_view artefact,
                    const json::object &params, std::uint64_t seed = 1)
{
    const auto result = runCapability(capability, {}, params, seed);
    return result.refusal.empty() ? jsonOf(result, artefact).as_object()
                                  : json::object{{"refusal", result.refusal}};
}

Whole wholeOf(const json::object &object, const char *name)
{
    return Whole(std::string(object.at(name).as_string()));
}

// Of any size: digits are drawn one by one.
Whole pickWhole(Random &random)
{
    Whole number = 1 + random() % 1000;
    for (std::uint64_t i = random() % 25; i > 0; --i)
        number = number * 10 + random() % 10;
    return number;
}

using Profile = std::vector<std::pair<std::vector<int>, std::int64_t>>;

// The best of all ways from a to b that pass nobody twice, by trying each.
std::int64_t strongest(const std::vector<std::vector<std::int64_t>> &wins, int a, int b,
                       std::vector<bool> seen)
{
    seen[std::size_t(a)] = true;
    std::int64_t best = wins[std::size_t(a)][std::size_t(b)];
    for (std::size_t via = 0; via < wins.size(); ++via)
        if (!seen[via] && int(via) != b)
            best = std::max(
                best, std::min(wins[std::size_t(a)][via], strongest(wins, int(via), b, seen)));
    return best;
}

json::array schulzeWinners(const Profile &profile, std::size_t n)
{
    std::vector<std::vector<std::int64_t>> d(n, std::vector<std::int64_t>(n)), wins = d;
    for (const auto &[order, count] : profile)
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size(); ++j)
                d[std::size_t(order[i])][std::size_t(order[j])] += count;
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b)
            wins[a][b] = d[a][b] > d[b][a] ? d[a][b] : 0;
    json::array winners;
    for (int a = 0; a < int(n); ++a) {
        bool isBeaten = false;
        for (int b = 0; b < int(n); ++b)
            isBeaten = isBeaten
                       || (a != b
                           && strongest(wins, b, a, std::vector<bool>(n))
                                  > strongest(wins, a, b, std::vector<bool>(n)));
        if (!isBeaten)
            winners.emplace_back(std::string(1, char('a' + a)));
    }
    return winners;
}

}  // namespace

class TstExactCapabilities : public QObject {
    Q_OBJECT

private slots:
    void noSwapTakesFromThePool()
    {
        Random random(1);
        for (int i = 0; i < 10'000; ++i) {
            const Whole in = pickWhole(random), out = pickWhole(random), paid = pickWhole(random);
            const json::object pool{{"reserveIn", in.str()}, {"reserveOut", out.str()}};
            const json::object quote =
                answer("quote-swap", "quote",
                       {{"pool", pool}, {"trade", json::object{{"amount", paid.str()}}}});
            QVERIFY(!quote.contains("refusal"));
            const Whole got = wholeOf(quote, "amountOut");
            const Whole newIn = wholeOf(quote, "reserveIn"), newOut = wholeOf(quote, "reserveOut");
            QVERIFY(newIn == in + paid && newOut == out - got && newIn * newOut >= in * out);
            // one unit more would break what the pair checks: (in + 0.997 paid) * out >= k
            QVERIFY((newIn * 1000 - paid * 3) * newOut * 1000 >= in * out * 1'000'000);
            QVERIFY((newIn * 1000 - paid * 3) * (newOut - 1) * 1000 < in * out * 1'000'000);
            if (got == 0)
                continue;
            const json::object trade{{"amount", got.str()}, {"kind", "out"}};
            const json::object back =
                answer("quote-swap", "quote", {{"pool", pool}, {"trade", trade}});
            // the periphery adds one unit to what it asks, so it may ask one too many
            QVERIFY(wholeOf(back, "amountIn") <= paid + 1);
        }
    }

    void sharesOfAPoolCannotBeWonByComingAndGoing()
    {
        Random random(2);
        for (int i = 0; i < 2000; ++i) {
            const Whole in = pickWhole(random) + 1000, out = pickWhole(random) + 1000,
                        supply = pickWhole(random) + 1000, one = pickWhole(random),
                        other = pickWhole(random);
            const json::object pool{
                {"reserveIn", in.str()}, {"reserveOut", out.str()}, {"supply", supply.str()}};
            const json::object mint{
                {"kind", "mint"}, {"amountIn", one.str()}, {"amountOut", other.str()}};
            const json::object after =
                answer("quote-swap", "quote", {{"pool", pool}, {"trade", mint}});
            if (after.contains("refusal"))
                continue;
            const json::object burn{{"kind", "burn"}, {"amount", after.at("shares")}};
            const json::object gone =
                answer("quote-swap", "quote", {{"pool", after}, {"trade", burn}});
            if (gone.contains("refusal"))
                continue;
            QVERIFY(wholeOf(gone, "amountIn") <= one && wholeOf(gone, "amountOut") <= other);
            QVERIFY(wholeOf(gone, "supply") == supply);
        }
    }

    void sharesSumToThePool()
    {
        Random random(3);
        for (int i = 0; i < 3000; ++i) {
            const Whole pool = pickWhole(random);
            json::array contributions, coalitions;
            for (std::int64_t j = pick(random, 1, 15); j > 0; --j) {
                const std::string id(1, char('a' + pick(random, 0, 13)));
                contributions.push_back(json::object{{"amount", pick(random, 1, 1'000'000)},
                                                     {"from", pick(random, 0, 4)},
                                                     {"id", id}});
                coalitions.push_back(
                    json::object{{"members", {id, std::string(1, char('a' + j % 14))}},
                                 {"value", pick(random, 1, 1000)}});
            }
            const char *const method = i % 3 == 0   ? "proportional"
                                       : i % 3 == 1 ? "quadratic"
                                                    : "shapley";
            const json::object shares = answer("allocate-rewards", "shares",
                                               {{"contributions", contributions},
                                                {"coalitions", coalitions},
                                                {"method", method},
                                                {"samples", 20},
                                                {"pool", pool.str()}});
            if (shares.contains("refusal"))  // no one was given to by two
                continue;
            Whole sum = 0;
            for (const json::value &share : shares.at("shares").as_array())
                sum += wholeOf(share.as_object(), "share");
            QVERIFY(sum == pool);
        }
    }

    void noWindowAdmitsMoreThanBurstAndRate()
    {
        Random random(4);
        for (int i = 0; i < 500; ++i) {
            const std::int64_t count = pick(random, 1, 50), per = pick(random, 1, 90),
                               burst = pick(random, 1, 30);
            json::array events;
            std::int64_t at = 0;
            for (int j = 0; j < 80; ++j)
                events.push_back(
                    json::object{{"amount", pick(random, 1, 4)}, {"at", at += pick(random, 0, 3)}});
            const json::object usage = answer(
                "meter-usage", "usage",
                {{"events", events},
                 {"plan",
                  json::object{
                      {"rate", json::object{{"burst", burst}, {"count", count}, {"per", per}}}}}});
            // a token bucket in units of 1 / per tokens admits the very same events
            std::int64_t tokens = burst * per, last = 0;
            std::vector<std::pair<std::int64_t, std::int64_t>> admitted;
            for (std::size_t j = 0; j < events.size(); ++j) {
                const std::int64_t now = events[j].at("at").as_int64(),
                                   amount = events[j].at("amount").as_int64();
                tokens = std::min(burst * per, tokens + (now - last) * count);
                last = now;
                const bool isAdmitted = amount * per <= tokens;
                tokens -= isAdmitted ? amount * per : 0;
                QCOMPARE(usage.at("decisions").at(j).at("decision").as_string() == "allow",
                         isAdmitted);
                if (isAdmitted)
                    admitted.emplace_back(now, amount);
            }
            for (std::size_t from = 0; from < admitted.size(); ++from) {
                std::int64_t sum = 0;
                for (std::size_t to = from; to < admitted.size(); ++to) {
                    sum += admitted[to].second;
                    QVERIFY(sum * per
                            <= burst * per + count * (admitted[to].first - admitted[from].first));
                }
            }
        }
    }

    void schulzeIsFoundByTryingAllPaths()
    {
        Random random(5);
        for (int i = 0; i < 1500; ++i) {
            const auto n = std::size_t(pick(random, 2, 5));
            Profile profile;
            json::array ballots, candidates;
            for (std::size_t c = 0; c < n; ++c)
                candidates.emplace_back(std::string(1, char('a' + c)));
            for (std::int64_t b = pick(random, 1, 6); b > 0; --b) {
                std::vector<int> order(n);
                std::iota(order.begin(), order.end(), 0);
                std::shuffle(order.begin(), order.end(), random);
                profile.emplace_back(order, pick(random, 1, 5));
                json::array ranking;
                for (const int c : order)
                    ranking.emplace_back(std::string(1, char('a' + c)));
                ballots.push_back(
                    json::object{{"count", profile.back().second}, {"ranking", ranking}});
            }
            const json::object result =
                answer("tally-votes", "result", {{"ballots", ballots}, {"candidates", candidates}});
            QCOMPARE(json::serialize(result.at("winners")),
                     json::serialize(schulzeWinners(profile, n)));
        }
    }

    void theMarketMakerLosesNoMoreThanItMay()
    {
        Random random(6);
        for (int i = 0; i < 150; ++i) {
            json::array outcomes, trades;
            const std::int64_t n = pick(random, 2, 6);
            std::map<std::string, std::int64_t> held;
            for (std::int64_t o = 0; o < n; ++o)
                outcomes.emplace_back(std::string(1, char('a' + o)));
            for (int t = 0; t < 12; ++t) {
                const std::string outcome(1, char('a' + pick(random, 0, n - 1)));
                const std::int64_t shares = pick(random, -held[outcome], 500);
                held[outcome] += shares;
                if (shares != 0)
                    trades.push_back(
                        json::object{{"outcome", outcome}, {"shares", shares}, {"who", "x"}});
            }
            for (const json::value &resolved : outcomes) {
                const json::object market =
                    answer("price-market", "market",
                           {{"market", json::object{{"liquidity", pick(random, 1, 300)},
                                                    {"outcomes", outcomes}}},
                            {"resolved", resolved},
                            {"trades", trades}});
                std::int64_t sum = 0;
                for (const json::value &outcome : market.at("outcomes").as_array())
                    sum += outcome.at("odds").as_int64();
                QCOMPARE(sum, std::int64_t(1'000'000));
                QVERIFY(market.at("loss").as_int64() <= market.at("lossMax").as_int64());
            }
        }
    }

    void asManyLinesMatchAsCan()
    {
        Random random(7);
        for (int i = 0; i < 1500; ++i) {
            std::vector<std::int64_t> ours, theirs;
            json::array ledger, statement;
            const auto add = [&](std::vector<std::int64_t> &days, json::array &lines) {
                days.push_back(pick(random, 1, 20));
                lines.push_back(json::object{
                    {"amount", 5},
                    {"date", days.back() < 10 ? "2026-01-0" + std::to_string(days.back())
                                              : "2026-01-" + std::to_string(days.back())},
                    {"id", std::to_string(days.size())}});
            };
            for (std::int64_t j = pick(random, 1, 6); j > 0; --j)
                add(ours, ledger);
            for (std::int64_t j = pick(random, 1, 6); j > 0; --j)
                add(theirs, statement);
            const json::object found =
                answer("reconcile-ledger", "reconciliation",
                       {{"days", 2}, {"ledger", ledger}, {"statement", statement}});
            std::int64_t days = 0;
            for (const json::value &pair : found.at("matched").as_array())
                days += std::abs(pair.at("days").as_int64());
            // every order of the longer side against the shorter one
            std::vector<std::int64_t> &shorter = ours.size() < theirs.size() ? ours : theirs,
                                      &longer = ours.size() < theirs.size() ? theirs : ours;
            std::ranges::sort(longer);
            std::pair<std::int64_t, std::int64_t> best{0, 0};  // fewer are worse: minus pairs, days
            do {
                std::pair<std::int64_t, std::int64_t> now{0, 0};
                for (std::size_t j = 0; j < shorter.size(); ++j)
                    if (const std::int64_t apart = std::abs(shorter[j] - longer[j]); apart <= 2)
                        --now.first, now.second += apart;
                best = std::min(best, now);
            } while (std::ranges::next_permutation(longer).found);
            QCOMPARE(std::int64_t(found.at("matched").as_array().size()), -best.first);
            QCOMPARE(days, best.second);
        }
    }

    void everyCentOfAPortfolioIsSomewhere()
    {
        Random random(8);
        for (int i = 0; i < 500; ++i) {
            json::array trades;
            std::int64_t held = 0, cash = 0;  // in millionths
            for (int t = 0; t < 30; ++t) {
                const bool isSale = held > 0 && pick(random, 0, 1) == 1;
                const std::int64_t quantity = pick(random, 1, isSale ? held : 1000),
                                   price = pick(random, 0, 5000), fee = pick(random, 0, 9);
                held += isSale ? -quantity : quantity;
                cash += (isSale ? quantity : -quantity) * price - fee;
                trades.push_back(json::object{{"at", "2026-01-01"},
                                              {"fee", fee},
                                              {"kind", isSale ? "sell" : "buy"},
                                              {"price", price},
                                              {"quantity", quantity},
                                              {"symbol", "a"}});
            }
            const json::object found =
                answer("analyze-portfolio", "portfolio",
                       {{"places", 6}, {"prices", json::object{{"a", 77}}}, {"trades", trades}});
            const std::int64_t gains =
                found.at("realised").as_int64() + found.at("unrealised").as_int64();
            QVERIFY(std::abs(gains - (cash + held * 77) * 1'000'000) <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TstExactCapabilities)
#include "tst_exactcapabilities.moc"
