// From the agents' pipelines to one plan: which step needs what another makes (Kahn 1962).
#include "spine/superspine.h"

#include <algorithm>

namespace superspine {

namespace {

constexpr std::string_view given[] = {"text", "candidates"};

bool isGiven(std::string_view input)
{
    return std::find(std::begin(given), std::end(given), input) != std::end(given);
}

const agentregistry::Step &stepOf(const PlannedStep &planned)
{
    return planned.agent->steps[planned.step];
}

bool makes(const PlannedStep &planned, std::string_view artefact)
{
    const auto &outputs = stepOf(planned).outputs;
    return std::find(outputs.begin(), outputs.end(), artefact) != outputs.end();
}

// The maker of an input: "agent/artefact" names it; else the agent itself, else the first.
std::size_t makerOf(const std::vector<PlannedStep> &steps, const PlannedStep &of,
                    std::string_view input)
{
    std::string_view agent = of.agent->slug;
    const std::size_t slash = input.find('/');
    const bool isNamed = slash != std::string_view::npos;
    if (isNamed) {
        agent = input.substr(0, slash);
        input.remove_prefix(slash + 1);
    }
    std::size_t first = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!makes(steps[i], input))
            continue;
        if (steps[i].agent->slug == agent)
            return i;
        if (!isNamed && first == steps.size())
            first = i;
    }
    return first;
}

}  // namespace

Outcome plan(const std::vector<const agentregistry::Agent *> &agents,
             std::vector<PlannedStep> &steps)
{
    std::vector<PlannedStep> all;
    for (const agentregistry::Agent *agent : agents)
        for (std::size_t step = 0; step < agent->steps.size(); ++step)
            all.push_back({agent, static_cast<std::uint16_t>(step), {}, false, false});
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const std::string &input : stepOf(all[i]).inputs) {
            if (isGiven(input)) {
                all[i].isComparing |= input == "candidates";
                continue;
            }
            const std::size_t maker = makerOf(all, all[i], input);
            if (maker == all.size())
                return refuse("superspine.noMaker",
                              {{"agent", all[i].agent->name}, {"input", input}});
            all[i].after.push_back(maker);
        }
        all[i].isIndexing = makes(all[i], "fingerprint");
    }
    // In dependency order, so that every task is made after the ones it waits for.
    std::vector<std::size_t> order, place(all.size());
    std::vector<bool> isPlaced(all.size());
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto &after = all[i].after;
            if (isPlaced[i] || !std::all_of(after.begin(), after.end(), [&](std::size_t one) {
                    return isPlaced[one];
                }))
                continue;
            isPlaced[i] = isMoving = true;
            place[i] = order.size();
            order.push_back(i);
        }
    }
    if (order.size() < all.size()) {
        std::string cycle;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!isPlaced[i])
                cycle += (cycle.empty() ? "" : ", ") + all[i].agent->slug + '/'
                         + stepOf(all[i]).capability;
        return refuse("superspine.cyclicPlan", {{"steps", cycle}});
    }
    steps.clear();
    for (std::size_t i : order) {
        PlannedStep step = all[i];
        for (std::size_t &after : step.after)
            after = place[after];
        std::sort(step.after.begin(), step.after.end());
        step.after.erase(std::unique(step.after.begin(), step.after.end()), step.after.end());
        steps.push_back(std::move(step));
    }
    return done();
}

}  // namespace superspine
