// allocate-rewards: a pool shared out by what each contributed, to the last unit. params.method:
// "proportional" (default; largest remainders, Hamilton 1792) over `contributions` = [{"id",
// "amount"}]; "quadratic" (Buterin, Hitzig, Weyl 2019: (sum of sqrt(c))^2 - sum of c, scaled to the
// pool) over [{"id", "from", "amount"}], where one giver's amounts to one id count as one;
// "shapley" (Shapley 1953: exactly up to 12 members, else over params.samples = 2000 seeded orders,
// Castro et al. 2009) over `coalitions` = [{"members", "value"}], where a coalition nobody listed is
// worth the most of those listed inside it. `pool` (of the dream or params): whole units, digits as text if it passes
// 64 bits; amounts are decimals of up to 6 places below 10^11. Remainders tie to the earlier id in byte order.
// Roots are taken to 10^-12. Shares are digits as text and sum to the pool. Thread contract: pure.
#include "capabilities/exact.h"
#include "capabilities/statistics.h"

#include <map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t contributionsMax = 50'000, coalitionsMax = 2000, membersMax = 60,
                      idsMax = 2000, idBytes = 100;
constexpr std::size_t exactMembersMax = 12;
constexpr int places = 6;
constexpr std::int64_t amountMax = 100'000'000'000'000'000;
const Whole poolMax = (Whole(1) << 256) - 1;

using Weights = std::map<std::string, Whole>;

Weights proportional(Reader &in)
{
    Weights weights;
    for (const json::value &entry : in.list("contributions", contributionsMax)) {
        const json::object &given = in.entry(entry, "contributions");
        weights[in.word(given, "id", idBytes)] += exact(in, given, "amount", places, 0, amountMax);
        if (in.isBad())
            break;
    }
    return weights;
}

Weights quadratic(Reader &in)
{
    static const Whole precision = pow(Whole(10), 24);
    std::map<std::string, Weights> givers;
    for (const json::value &entry : in.list("contributions", contributionsMax)) {
        const json::object &given = in.entry(entry, "contributions");
        givers[in.word(given, "id", idBytes)][in.word(given, "from")] +=
            exact(in, given, "amount", places, 0, amountMax);
        if (in.isBad())
            break;
    }
    Weights weights;
    for (const auto &[id, amounts] : givers) {
        Whole roots = 0, sum = 0;
        for (const auto &[from, amount] : amounts) {
            roots += sqrt(Whole(amount * precision));
            sum += amount * precision;
        }
        // what rounding roots down leaves below nothing is nothing: one giver alone is not matched
        weights[id] = amounts.size() > 1 ? std::max(Whole(0), Whole(roots * roots - sum)) : 0;
    }
    return weights;
}

struct Game {
    std::vector<std::string> members;
    std::vector<std::pair<std::uint64_t, std::int64_t>> coalitions;  // bits of members, value

    std::int64_t worth(std::uint64_t inside) const
    {
        std::int64_t most = 0;
        for (const auto &[bits, value] : coalitions)
            if ((bits & ~inside) == 0)
                most = std::max(most, value);
        return most;
    }
};

Game readGame(Reader &in)
{
    Game game;
    std::vector<std::pair<std::vector<std::string>, std::int64_t>> listed;
    std::map<std::string, std::size_t> bits;
    for (const json::value &entry : in.list("coalitions", coalitionsMax)) {
        const json::object &given = in.entry(entry, "coalitions");
        listed.emplace_back(in.words(given, "members", membersMax, idBytes),
                            exact(in, given, "value", places, 0, amountMax));
        for (const std::string &member : listed.back().first)
            bits.emplace(member, 0);
        if (bits.size() > membersMax)
            in.tooMany("members", membersMax);
        if (in.isBad())
            return game;
    }
    for (auto &[member, bit] : bits) {
        bit = game.members.size();
        game.members.push_back(member);
    }
    for (const auto &[members, value] : listed) {
        std::uint64_t inside = 0;
        for (const std::string &member : members)
            inside |= std::uint64_t(1) << bits.at(member);
        if (inside != 0)
            game.coalitions.emplace_back(inside, value);
    }
    return game;
}

