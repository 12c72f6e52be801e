#include "hands/agenthand.h"

#include <algorithm>
#include <chrono>

namespace hands {

using namespace kernel;
using superspine::Complete;
using superspine::SuperSpine;

namespace {

constexpr std::string_view fingerprintMaker = "compare-texts";

std::string inputName(const std::string &input)
{
    return input.substr(input.find('/') + 1);
}

// The artefact of that name among the finished tasks of the same plan: the agent's own first.
const superspine::Output *outputOf(const superspine::Memory &memory, const superspine::Task &task,
                                   const std::string &input)
{
    const std::size_t slash = input.find('/');
    const std::string agent = slash == std::string::npos ? task.agent : input.substr(0, slash);
    const std::string name = inputName(input);
    const superspine::Output *found = nullptr;
    for (Id<superspine::Task> id : task.after) {
        const superspine::Task *other = memory.tasks.find(id);
        if (!other)
            continue;
        for (const superspine::Output &output : other->outputs) {
            if (output.name == name && (!found || other->agent == agent))
                found = &output;
        }
    }
    return found;
}

}  // namespace

AgentHand::AgentHand(loop::Engine &engine, unsigned threads, std::uint64_t seed)
    : m_engine(engine), m_workers(std::make_unique<loop::Workers>(threads)), m_seed(seed),
      m_log(engine.folder())
{
    engine.onCommitted(
        {factKind<SuperSpine, superspine::Leased>(), factKind<SuperSpine, superspine::Finished>(),
         factKind<SuperSpine, superspine::Closed>(), factKind<dreams::Dreams, dreams::Created>(),
         factKind<dreams::Dreams, dreams::Erased>()},
        [this](const loop::Sealed &sealed, const loop::Core &core) { committed(sealed, core); });
    m_beater = std::thread([this] { beat(); });
}

AgentHand::~AgentHand()
{
    {
        const std::lock_guard lock(m_beatMutex);
        m_isStopping = true;
    }
    m_beat.notify_all();
    m_loaded.notify_all();
    m_workers.reset();
    m_beater.join();
    if (m_loader.joinable())
        m_loader.join();
    if (m_isLogOpen)
        m_log.mark(m_lastPage);
}

// One leased attempt on the worker pool.
class AgentHand::Run final : public loop::Job {
public:
    explicit Run(AgentHand &hand) : m_hand(hand) {}

    void run(std::stop_token stop) override { m_hand.run(work, stop); }
    void lost() override
    {
        Complete complete;
        complete.task = work.task;
        complete.attempt = work.attempt;
        complete.result = superspine::Result::Lost;
        complete.reason = "it ignored its stop";
        m_hand.report(std::move(complete));
    }

