// dreamctl bench P5, and what all benches share.
#include "ctl/bench.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

double secondsSince(Clock::time_point from)
{
    return std::chrono::duration<double>(Clock::now() - from).count();
}

json::object figure(const std::string &name, double value, const std::string &unit,
                    const std::string &conditions)
{
    return {{"name", name}, {"value", value}, {"unit", unit}, {"conditions", conditions}};
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values.empty() ? 0 : values[std::min(values.size() - 1, at)];
}

std::string cpuEach(std::clock_t from, std::uint64_t count)
{
    char text[64];
    const double seconds = static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
    std::snprintf(text, sizeof text, "%.2f us of CPU each",
                  seconds * 1e6 / static_cast<double>(std::max<std::uint64_t>(1, count)));
    return text;
}

std::string throwAway()
{
    return (fs::temp_directory_path()
            / ("dreamscope-bench-" + std::to_string(Clock::now().time_since_epoch().count())))
        .string();
}

std::vector<std::string> textsIn(const std::string &folder, std::size_t least, std::size_t most,
                                 std::size_t count)
{
    std::vector<std::string> texts;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end;
         !error && at != end && texts.size() < count; at.increment(error)) {
        const std::uintmax_t size = at->is_regular_file(error) ? at->file_size(error) : 0;
        const std::string extension = at->path().extension().string();
        if (size < least || size > most || (extension != ".md" && extension != ".txt"))
            continue;
        std::ifstream file(at->path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        if (dreams::admit(text))
            texts.push_back(std::move(text));
    }
    return texts;
}

namespace {

struct Steps {
    std::size_t run = 0, failed = 0;
    std::map<std::string, double> seconds;  // by capability
};

// One step of an agent.
void runStep(const agentregistry::Step &step, hands::Artefacts &artefacts, Steps &steps)
{
    const Clock::time_point began = Clock::now();
    hands::Artefacts inputs;  // lent, not copied
    for (const std::string &input : step.inputs) {
        if (auto lent = artefacts.extract(input.substr(input.find('/') + 1)))
            inputs.insert(std::move(lent));
    }
    hands::StepResult made = hands::runStep(step, inputs, 0, {});
    artefacts.merge(inputs);
    steps.failed += !made.fault.empty() || !made.result.refusal.empty();
    for (capabilities::Artefact &artefact : made.result.outputs)
        artefacts[artefact.name] = std::move(artefact.bytes);
    steps.seconds[step.capability] += secondsSince(began);
    ++steps.run;
}

// Every step of LUCID, ROOT and ECHO on each text, as the fleet runs them.
Steps workAll(const std::vector<std::string> &texts,
              const std::vector<agentregistry::Manifest> &manifests)
{
    Steps steps;
    for (const std::string &text : texts) {
        hands::Artefacts artefacts{{"text", text}, {"candidates", "{\"items\":[],\"library\":0}"}};
        for (const char *slug : {"lucid", "root", "echo"})
            for (const agentregistry::Manifest &manifest : manifests)
                for (std::size_t i = 0; manifest.slug == slug && i < manifest.steps.size(); ++i)
                    runStep(manifest.steps[i], artefacts, steps);
    }
    return steps;
}

}  // namespace

// One core, by processor time, so that what else runs on the machine does not decide. As with its
// peers, a pass over all texts warms it and is not counted.
void benchAnalysis(const std::string &folder, json::array &figures)
{
    const std::vector<std::string> texts = textsIn(folder, 2000, 60'000, 200);
    std::size_t bytes = 0;
    for (const std::string &text : texts)
        bytes += text.size();
    std::string failedRoster;
    const std::vector<agentregistry::Manifest> manifests = hands::roster(failedRoster);
    workAll(texts, manifests);
    const std::clock_t began = std::clock();
    const Steps steps = workAll(texts, manifests);
    const double took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    const std::string conditions =
        std::to_string(texts.size()) + " texts, " + std::to_string(bytes) + " bytes from " + folder
        + ", LUCID + ROOT + ECHO, all " + std::to_string(steps.run) + " steps, "
        + std::to_string(steps.failed)
        + " of them failed or refused, one thread, warmed, processor time";
    figures.push_back(figure("P5", texts.empty() ? 0 : static_cast<double>(bytes) / took / 1e6,
                             "MB/s", conditions));
    for (const auto &[name, seconds] : steps.seconds)
        figures.push_back(figure("P5." + name,
                                 static_cast<double>(bytes) / std::max(seconds, 1e-9) / 1e6, "MB/s",
                                 "the same run"));
}

}  // namespace ctl