// Each subset of the others, weighed by how many orders bring it before the member.
std::vector<Whole> allOrders(const Game &game, const std::stop_token &stop)
{
    const std::size_t n = game.members.size();
    std::vector<Whole> factorials(n + 1, 1), sums(n);
    for (std::size_t i = 2; i <= n; ++i)
        factorials[i] = factorials[i - 1] * i;
    std::vector<std::int64_t> worths(std::size_t(1) << n);
    for (std::uint64_t inside = 1; inside < worths.size() && !stop.stop_requested(); ++inside)
        worths[inside] = game.worth(inside);
    for (std::uint64_t inside = 0; inside < worths.size(); ++inside) {
        const auto size = std::size_t(std::popcount(inside));
        for (std::size_t i = 0; i < n; ++i)
            if (!(inside >> i & 1))
                sums[i] += factorials[size] * factorials[n - size - 1]
                           * (worths[inside | std::uint64_t(1) << i] - worths[inside]);
    }
    return sums;
}

std::vector<Whole> sampledOrders(const Game &game, std::size_t samples, std::uint64_t seed,
                                 const std::stop_token &stop)
{
    const std::size_t n = game.members.size();
    std::vector<Whole> sums(n);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), 0);
    Chance chance(seed);
    for (std::size_t sample = 0; sample < samples && !stop.stop_requested(); ++sample) {
        for (std::size_t i = n; i > 1; --i)
            std::swap(order[i - 1], order[chance.below(i)]);
        std::uint64_t inside = 0;
        std::int64_t before = 0;
        for (const std::size_t member : order) {
            inside |= std::uint64_t(1) << member;
            const std::int64_t now = game.worth(inside);
            sums[member] += now - before;
            before = now;
        }
    }
    return sums;
}

Weights shapley(Reader &in, const Run &run)
{
    const Game game = readGame(in);
    const auto samples = std::size_t(in.integer(run.params, "samples", 1, 5000, 2000));
    Weights weights;
    if (in.isBad())
        return weights;
    const std::vector<Whole> values = game.members.size() <= exactMembersMax
                                          ? allOrders(game, run.stop)
                                          : sampledOrders(game, samples, run.seed, run.stop);
    for (std::size_t i = 0; i < values.size(); ++i)
        weights[game.members[i]] = values[i];
    return weights;
}

Result run(const Run &run)
{
    Reader in(run);
    const std::string method = in.wordOr(run.params, "method", "proportional");
    const Whole pool = whole(in, in.told({"pool"}), "pool", 0, poolMax);
    Weights weights;
    if (method == "proportional")
        weights = proportional(in);
    else if (method == "quadratic")
        weights = quadratic(in);
    else if (method == "shapley")
        weights = shapley(in, run);
    else
        in.bad("method", method);
    if (weights.size() > idsMax)
        in.tooMany("contributions", idsMax);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::vector<Whole> list;
    Whole sum = 0;
    for (const auto &[id, weight] : weights)
        list.push_back(weight), sum += weight;
    if (sum == 0)
        return Result::refuse("allocaterewards.noWeight");
    const std::vector<Whole> shares = apportioned(pool, list);
    json::array out;
    for (const auto &[id, weight] : weights)
        out.push_back(json::object{{"id", id},
                                   {"micro", clamped(dividedHalf(weight * micro, sum))},
                                   {"share", shares[out.size()].str()}});
    Result result;
    result.figures["shares"] = std::int64_t(out.size());
    result.labels["method"] = method;
    result.outputs.push_back(jsonArtefact(
        "shares",
        json::object{{"method", method}, {"pool", pool.str()}, {"shares", std::move(out)}}));
    return result;
}

}  // namespace

extern const Capability allocateRewards;
const Capability allocateRewards = {
    .name = "allocate-rewards",
    .version = "1.0.0",
    .source = "largest remainders (Hamilton 1792); quadratic funding (Buterin, Hitzig, Weyl 2019); "
              "Shapley 1953, sampled as in Castro, Gomez, Tejada 2009",
    .run = run,
};

}  // namespace capabilities
