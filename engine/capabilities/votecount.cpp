#include "capabilities/ballots.h"

#include <numeric>

namespace capabilities {

namespace {

namespace json = boost::json;

using Matrix = std::vector<std::vector<std::int64_t>>;

// d[a][b]: how many put a before b; who is not ranked stands behind everyone who is.
Matrix preferencesOf(std::size_t n, const std::vector<Ballot> &ballots)
{
    Matrix d(n, std::vector<std::int64_t>(n));
    for (const Ballot &ballot : ballots) {
        std::vector<std::size_t> place(n, ballot.ranks.size());
        for (std::size_t rank = 0; rank < ballot.ranks.size(); ++rank)
            for (const std::size_t candidate : ballot.ranks[rank])
                place[candidate] = rank;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                d[a][b] += place[a] < place[b] ? ballot.count : 0;
    }
    return d;
}

// The strongest path of each pair, by the widest way of Floyd and Warshall; strength is the number
// of winning votes.
Matrix strongestPaths(const Matrix &d)
{
    const std::size_t n = d.size();
    Matrix p(n, std::vector<std::int64_t>(n));
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b)
            p[a][b] = d[a][b] > d[b][a] ? d[a][b] : 0;
    for (std::size_t via = 0; via < n; ++via)
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                if (a != b && a != via && b != via)
                    p[a][b] = std::max(p[a][b], std::min(p[a][via], p[via][b]));
    return p;
}

json::array named(const Names &candidates, const std::vector<std::size_t> &numbers)
{
    json::array out;
    for (const std::size_t number : numbers)
        out.emplace_back(candidates[number]);
    return out;
}

json::array rows(const Matrix &matrix)
{
    json::array out;
    for (const std::vector<std::int64_t> &row : matrix)
        out.push_back(json::array(row.begin(), row.end()));
    return out;
}

using Tallies = std::vector<std::int64_t>;

// Those with the fewest votes, told apart by the latest round that can.
std::vector<std::size_t> lastOf(std::vector<std::size_t> standing,
                                const std::vector<Tallies> &rounds)
{
    for (std::size_t round = rounds.size(); round-- > 0 && standing.size() > 1;) {
        const Tallies &tally = rounds[round];
        std::int64_t least = INT64_MAX;
        for (const std::size_t candidate : standing)
            least = std::min(least, tally[candidate]);
        std::erase_if(standing, [&](std::size_t candidate) { return tally[candidate] > least; });
    }
    return standing;
}

Tallies firstChoices(std::size_t n, const std::vector<Ballot> &ballots,
                     const std::vector<bool> &isIn, std::int64_t &exhausted)
{
    Tallies tally(n);
    exhausted = 0;
    for (const Ballot &ballot : ballots) {
        const auto first = std::ranges::find_if(
            ballot.ranks, [&](const auto &rank) { return bool(isIn[rank.front()]); });
        (first == ballot.ranks.end() ? exhausted : tally[first->front()]) += ballot.count;
    }
    return tally;
}

}  // namespace

Count countSchulze(const Names &candidates, const std::vector<Ballot> &ballots)
{
    const Matrix d = preferencesOf(candidates.size(), ballots), p = strongestPaths(d);
    std::vector<std::size_t> left(candidates.size());
    std::iota(left.begin(), left.end(), 0);
    Count count;
    json::array ranking;
    while (!left.empty()) {  // the relation is transitive (Schulze 2011, 4.1): someone is unbeaten
        std::vector<std::size_t> unbeaten;
        for (const std::size_t a : left)
            if (std::ranges::none_of(left, [&](std::size_t b) { return p[b][a] > p[a][b]; }))
                unbeaten.push_back(a);
        if (unbeaten.empty())
            break;
        std::erase_if(left, [&](std::size_t a) { return std::ranges::count(unbeaten, a) > 0; });
        if (count.winners.empty())
            count.winners = unbeaten;
        ranking.push_back(named(candidates, unbeaten));
    }
    count.details = {{"paths", rows(p)}, {"preferences", rows(d)}, {"ranking", std::move(ranking)}};
    return count;
}

Count countRunoff(const Names &candidates, const std::vector<Ballot> &ballots)
{
    const std::size_t n = candidates.size();
    std::vector<bool> isIn(n, true);
    std::vector<std::size_t> standing(n);
    std::iota(standing.begin(), standing.end(), 0);
    std::vector<Tallies> rounds;
    json::array written;
    Count count;
    while (count.winners.empty() && !standing.empty()) {
        std::int64_t exhausted = 0;
        rounds.push_back(firstChoices(n, ballots, isIn, exhausted));
        const Tallies &tally = rounds.back();
        const std::int64_t all = std::accumulate(tally.begin(), tally.end(), std::int64_t(0));
        json::object round{{"exhausted", exhausted}, {"tally", json::array()}};
        for (const std::size_t candidate : standing) {
            round["tally"].get_array().push_back(
                json::object{{"candidate", candidates[candidate]}, {"votes", tally[candidate]}});
            if (tally[candidate] > all - tally[candidate])
                count.winners.push_back(candidate);
        }
        const std::vector<std::size_t> last = lastOf(standing, rounds);
        const bool isLevel = std::ranges::all_of(
            standing, [&](std::size_t c) { return tally[c] == tally[standing[0]]; });
        if (count.winners.empty() && isLevel
            && (standing.size() <= 2 || last.size() == standing.size())) {
            count.winners = standing;
        } else if (count.winners.empty()) {
            isIn[last.back()] = false;
            std::erase(standing, last.back());
            round["eliminated"] = candidates[last.back()];
            round["byOrder"] = last.size() > 1;
        }
        written.push_back(std::move(round));
    }
    count.details = {{"rounds", std::move(written)}};
    return count;
}

Count countQuadratic(const Names &candidates, const std::vector<Ballot> &ballots)
{
    Tallies tally(candidates.size());
    for (const Ballot &ballot : ballots)
        for (std::size_t i = 0; i < tally.size(); ++i)
            tally[i] += ballot.votes[i] * ballot.count;
    Count count;
    json::array written;
    const std::int64_t most = *std::ranges::max_element(tally);
    for (std::size_t i = 0; i < tally.size(); ++i) {
        written.push_back(json::object{{"candidate", candidates[i]}, {"votes", tally[i]}});
        if (tally[i] == most)
            count.winners.push_back(i);
    }
    count.details = {{"tally", std::move(written)}};
    return count;
}

}  // namespace capabilities
