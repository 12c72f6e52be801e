// What the spine does about what happens elsewhere, and asks of others.
#include "spine/superspine.h"

namespace superspine {

void SuperSpine::react(const Memory &, const dreams::Created &f, Reactions &reactions)
{
    Open open;
    open.dream = f.dream.id;
    reactions.ask(open);
}

void SuperSpine::react(const Memory &, const dreams::Edited &f, Reactions &reactions)
{
    if (!f.isTextChanged)
        return;
    Open open;
    open.dream = f.dream;
    reactions.ask(open);
}

void SuperSpine::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    for (auto at = m.byDream.keys().lower_bound({f.dream.value, 0});
         at != m.byDream.keys().end() && at->first == f.dream.value; ++at)
        reactions.ask(Cancel{{at->second}});
}

void SuperSpine::react(const Memory &, const agentregistry::Hired &, Reactions &reactions)
{
    reactions.ask(Plan{});
}

void SuperSpine::react(const Memory &, const Opened &f, Reactions &reactions)
{
    dreams::Assess assess;
    assess.dream = f.assignment.dream;
    assess.state = dreams::State::Working;
    reactions.ask(assess);
}

void SuperSpine::react(const Memory &, const Closed &f, Reactions &reactions)
{
    if (f.state == superspine::State::Cancelled && f.reason != "cancelled")
        return;
    dreams::Assess assess;
    assess.dream = f.dream;
    if (f.state == superspine::State::Cancelled) {
        // Nobody works on it any more.
        assess.state = dreams::State::New;
        reactions.ask(assess);
        return;
    }
    assess.state =
        f.state == superspine::State::Done ? dreams::State::Understood : dreams::State::Failed;
    if (const auto overall = f.figures.find("overall"); overall != f.figures.end())
        assess.score.value = static_cast<std::int32_t>(overall->second);
    for (const Named &label : f.labels) {
        if (label.name == "form")
            assess.form = label.value;
        if (label.name == "language")
            assess.language = label.value;
    }
    reactions.ask(assess);
}

}  // namespace superspine