    Work work;

private:
    AgentHand &m_hand;
};

void AgentHand::committed(const loop::Sealed &sealed, const loop::Core &core)
{
    loop::Jobs jobs;
    for (const Told &told : sealed.told) {
        if (told.kind == factKind<SuperSpine, superspine::Leased>()) {
            if (auto job = jobFor(core, *static_cast<const superspine::Leased *>(told.fact.get())))
                jobs.push_back(std::move(job));
        } else if (told.kind == factKind<SuperSpine, superspine::Finished>()) {
            finished(*static_cast<const superspine::Finished *>(told.fact.get()));
        } else if (told.kind == factKind<SuperSpine, superspine::Closed>()) {
            const auto &closed = *static_cast<const superspine::Closed *>(told.fact.get());
            if (closed.state != superspine::State::Cancelled)
                continue;
            for (std::uint64_t number : m_workers->numbers()) {
                const superspine::Task *task = core.stateOf<SuperSpine>().tasks.find(number);
                if (!task)
                    m_workers->cancel(number);
            }
        } else if (told.kind == factKind<dreams::Dreams, dreams::Created>()) {
            const auto &created = *static_cast<const dreams::Created *>(told.fact.get());
            const std::unique_lock lock(m_indexMutex);
            if (created.dream.batch)
                m_batchEnds[created.dream.batch] =
                    std::max(m_batchEnds[created.dream.batch], created.dream.id.value);
        } else if (told.kind == factKind<dreams::Dreams, dreams::Erased>()) {
            const auto &erased = *static_cast<const dreams::Erased *>(told.fact.get());
            const std::unique_lock lock(m_indexMutex);
            m_index.remove(erased.dream.value);
        }
    }
    markLog({sealed.page.seq, sealed.page.hash});
    if (!jobs.empty())
        m_workers->post(std::move(jobs));
}

std::shared_ptr<loop::Job> AgentHand::jobFor(const loop::Core &core,
                                             const superspine::Leased &leased)
{
    auto job = std::make_shared<Run>(*this);
    if (!describe(core, leased, job->work))
        return nullptr;
    job->number = leased.task.value;
    const capabilities::Capability *capability = capabilities::find(job->work.step->capability);
    job->timeMax = std::chrono::milliseconds(capability ? capability->millisecondsMax : 1000);
    return job;
}

bool AgentHand::describe(const loop::Core &core, const superspine::Leased &leased, Work &work)
{
    const superspine::Memory &memory = core.stateOf<SuperSpine>();
    const superspine::Task *task = memory.tasks.find(leased.task);
    // Cancelled, or leased again, in the same page.
    if (!task || task->attempt != leased.attempt || task->state != superspine::TaskState::Leased)
        return false;
    const agentregistry::Agent *agent =
        core.stateOf<agentregistry::AgentRegistry>().agents.find(task->agentId);
    if (!agent || task->step >= agent->steps.size())
        return false;
    work.task = leased.task;
    work.attempt = leased.attempt;
    work.dream = task->dream;
    auto &steps = m_steps[task->agentId.value];
    steps.resize(agent->steps.size());
    auto &step = steps[task->step];
    if (!step || *step != agent->steps[task->step])
        step = std::make_shared<const agentregistry::Step>(agent->steps[task->step]);
    work.step = step;
    if (const dreams::Dream *dream = core.stateOf<dreams::Dreams>().dreams.find(task->dream)) {
        work.body = dream->body;
        const std::shared_lock lock(m_indexMutex);
        if (const auto end = m_batchEnds.find(task->batch); task->batch && end != m_batchEnds.end())
            work.asOf = end->second;
    }
    for (const std::string &input : step->inputs)
        if (const superspine::Output *output = outputOf(memory, *task, input))
            work.inputs[inputName(input)] = output->digest;
    return true;
}

bool AgentHand::gather(const Work &work, Artefacts &inputs,
                       std::vector<superspine::Commitment> &commitments)
{
    // One read-only connection a worker thread, for as long as the engine lives.
    thread_local std::unique_ptr<store::Store> reader;
    thread_local const loop::Engine *readerOf = nullptr;
    if (readerOf != &m_engine || !reader) {
        reader = m_engine.reader();
        readerOf = &m_engine;
    }
    if (!reader)
        return false;
    for (const std::string &input : work.step->inputs) {
        const std::string name = inputName(input);
        if (name == "candidates") {
            inputs[name] = candidatesFor(work, inputs);
        } else {
            const auto digest = work.inputs.find(name);
            const Digest &wanted = name == "text"                ? work.body
                                   : digest != work.inputs.end() ? digest->second
                                                                 : Digest{};
            std::optional<std::string> bytes = m_engine.blob(*reader, work.dream.value, wanted);
            if (!bytes)
                return false;
            inputs[name] = std::move(*bytes);
        }
        if (m_engine.keys().has(work.dream.value))
            commitments.push_back(
                {name, m_engine.keys().commitment(work.dream.value, inputs[name])});
    }
    return true;
}

void AgentHand::run(const Work &work, const std::stop_token &stop)
{
    Complete complete;
    complete.task = work.task;
    complete.attempt = work.attempt;
    complete.brain = "builtin";
    if (m_isIdle) {
        report(std::move(complete));
        return;
    }
    const auto began = std::chrono::steady_clock::now();
    Artefacts inputs;
    if (!gather(work, inputs, complete.inputs)) {
        complete.result = superspine::Result::Faulted;
        complete.reason = "an input cannot be read";
        report(std::move(complete));
        return;
    }
    StepResult made = runStep(*work.step, inputs, m_seed, stop);
    complete.version = made.version;
    complete.seed = made.seed;
    complete.duration.us = std::chrono::duration_cast<std::chrono::microseconds>(
                               std::chrono::steady_clock::now() - began)
                               .count();
    if (!made.fault.empty()) {
        complete.result = superspine::Result::Faulted;
        complete.reason = made.fault;
    } else if (made.result.isStopped || stop.stop_requested()) {
        complete.result = superspine::Result::TimedOut;
        complete.reason = "stopped";
    } else if (!made.result.refusal.empty()) {
        complete.result = superspine::Result::Refused;
        complete.reason = made.result.refusal;
    }
    if (complete.result == superspine::Result::Done) {
        // Another agent's fingerprint without these traits would take them from the dream's.
        if (work.step->capability == fingerprintMaker && inputs.contains("keywords")
            && inputs.contains("mood") && !made.result.outputs.empty()) {
            const std::lock_guard lock(m_pendingMutex);
            m_pending[work.task.value] = {work.dream.value, work.body,
                                          made.result.outputs.front().bytes, inputs["keywords"],
                                          inputs["mood"]};
        }
        for (capabilities::Artefact &artefact : made.result.outputs)
            complete.outputs.push_back(
                {artefact.name, artefact.mediaType, {std::move(artefact.bytes)}});
        complete.figures = std::move(made.result.figures);
        for (const auto &[name, value] : made.result.labels)
            complete.labels.push_back({name, value});
    }
    report(std::move(complete));
}

void AgentHand::report(Complete complete)
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Hand;
    const bool isFault = complete.result == superspine::Result::Faulted;
    const auto answered = [this, task = complete.task, attempt = complete.attempt,
                           isFault](const Answer &answer) {
        // A report that is refused for what it says must not hold its lease until that runs out.
        if (answer.isDone || isFault || answer.refusal.code == "superspine.lateAttempt"
            || answer.refusal.code == "superspine.dreamErased"
            || answer.refusal.code.starts_with("engine."))
            return;
        Complete fault;
        fault.task = task;
        fault.attempt = attempt;
        fault.result = superspine::Result::Faulted;
        fault.reason = answer.refusal.code;
        report(std::move(fault));
    };
    m_engine.send(makeAsk(std::move(complete), std::move(envelope)), answered);
}

// Leases of jobs that are queued or running are renewed every five seconds.
void AgentHand::beat()
{
    std::unique_lock lock(m_beatMutex);
    while (!m_isStopping) {
        m_beat.wait_for(lock, std::chrono::seconds(5), [this] { return m_isStopping.load(); });
        if (m_isStopping)
            return;
        const std::vector<std::uint64_t> numbers = m_workers->numbers();
        if (numbers.empty())
            continue;
        m_engine.inspect([this, numbers](loop::Core &core, store::Store &) {
            for (std::uint64_t number : numbers) {
                const superspine::Task *task = core.stateOf<SuperSpine>().tasks.find(number);
                if (!task || task->state != superspine::TaskState::Leased)
                    continue;
                Envelope envelope;
                envelope.actor = "system";
                envelope.origin = Origin::Hand;
                m_engine.send(makeAsk(superspine::Heartbeat{task->id, task->attempt}, envelope));
            }
        });
    }
}

}  // namespace hands
