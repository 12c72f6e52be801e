// dreamctl bench dream: one text of 20 KB after the other through all four agents, beside the dreams
// that are in the profile already. Works on a copy, so that the profile stays as it is.
#include "ctl/bench.h"

#include "loop/history.h"
#include "loop/profile.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t textBytes = 20'000;
constexpr std::size_t textsDefault = 40;

struct Worked {
    std::vector<double> milliseconds;
    std::size_t receipts = 0, agentsLeast = SIZE_MAX, notUnderstood = 0, refused = 0;
};

void check(hands::Body &body, std::uint64_t id, Worked &worked)
{
    body.engine().inspectNow([&](loop::Core &core, store::Store &store) {
        const dreams::Dream *dream = core.stateOf<dreams::Dreams>().dreams.find(id);
        worked.notUnderstood += !dream || dream->state != dreams::State::Understood;
        std::set<std::string> agents;
        loop::visitFactsAbout(core, store, &body.indexer(), {id}, [&](const loop::FactAt &at) {
            if (at.info->kind != factKind<superspine::SuperSpine, superspine::Finished>())
                return true;
            superspine::Finished receipt;
            Decoder(at.bytes, nullptr).structure(receipt, true);
            worked.receipts += receipt.dream.value == id;
            agents.insert(receipt.agent);
            return true;
        });
        worked.agentsLeast = std::min(worked.agentsLeast, agents.size());
    });
}

void workOne(hands::Body &body, const std::string &text, Worked &worked)
{
    dreams::Create create;
    create.body.text = text;
    const Clock::time_point began = Clock::now();
    const Answer created = body.engine().ask(std::move(create));
    if (!created.isDone || created.ids.empty()) {
        ++worked.refused;
        return;
    }
    body.waitForDreams(created.ids, [&](std::size_t) { return secondsSince(began) < 120; });
    worked.milliseconds.push_back(secondsSince(began) * 1e3);
    check(body, created.ids.front(), worked);
}

}  // namespace

std::string copyOf(const std::string &profile, std::string &error)
{
    const std::string folder = throwAway();
    if (error = loop::makeFolder(folder); !error.empty() || !fs::exists(profile + "/journal.db"))
        return folder;
    const auto lock = loop::ProfileLock::take(profile, error);
    if (!lock)
        return folder;
    std::error_code failed;
    fs::copy(profile, folder, fs::copy_options::recursive, failed);
    if (failed)
        error = failed.message();
    return folder;
}

Said benchDreams(const Call &call, json::array &figures)
{
    Said said;
    std::string error;
    Call own = call;
    own.profile = copyOf(call.profile, error);
    if (!error.empty())
        return failed(fault, "profile.cannotOpen", error);
    std::unique_ptr<hands::Body> body = open(own, false, said);
    if (!body)
        return said;
    progress("dream");
    body->waitForAgents(std::chrono::seconds(120));
    std::size_t present = 0;
    body->engine().inspectNow([&](loop::Core &core, store::Store &) {
        present = core.stateOf<dreams::Dreams>().dreams.size();
    });
    const Clock::time_point began = Clock::now();
    Worked first, worked;
    const std::string folder = call.option("texts", "/usr/share/doc");
    const std::vector<std::string> texts =
        textsIn(folder, textBytes, 20 * textBytes, textsDefault + 1);
    const std::clock_t cpu = std::clock();
    for (const std::string &text : texts) {
        // From its middle, where texts differ most; in whole characters.
        std::string_view part(text);
        part.remove_prefix((text.size() - textBytes) / 2);
        while (!part.empty() && (static_cast<unsigned char>(part.front()) & 0xc0) == 0x80)
            part.remove_prefix(1);
        // The first one waits until what is compared with is loaded.
        workOne(*body, std::string(firstBytes(part, textBytes)),
                first.milliseconds.empty() ? first : worked);
    }
    const std::string conditions =
        std::to_string(worked.milliseconds.size()) + " texts of " + std::to_string(textBytes)
        + " bytes from " + folder + ", one at a time, " + std::to_string(present)
        + " dreams present, from asked to closed, " + std::to_string(worked.receipts)
        + " receipts of " + std::to_string(worked.milliseconds.empty() ? 0 : worked.agentsLeast)
        + " agents, " + std::to_string(worked.notUnderstood) + " not understood, "
        + std::to_string(worked.refused) + " refused, two workers, "
        + cpuEach(cpu, worked.milliseconds.size() + 1);
    figures.push_back(figure("dream.p50", percentile(worked.milliseconds, 0.50), "ms", conditions));
    figures.push_back(figure("dream.p95", percentile(worked.milliseconds, 0.95), "ms", conditions));
    if (!first.milliseconds.empty())
        figures.push_back(
            figure("dream.first", first.milliseconds.front(), "ms",
                   "the first text after the start, resonance being loaded meanwhile"));
    figures.push_back(figure("dream.all", secondsSince(began), "s", "all of these together"));
    body.reset();
    std::error_code ignored;
    fs::remove_all(own.profile, ignored);
    return said;
}

}  // namespace ctl
