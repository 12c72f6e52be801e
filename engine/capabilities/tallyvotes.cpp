// tally-votes: who won, by rules said beforehand, and which ballots did not count. params.method:
// "schulze" (default; Schulze, Social Choice and Welfare 36, 2011, strength = winning votes),
// "runoff" (instant runoff, Ware 1871: fewest first choices go until one has more than half of those
// still counting; a tie for last is broken by the latest earlier round, else the later in the list
// goes) or "quadratic" (Lalley and Weyl 2018: n votes cost n^2 of params.credits = 100). `ballots` =
// [{"voter"?, "ranking": ["a", ["b", "c"], ...] or "votes": {"a": 3}, "count"?}], `candidates`
// in their order, `electorate` (both of the dream or params) and params.quorum (0..10000 of it) say how
// many must take part.
// A voter's first ballot counts, later ones are found double. A tie is named and not decided.
// Thread contract: pure.
#include "capabilities/ballots.h"
#include "capabilities/reader.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t ballotsMax = 20'000, candidatesMax = 60, nameBytes = 80, faultsMax = 1000;
constexpr std::int64_t countMax = 1'000'000'000, creditsMax = 1'000'000'000;

enum class Method { Schulze, Runoff, Quadratic };

class Box {
public:
    Box(Names candidates, Method method, std::int64_t credits)
        : m_candidates(std::move(candidates)), m_method(method), m_credits(credits)
    {
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            m_numbers[m_candidates[i]] = i;
    }

    void put(Reader &in, const json::object &given)
    {
        Ballot ballot;
        const std::string voter = in.wordOr(given, "voter", {});
        ballot.count = in.integer(given, "count", 1, countMax, 1);
        const bool isDouble = !voter.empty() && !m_voters.insert(voter).second;
        const std::string_view fault = isDouble                        ? "double"
                                       : m_method == Method::Quadratic ? readVotes(given, ballot)
                                                                       : readRanking(given, ballot);
        if (fault.empty()) {
            m_counted += ballot.count;
            m_ballots.push_back(std::move(ballot));
        } else {
            m_rejected += ballot.count;
            if (m_faults.size() < faultsMax)
                m_faults.push_back(
                    json::object{{"ballot", m_seen}, {"reason", fault}, {"voter", voter}});
        }
        ++m_seen;
    }

    const Names &candidates() const { return m_candidates; }
    const std::vector<Ballot> &ballots() const { return m_ballots; }
    std::int64_t counted() const { return m_counted; }
    std::int64_t rejected() const { return m_rejected; }
    json::array takeFaults() { return std::move(m_faults); }

private:
    std::string_view readRanking(const json::object &given, Ballot &ballot)
    {
        std::set<std::size_t> seen;
        for (const json::value &rank : arrayOf(given, "ranking")) {
            const json::array one{rank};
            std::vector<std::size_t> equals;
            for (const json::value &name : rank.is_array() ? rank.get_array() : one) {
                const auto found =
                    name.is_string() ? m_numbers.find(name.get_string()) : m_numbers.end();
                if (found == m_numbers.end())
                    return "unknown";
                if (!seen.insert(found->second).second)
                    return "repeated";
                equals.push_back(found->second);
            }
            if (equals.size() > 1 && m_method == Method::Runoff)
                return "equals";
            if (!equals.empty())
                ballot.ranks.push_back(std::move(equals));
        }
        return seen.empty() ? "empty" : "";
    }

    std::string_view readVotes(const json::object &given, Ballot &ballot)
    {
        std::int64_t left = m_credits;
        ballot.votes.resize(m_candidates.size());
        const json::object &votes = objectOf(given, "votes");
        for (const auto &[name, value] : votes) {
            const auto found = m_numbers.find(std::string_view(name));
            if (found == m_numbers.end())
                return "unknown";
            if (!value.is_int64())
                return "unreadable";
            const std::int64_t cast = value.get_int64();
            if (cast > creditsMax || cast < -creditsMax || cast * cast > left)
                return "overspent";
            left -= cast * cast;
            ballot.votes[found->second] = cast;
        }
        return votes.empty() ? "empty" : "";
    }

    Names m_candidates;
    Method m_method;
    std::int64_t m_credits;
    std::map<std::string, std::size_t, std::less<>> m_numbers;
    std::set<std::string> m_voters;
    std::vector<Ballot> m_ballots;
    std::int64_t m_counted = 0, m_rejected = 0, m_seen = 0;
    json::array m_faults;
};

Count counted(const Box &box, Method method)
{
    if (box.ballots().empty())
        return {};
    return method == Method::Schulze  ? countSchulze(box.candidates(), box.ballots())
           : method == Method::Runoff ? countRunoff(box.candidates(), box.ballots())
                                      : countQuadratic(box.candidates(), box.ballots());
}

Result written(Box &box, Count count, std::string_view method, bool hasQuorum)
{
    json::object out = std::move(count.details);
    json::array winners;
    for (const std::size_t winner : count.winners)
        winners.emplace_back(box.candidates()[winner]);
    const bool isCertified = hasQuorum && winners.size() == 1;
    Result result;
    result.figures["certified"] = isCertified;
    result.figures["rejected"] = box.rejected();
    result.labels["method"] = std::string(method);
    out["candidates"] = json::array(box.candidates().begin(), box.candidates().end());
    out["certified"] = isCertified;
    out["counted"] = box.counted();
    out["method"] = method;
    out["quorum"] = hasQuorum;
    out["rejected"] = box.takeFaults();
    out["rejectedTotal"] = box.rejected();
    out["tie"] = winners.size() > 1;
    out["winners"] = std::move(winners);
    result.outputs.push_back(jsonArtefact("result", out));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const std::string name = in.wordOr(run.params, "method", "schulze");
    const Method method = name == "runoff"      ? Method::Runoff
                          : name == "quadratic" ? Method::Quadratic
                                                : Method::Schulze;
    if (method == Method::Schulze && name != "schulze")
        in.bad("method", name);
    const json::object told = in.told({"candidates", "electorate"});
    Names candidates = in.words(told, "candidates", candidatesMax, nameBytes);
    if (candidates.empty())
        in.missing("candidates");
    if (std::set<std::string>(candidates.begin(), candidates.end()).size() != candidates.size())
        in.bad("candidates", "a name twice");
    const std::int64_t electorate = in.integer(told, "electorate", 0, 1'000'000'000'000, 0);
    const std::int64_t quorum = in.integer(run.params, "quorum", 0, 10'000, 0);
    if (quorum > 0 && electorate == 0)
        in.missing("electorate");  // of nobody, every count would be enough
    Box box(std::move(candidates), method, in.integer(run.params, "credits", 1, creditsMax, 100));
    for (const json::value &entry : in.list("ballots", ballotsMax, false)) {
        if (in.isBad() || run.stop.stop_requested())
            break;
        box.put(in, in.entry(entry, "ballots"));
    }
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    const bool hasQuorum = box.counted() > 0 && box.counted() * 10'000 >= electorate * quorum;
    return written(box, counted(box, method), name, hasQuorum);
}

}  // namespace

extern const Capability tallyVotes;
const Capability tallyVotes = {
    .name = "tally-votes",
    .version = "1.0.0",
    .source = "Schulze 2011; instant runoff (Ware 1871); quadratic voting (Lalley and Weyl 2018)",
    .inputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
