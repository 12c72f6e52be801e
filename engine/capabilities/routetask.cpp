// route-task: who should go on with this text? Agents are compared by BM25 between the text and
// what each agent says of itself, plus rules that read what the text holds (to-dos ask for a plan,
// amounts for a ledger, a night dream for its motifs). params.agents = [{"id", "name", "summary",
// "capabilities": [...], "available"?, "health"?, "queue"?}]; unavailable ones are left out,
// health (0..10000) and queue length lower the score. params.exclude names who is asking.
// Thread contract: pure; the index of the last roster is kept per thread, it saves only time.
#include "capabilities/artefact.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/routerules.h"
#include "text/document.h"
#include "text/minhash.h"

#include <array>
#include <cmath>
#include <unordered_map>

namespace capabilities {

namespace {

namespace json = boost::json;
using text::Document;

constexpr std::size_t agentsMax = 1000;
constexpr std::size_t nextMax = 3, runnersUpMax = 5;
constexpr std::size_t termsMax = 64;  // of the text
constexpr double saturation = 1.2, lengthShare = 0.75;
constexpr double wordsShare = 0.45, rulesShare = 0.55;

struct Agent {
    std::string id;
    std::vector<std::string> capabilities;
    std::size_t words = 0;
};

struct Roster {
    std::uint64_t key = 0;
    std::vector<Agent> agents;
    double wordsMean = 0;
    struct Posting {
        std::uint32_t agent = 0, count = 0;
    };
    std::unordered_map<std::string, std::vector<Posting>> postings;  // by English stem
};

std::uint64_t keyOf(const json::array &agents)
{
    std::uint64_t key = agents.size();
    for (const json::value &entry : agents) {
        const json::object *agent = entry.if_object();
        if (!agent)
            continue;
        key = text::mixed(key ^ text::hashOf(textOf(*agent, "id")));
        key = text::mixed(key ^ text::hashOf(textOf(*agent, "summary")));
        for (const json::value &capability : arrayOf(*agent, "capabilities")) {
            if (capability.is_string())
                key = text::mixed(key ^ text::hashOf(capability.get_string()));
        }
    }
    return key;
}

void addAgent(Roster &roster, const json::object &entry)
{
    Agent agent;
    agent.id = textOf(entry, "id");
    std::string about(textOf(entry, "name"));
    about.append(". ").append(textOf(entry, "summary")).append("\n");
    for (const json::value &capability : arrayOf(entry, "capabilities")) {
        if (!capability.is_string())
            continue;
        agent.capabilities.emplace_back(capability.get_string());
        std::string line = agent.capabilities.back();
        std::replace(line.begin(), line.end(), '-', ' ');
        about.append(line).append(". ");
    }
    const auto number = static_cast<std::uint32_t>(roster.agents.size());
    std::map<std::string, std::uint32_t> counts;
    std::size_t at = 0;
    while (at < about.size()) {
        while (at < about.size() && !std::isalnum(static_cast<unsigned char>(about[at])))
            ++at;
        std::string word;
        for (; at < about.size() && std::isalnum(static_cast<unsigned char>(about[at])); ++at)
            word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(about[at]))));
        if (word.size() < 3 || text::functionWordLanguages(word) & 2)
            continue;
        ++counts[std::string(text::stem(text::Language::en, word))];
        ++agent.words;
    }
    for (const auto &[stem, count] : counts)
        roster.postings[stem].push_back({number, count});
    roster.agents.push_back(std::move(agent));
}

const Roster &rosterOf(const json::array &agents)
{
    thread_local Roster roster;
    const std::uint64_t key = keyOf(agents);
    if (roster.key == key && !roster.agents.empty())
        return roster;
    roster = Roster();
    roster.key = key;
    double words = 0;
    for (const json::value &entry : agents) {
        const json::object *agent = entry.if_object();
        if (agent && !textOf(*agent, "id").empty() && roster.agents.size() < agentsMax) {
            addAgent(roster, *agent);
            words += double(roster.agents.back().words);
        }
    }
    roster.wordsMean =
        roster.agents.empty() ? 1 : std::max(1.0, words / double(roster.agents.size()));
    return roster;
}

struct Standing {
    std::uint32_t agent = 0;
    double words = 0, rules = 0, total = 0;
    std::vector<std::pair<double, std::string>> hits;     // words in common
    std::vector<std::pair<double, std::string>> reasons;  // rules that hold
};

// The text's own words against each agent's description. Stop words and rare noise drop out by
// themselves: only words of descriptions score.
void scoreWords(const Document &document, const Roster &roster, std::vector<Standing> &standings)
{
    std::vector<std::uint32_t> stems;
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem) {
        if (!document.stems()[stem].isStopWord)
            stems.push_back(stem);
    }
    std::stable_sort(stems.begin(), stems.end(), [&](std::uint32_t a, std::uint32_t b) {
        return document.stems()[a].count > document.stems()[b].count;
    });
    stems.resize(std::min(stems.size(), termsMax));
    // the form that stands first, because forms are numbered as they appear
    std::vector<std::uint32_t> surface(document.stems().size());
    for (std::uint32_t form = static_cast<std::uint32_t>(document.forms().size()); form-- > 0;)
        surface[document.forms()[form].stem] = form;
    for (const std::uint32_t stem : stems) {
        const auto list = roster.postings.find(std::string(document.stemText(stem)));
        if (list == roster.postings.end())
            continue;
        const double holders = double(list->second.size()), all = double(roster.agents.size());
        const double idf = std::log(1 + (all - holders + 0.5) / (holders + 0.5));
        const double said = 1 + std::log(double(document.stems()[stem].count));
        for (const Roster::Posting &posting : list->second) {
            const double length =
                1 - lengthShare
                + lengthShare * double(roster.agents[posting.agent].words) / roster.wordsMean;
            const double part = idf * said * posting.count * (saturation + 1)
                                / (posting.count + saturation * length);
            standings[posting.agent].words += part;
            standings[posting.agent].hits.emplace_back(-part, document.formText(surface[stem]));
        }
    }
}

