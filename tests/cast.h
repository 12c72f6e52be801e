// Who plays in the stories: small agents, dreams, and a worker that does what is leased.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#include "story.h"

#include "agents/canvas.h"
#include "agents/echo.h"
#include "agents/root.h"
#include "lungs/starbridge.h"
#include "pulse/heartbeat.h"
#include "shield/audittrail.h"
#include "vault/dreamvault.h"

namespace cast {

using namespace kernel;

inline Id<dreams::Dream> dream(Story &story, const std::string &text, std::uint64_t batch = 0)
{
    dreams::Create create;
    create.body.text = text;
    create.batch = batch;
    return {story.given(create).ids.at(0)};
}

struct Step {
    std::string capability;
    std::vector<std::string> inputs, outputs;
};

inline agentregistry::Register manifest(const std::string &slug, const std::vector<Step> &steps,
                                        const std::string &kind = "core")
{
    agentregistry::Register c;
    c.manifest.slug = slug;
    c.manifest.name = "The " + slug;
    c.manifest.kind = kind;
    c.manifest.version = "1.0.0";
    c.manifest.summary = "Plays " + slug + ".";
    for (const Step &step : steps) {
        c.manifest.steps.push_back({step.capability, step.inputs, step.outputs, ""});
        if (std::find(c.manifest.capabilities.begin(), c.manifest.capabilities.end(), step.capability)
            == c.manifest.capabilities.end())
            c.manifest.capabilities.push_back(step.capability);
    }
    return c;
}

inline Id<agentregistry::Agent> hire(Story &story, const agentregistry::Register &c)
{
    const Id<agentregistry::Agent> agent{story.given(c).ids.at(0)};
    story.given(agentregistry::Examine{agent, {}, 3, 0, ""});
    story.given(agentregistry::Hire{agent});
    return agent;
}

// One agent whose pipeline is one step.
inline Id<agentregistry::Agent> hireReader(Story &story)
{
    return hire(story, manifest("lucid", {{"score-clarity", {"text"}, {"clarity"}}}));
}

// Six steps of four agents: echo compares what it fingerprinted with the whole library.
inline void hireCore(Story &story)
{
    const agentregistry::Register all[] = {
        manifest("lucid", {{"score-clarity", {"text"}, {"clarity"}}}),
        manifest("root", {{"tag-text", {"text"}, {"tags"}}}),
        manifest("canvas", {{"render-card", {"text", "clarity"}, {"card"}}}),
        manifest("echo", {{"compare-texts", {"text"}, {"fingerprint"}},
                          {"score-resonance", {"fingerprint", "candidates"}, {"resonance"}},
                          {"rank-items", {"resonance", "clarity"}, {"score"}}}),
    };
    std::vector<Id<agentregistry::Agent>> agents;
    for (const agentregistry::Register &one : all)
        agents.push_back({story.given(one).ids.at(0)});
    for (Id<agentregistry::Agent> agent : agents)
        story.given(agentregistry::Examine{agent, {}, 3, 0, ""});
    for (Id<agentregistry::Agent> agent : agents)
        story.given(agentregistry::Hire{agent});
}

inline const superspine::Memory &spine(Story &story)
{
    return story.state<superspine::SuperSpine>();
}

inline std::vector<superspine::Task> leased(Story &story)
{
    std::vector<superspine::Task> tasks;
    for (const auto &[until, task] : spine(story).leases.keys())
        tasks.push_back(*spine(story).tasks.find(task));
    return tasks;
}

inline superspine::Complete report(const superspine::Task &task,
                                   superspine::Result result = superspine::Result::Done)
{
    superspine::Complete c;
    c.task = task.id;
    c.attempt = task.attempt;
    c.result = result;
    c.version = "1";
    c.brain = "builtin";
    c.duration = milliseconds(5);
    if (result == superspine::Result::Done && task.dream)
        c.outputs.push_back({"made", "application/json", {"{\"by\":\"" + task.capability + "\"}"}});
    return c;
}

// What the capabilities would have measured.
struct Measured {
    Figures figures = {{"clarity", 7000}, {"coherence", 6000}, {"structure", 5000}, {"symbolism", 800},
                       {"emotion", 4000}, {"overall", 5600},   {"words", 120},      {"concepts", 9},
                       {"properties", 4}, {"people", 2},       {"dates", 1},        {"amounts", 3},
                       {"todos", 5},      {"score", 6400},     {"originality", 8100}, {"similar", 2},
                       {"nearest", 4200}, {"duplicate", 0}};
    std::vector<superspine::Named> labels = {{"language", "en"}, {"form", "plan"}};
};

// Works everything that is leased, and what is leased because of that, until nothing is.
inline int workAll(Story &story, const Measured &measured = {})
{
    int done = 0;
    for (auto tasks = leased(story); !tasks.empty(); tasks = leased(story)) {
        superspine::Complete c = report(tasks.front());
        c.figures = measured.figures;
        c.labels = measured.labels;
        story.given(c);
        ++done;
    }
    return done;
}

}  // namespace cast
#endif
