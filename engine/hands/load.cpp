#include "hands/load.h"

#include "lungs/starbridge.h"

namespace hands {

using namespace kernel;

namespace {
constexpr std::size_t eventBytes = 180;
}

Ask idleTask()
{
    superspine::Submit submit;
    submit.capability = "score-sentiment";
    submit.agent = "lucid";
    return makeAsk(std::move(submit));
}

Ask idleEvent()
{
    starbridge::Publish publish;
    publish.topic = "bench.event";
    publish.text = std::string(eventBytes, 'x');
    return makeAsk(std::move(publish));
}

struct Load::Shared : std::enable_shared_from_this<Shared> {
    explicit Shared(loop::Engine &running) : engine(running) {}

    void submit()
    {
        engine.send(idleTask(), [self = shared_from_this()](const Answer &answer) {
            self->refusals += !answer.isDone;
        });
    }
    void publish()
    {
        if (isStopping)
            return;
        engine.send(idleEvent(), [self = shared_from_this()](const Answer &answer) {
            self->refusals += !answer.isDone;
            ++self->events;
            if (answer.isDone)
                self->publish();
        });
    }
    void finished(const loop::Sealed &sealed)
    {
        for (const Told &told : sealed.told) {
            if (told.kind != factKind<superspine::SuperSpine, superspine::Finished>())
                continue;
            ++tasks;
            if (!isStopping)
                submit();
        }
    }

    loop::Engine &engine;
    std::atomic<bool> isStopping = false;
    std::atomic<std::uint64_t> tasks = 0, events = 0, refusals = 0;
};

Load::Load(Body &body, std::size_t tasksInFlight, std::size_t eventsInFlight)
    : d(std::make_shared<Shared>(body.engine()))
{
    body.agents()->runIdly(true);
    body.engine().onCommitted(
        {factKind<superspine::SuperSpine, superspine::Finished>()},
        [shared = d](const loop::Sealed &sealed, const loop::Core &) { shared->finished(sealed); });
    for (std::size_t i = 0; i < tasksInFlight; ++i)
        d->submit();
    for (std::size_t i = 0; i < eventsInFlight; ++i)
        d->publish();
}

Load::~Load()
{
    stop();
}

Load::Count Load::count() const
{
    return {d->tasks, d->events, d->refusals};
}

void Load::stop()
{
    d->isStopping = true;
}

}  // namespace hands