void scoreRules(const std::vector<RouteNeed> &needs, const Roster &roster,
                std::vector<Standing> &standings)
{
    for (Standing &standing : standings) {
        for (const RouteNeed &need : needs) {
            const auto &own = roster.agents[standing.agent].capabilities;
            const auto place = std::find(own.begin(), own.end(), need.capability);
            if (place == own.end())
                continue;
            // what an agent names first it does mainly
            const double main = 1.0 / (1.0 + 0.25 * double(place - own.begin()));
            standing.rules += need.weight * main;
            standing.reasons.emplace_back(-need.weight * main, need.reason);
        }
    }
}

// Per agent of the roster: 0 = not available, 1 = healthy and idle.
std::vector<double> readiness(const json::array &agents, std::size_t count)
{
    std::vector<double> out;
    for (const json::value &entry : agents) {
        const json::object *agent = entry.if_object();
        if (!agent || textOf(*agent, "id").empty() || out.size() == count)
            continue;
        const json::value *available = agent->if_contains("available");
        const bool isOut = available && available->is_bool() && !available->get_bool();
        const double health =
            double(std::clamp<std::int64_t>(integerOf(*agent, "health", 10000), 0, 10000)) / 10000;
        const double queue = double(std::clamp<std::int64_t>(integerOf(*agent, "queue"), 0, 1000));
        out.push_back(isOut ? 0 : health / (1 + 0.1 * queue));
    }
    return out;
}

std::string reasonOf(Standing standing)
{
    std::string out;
    std::sort(standing.reasons.begin(), standing.reasons.end());
    std::sort(standing.hits.begin(), standing.hits.end());
    std::vector<std::string> said;
    for (const auto &[value, reason] : standing.reasons) {
        if (said.size() == 2)
            break;
        if (std::find(said.begin(), said.end(), reason) != said.end())
            continue;
        out.append(out.empty() ? "" : "; ").append(reason);
        said.push_back(reason);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(standing.hits.size(), 3); ++i)
        out.append(i             ? ", "
                   : out.empty() ? "speaks of "
                                 : "; speaks of ")
            .append(standing.hits[i].second);
    return out.empty() ? "nothing in the text asks for it" : out;
}

void write(JsonWriter &out, std::string_view name, std::span<const Standing> standings,
           const Roster &roster)
{
    out.key(name).beginArray();
    for (const Standing &standing : standings)
        out.beginObject()
            .member("agent", roster.agents[standing.agent].id)
            .member("reason", reasonOf(standing))
            .member("score", score(standing.total))
            .endObject();
    out.endArray();
}

std::vector<Standing> rank(const Run &run, const Document &document, const Roster &roster)
{
    std::vector<Standing> standings(roster.agents.size());
    for (std::uint32_t i = 0; i < standings.size(); ++i)
        standings[i].agent = i;
    scoreWords(document, roster, standings);
    scoreRules(routeNeeds(run, document), roster, standings);
    double wordsMost = 1e-9;
    for (const Standing &standing : standings)
        wordsMost = std::max(wordsMost, standing.words);
    const std::string_view asker = textOf(run.params, "exclude");
    for (Standing &standing : standings) {
        // a few words in common with one short description prove little
        const double words = standing.words / std::max(wordsMost, 12.0);
        const double rules = standing.rules / (standing.rules + 1.0);
        standing.total = wordsShare * words + rulesShare * rules;
    }
    const std::vector<double> ready =
        readiness(arrayOf(run.params, "agents"), roster.agents.size());
    for (Standing &standing : standings)
        standing.total *= ready[standing.agent];
    std::erase_if(standings, [&](const Standing &standing) {
        return standing.total <= 0 || roster.agents[standing.agent].id == asker;
    });
    std::sort(standings.begin(), standings.end(), [&](const Standing &a, const Standing &b) {
        return a.total != b.total ? a.total > b.total
                                  : roster.agents[a.agent].id < roster.agents[b.agent].id;
    });
    return standings;
}

Result run(const Run &run)
{
    bool hasText = false;
    const std::string_view text = run.input("text", &hasText);
    if (!hasText)
        return Result::refuse("routetask.noInput");
    const json::array &agents = arrayOf(run.params, "agents");
    if (agents.empty())
        return Result::refuse("routetask.noAgents");
    const auto document = text::analyse(text, run.stop);
    if (!document || run.stop.stop_requested())
        return stopped();
    const Roster &roster = rosterOf(agents);
    const std::vector<Standing> standings = rank(run, *document, roster);
    const std::size_t next = std::min(standings.size(), nextMax);
    const std::size_t shown = std::min(standings.size(), nextMax + runnersUpMax);
    JsonWriter out;
    out.beginObject();
    write(out, "next", std::span(standings).first(next), roster);
    write(out, "runnersUp", std::span(standings).subspan(next, shown - next), roster);
    out.endObject();
    Result result;
    result.outputs.push_back({"route", "application/json", out.take()});
    result.figures["next"] = static_cast<std::int64_t>(next);
    result.figures["best"] = next ? score(standings.front().total) : 0;
    return result;
}

}  // namespace

extern const Capability routeTask;
const Capability routeTask = {
    .name = "route-task",
    .version = "1.0.0",
    .source = "Robertson and Zaragoza 2009 (BM25) and rules over what the text holds",
    .run = run,
};

}  // namespace capabilities
